import { qualityGapDaysOf } from "../athlete/masters.ts";
import { hoursGivenTo } from "../plan/adjustment.ts";
import type { DayFacts, PlanFacts } from "../plan/measured-plan.ts";
import { atLeast, atMost, type Finding, judgementOf } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const noQualityInARow = defineLaw({
  id: "H1",
  name: "no-quality-in-a-row",
  sentence:
    "No two quality days follow one another, also across the week's edge; the race counts as one. Masters have 72 hours between two, unless their days leave no room and the plan says so.",
  reason: "Hard days work because easy days surround them.",
  severity: "must",
  quantity: "days",
  shape: "plan",
  judge: (facts) => {
    const { days, dayAt } = facts;
    const hard = days.filter((day) => day.quality);
    const findings = hard.map((day) => {
      const follows = dayAt.get(day.epochDay - 1)?.quality === true;
      return atMost(follows ? 2 : 1, 1, "breach", { week: day.week });
    });
    return judgementOf([...findings, ...mastersFindings(hard, facts)], "the plan has no quality day");
  },
});

/** The race is left out: law S3 keeps the days before it. */
function mastersFindings(hard: readonly DayFacts[], { plan, rules }: PlanFacts): readonly Finding[] {
  const asked = qualityGapDaysOf(plan.request, rules.laws);
  const given = hoursGivenTo(plan.adjustments);
  const least = Math.min(asked * DAY_SECONDS, given * HOUR_SECONDS);
  if (least <= 2 * DAY_SECONDS) return [];
  return hard.slice(1).flatMap((day, index): readonly Finding[] => {
    const gap = (day.epochDay - (hard[index]?.epochDay ?? -Infinity)) * DAY_SECONDS;
    if (gap <= DAY_SECONDS || day.daysToRace === 0) return [];
    const why = "too soon after a hard day for masters";
    return [atLeast(gap, least, "breach", { quantity: "duration", week: day.week, why })];
  });
}

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;
