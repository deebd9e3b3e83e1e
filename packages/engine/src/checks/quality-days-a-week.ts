import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { atMost, judgementOf } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const qualityDaysAWeek = defineLaw({
  id: "H2",
  name: "quality-days-a-week",
  sentence:
    "At most two quality days a week, quality long runs and races included; three only for high-volume 5K and 10K runners.",
  reason: "A third hard day is paid for by the other two, unless a large volume carries it.",
  severity: "must",
  quantity: "count",
  shape: "plan",
  judge: ({ plan, weeks }, limits) =>
    judgementOf(
      weeks.map((week) =>
        atMost(week.qualityDays, mostOf(plan, week.runDays, limits), "breach", { week: week.number }),
      ),
      "the plan has no weeks",
    ),
});

function mostOf({ distance, tier }: PlanUnderLaw, runDays: number, limits: LawLimits["H2"]): number {
  const isShortRace = distance === "5k" || distance === "10k";
  const isHigh = tier === "high" || tier === "elite";
  return isShortRace && isHigh && runDays >= limits.highTierDaysMin ? limits.highTierMax : limits.perWeekMax;
}
