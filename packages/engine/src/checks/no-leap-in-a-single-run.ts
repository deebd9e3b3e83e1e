import { isReturnWeek } from "../plan/change-facts.ts";
import type { PlanFacts, RunFacts } from "../plan/measured-plan.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { atMost, grownBy, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

type Limits = LawLimits["L3"];

export const noLeapInASingleRun = defineLaw({
  id: "L3",
  name: "no-leap-in-a-single-run",
  sentence: "No run is much longer than the longest of the thirty days before it, planned or done.",
  reason: "Injuries follow single runs that leap beyond the recent longest, rather than big weeks.",
  severity: "must",
  quantity: "distance",
  shape: "plan",
  judge: (facts, limits) => {
    const findings = leapFindings(facts, limits);
    const flags = findings.filter((finding) => finding.verdict === "flag").length;
    const judgement = judgementOf(findings, "no run to compare with");
    return judgement.verdict === "flag" && flags > limits.flagsMax
      ? { ...judgement, why: "more large steps than a plan should have" }
      : judgement;
  },
});

/** A run of the last thirty days: on which day, and how far at least. */
interface Earlier {
  readonly day: number;
  readonly metres: number;
}

function leapFindings(facts: PlanFacts, limits: Limits): readonly Finding[] {
  const [first] = facts.days;
  if (first === undefined) return [];
  const findings: Finding[] = [];
  const earlier: Earlier[] = [{ day: first.epochDay - 1, metres: startMetres(facts) }];
  for (const run of facts.runs) {
    if (run.isGoalRace) continue;
    findings.push(leapFinding(run, longestKnown(run, earlier, facts, limits), limits));
    earlier.push({ day: run.epochDay, metres: run.metresLeast });
  }
  return findings;
}

/**
 * The longest run of the month before one. After a break law C2 rules the way back: its weeks of return lean
 * on what was run before it, and where nothing was run for a month a share of that counts.
 */
function longestKnown(
  { epochDay, week }: RunFacts,
  earlier: readonly Earlier[],
  { change, weeks, rules }: PlanFacts,
  { days }: Limits,
): number {
  const lately = longestBefore(epochDay, days, earlier);
  if (change === null) return lately;
  const isReturn = weeks.some((one) => one.number === week && isReturnWeek(one, change));
  const lost = [...change.closed, ...change.missed].filter((day) => day < epochDay).length;
  if (lost === 0 || (lately > 0 && !isReturn)) return lately;
  const before = longestBefore(epochDay, days + lost, earlier);
  if (isReturn) return before;
  const share = rules.laws.C2.rows.findLast((row) => lost >= row.daysMin)?.weekShare?.max ?? 1;
  return before * share;
}

/** `earlier` is in the order of days: the look back ends where the window does. */
function longestBefore(day: number, days: number, earlier: readonly Earlier[]): number {
  let longest = 0;
  for (let index = earlier.length - 1; index >= 0; index -= 1) {
    const run = earlier[index];
    if (run === undefined || run.day < day - days) break;
    if (run.day < day && run.metres > longest) longest = run.metres;
  }
  return longest;
}

/**
 * What the athlete ran before the plan. Where that is unknown the longest run of the first seven days
 * stands for it: a standard plan says by its first week whom it is for.
 */
const startMetres = ({ knownLongestMetres, opening }: PlanFacts): number =>
  knownLongestMetres ?? opening.longestMetres;

function leapFinding(run: RunFacts, longest: number, limits: Limits): Finding {
  const more = { week: run.week };
  if (longest === 0) {
    const isShort = run.seconds <= limits.returnSeconds;
    const why = "the first run after a month without one";
    return isShort
      ? { verdict: "pass", measured: run.seconds, limit: limits.returnSeconds, quantity: "duration" }
      : atMost(run.metresMost, limits.returnMetres, "breach", { ...more, why });
  }
  const most = grownBy(longest, limits);
  const hard = atMost(run.metresMost, most, "breach", more);
  if (hard.verdict === "breach") return hard;
  return atMost(run.metresMost, grownBy(longest, { ...limits, growthMax: limits.flagGrowth }), "flag", more);
}
