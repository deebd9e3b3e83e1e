import type { WeekFacts } from "../plan/measured-plan.ts";
import { atLeast, judgementOf, notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const entryVolume = defineLaw({
  id: "E1",
  name: "entry-volume",
  sentence: "Whoever runs less than the race needs at its start gets a base block first.",
  reason: "Race training on too little running breaks down in the long run before it builds anything.",
  severity: "must",
  quantity: "distance",
  shape: "plan",
  judge: ({ plan, knownWeeklyMetres, weeks }, { entryMetres, baseWeeksMin }) => {
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
