import { isFinishOnly } from "../athlete/finish-only.ts";
import { longestForFinish, weeksForSmallWeek } from "../athlete/weeks-needed.ts";
import type { PlanFacts, WeekFacts } from "../plan/measured-plan.ts";
import { atLeast, type Finding, judgementOf, notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const entryVolume = defineLaw({
  id: "E1",
  name: "entry-volume",
  sentence:
    "Whoever runs less than the race needs at its start gets a base block first, and nobody is led to a race that comes too soon for it.",
  reason: "Race training on too little running breaks down in the long run before it builds anything.",
  severity: "must",
  quantity: "distance",
  shape: "plan",
  judge: (facts, { entryMetres, baseWeeksMin }) => {
    const { plan, knownWeeklyMetres, weeks } = facts;
    const tooSoon = tooSoonFor(facts);
    if (tooSoon !== null) return judgementOf([tooSoon], "");
    if (knownWeeklyMetres === null) return notApplicable("the weekly distance before the plan is not known");
    const entry = entryMetres[plan.distance];
    if (knownWeeklyMetres >= entry) return judgementOf([atLeast(knownWeeklyMetres, entry, "breach")], "");
    const base = openingBaseWeeks(weeks);
    const reached = Math.max(0, ...base.map((week) => week.metres));
    if (base.length < baseWeeksMin)
      return judgementOf(
        [
          atLeast(base.length, baseWeeksMin, "breach", {
            quantity: "weeks",
            why: "the base block is missing or too short",
          }),
        ],
        "",
      );
    return judgementOf(
      [atLeast(reached, entry, "breach", { why: "the base block does not reach the entry" })],
      "",
    );
  },
});

function openingBaseWeeks(weeks: readonly WeekFacts[]): readonly WeekFacts[] {
  const end = weeks.findIndex((week) => week.source.phase !== "base");
  return end === -1 ? weeks : weeks.slice(0, end);
}

/**
 * The race stands nearer to the beginning of the plan than anybody is given a new one for. A day for the race is
 * chosen: whatever was lost or run beside it is no reason for that.
 */
function tooSoonFor({
  plan,
  weeks,
  rules,
  knownWeeklyMetres,
  knownLongestMetres,
}: PlanFacts): Finding | null {
  const race = rules.races[plan.distance];
  const finishOnly = isFinishOnly(plan.request, weeks.length, race);
  const isUnready = (knownLongestMetres ?? 0) < longestForFinish(finishOnly, race.shortHorizon);
  const needed = Math.max(
    rules.horizon.weeksMin,
    weeksForSmallWeek(knownWeeklyMetres, race.smallWeek),
    isUnready ? race.weeksMin : 0,
  );
  if (weeks.length >= needed) return null;
  const why = "the race comes too soon after the beginning of the plan";
  return { ...atLeast(weeks.length, needed, "breach", { quantity: "weeks", why }), unexcused: true };
}
