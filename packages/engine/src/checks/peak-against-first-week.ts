import { atMost, judgementOf, notApplicable } from "./judgement.ts";
import { isLostDay } from "../plan/change-facts.ts";
import type { PlanFacts, WeekFacts } from "../plan/measured-plan.ts";
import { defineLaw } from "./law.ts";

export const peakAgainstFirstWeek = defineLaw({
  id: "V7",
  name: "peak-against-first-week",
  sentence: "The peak week is not many times the first week.",
  reason: "Whoever begins far below the peak needs more time than one plan has.",
  severity: "must",
  quantity: "share",
  shape: "plan",
  judge: (facts, { ratioMax, ratioAim }) => {
    const { weeks } = facts;
    const first = firstMetresOf(facts);
    if (first === 0) return notApplicable("the first week holds no run");
    const peak = weeks.reduce((a, b) => (b.metresMost > a.metresMost ? b : a));
    const ratio = peak.metresMost / first;
    const more = { week: peak.number };
    return judgementOf([atMost(ratio, ratioMax, "breach", more), atMost(ratio, ratioAim, "flag", more)], "");
  },
});

/** The first week that nothing was lost of: one that was cut short says nothing of where a runner began. */
export function firstMetresOf({ weeks, change }: Pick<PlanFacts, "weeks" | "change">): number {
  const isWhole = ({ days }: WeekFacts): boolean =>
    change === null || days.every((day) => !isLostDay(change, day) && !change.otherwise.has(day.epochDay));
  return (weeks.find(isWhole) ?? weeks[0])?.metresLeast ?? 0;
}
