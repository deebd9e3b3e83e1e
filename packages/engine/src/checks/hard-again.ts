import type { Break, PlanFacts } from "../plan/measured-plan.ts";
import { atMost, type Finding } from "./judgement.ts";
import { returnRowOf } from "./return-row.ts";
import { levelBefore } from "./way-back.ts";

/**
 * After a break that asks for a lighter week either running or hard running comes back first: the week of the first
 * hard session is no more than was run before, and no run in it is the longest.
 */
export const hardAgainFindings = (facts: PlanFacts): readonly Finding[] =>
  (facts.change?.everyBreak ?? [])
    .filter(({ days }) => (returnRowOf(days, facts.rules.laws.C2)?.weekShare ?? null) !== null)
    .flatMap((one) => firstHardWeekFindings(one, facts));

function firstHardWeekFindings({ first, firstRun }: Break, facts: PlanFacts): readonly Finding[] {
  const hard = facts.runs.find((run) => run.epochDay >= firstRun && run.quality && !run.isGoalRace);
  const index = facts.weeks.findIndex(({ number }) => number === hard?.week);
  const week = facts.weeks[index];
  if (week === undefined) return [];
  const [longest] = week.runs;
  const remark = { week: week.number, quantity: "distance" } as const;
  const why = "hard running came back with the highest week";
  const highest = atMost(week.metresMost, levelBefore(facts, index), "breach", { ...remark, why });
  const most = longestBefore(facts, first, week.days[0]?.epochDay ?? firstRun);
  if (longest === undefined || most === null) return [highest];
  const beside = "hard running came back with the longest run";
  return [highest, atMost(longest.metresMost, most, "breach", { ...remark, why: beside })];
}

/** The longest run from the month before a break up to a day; null where none is known. */
function longestBefore(
  { runs, rules, knownLongestMetres }: PlanFacts,
  first: number,
  day: number,
): number | null {
  const lately = runs.filter(({ epochDay }) => epochDay >= first - rules.laws.L3.days && epochDay < day);
  const metres = [...lately.map((run) => run.metresMost), knownLongestMetres ?? 0];
  const most = Math.max(...metres);
  return most > 0 ? most : null;
}
