import { epochDay } from "../units/calendar-date.ts";
import { atLeast, atMost, judgementOf, notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const peakWeekInTime = defineLaw({
  id: "V8",
  name: "peak-week-in-time",
  sentence:
    "The last week at the peak lies a few weeks before the race: not the week before, not months before.",
  reason: "A peak week needs time to be absorbed, and loses its effect when it lies too far back.",
  severity: "default",
  quantity: "weeks",
  shape: "plan",
  judge: ({ plan, weeks, peakWeekMetres }, limits) => {
    const peak = weeks.findLast((week) => week.metres >= limits.peakShare * peakWeekMetres);
    const lastDay = peak?.days.at(-1);
    if (peak === undefined || lastDay === undefined) return notApplicable("the plan has no weeks");
    const weeksToRace = Math.round((epochDay(plan.raceDate) - lastDay.epochDay) / 7);
    const { min, max } = limits.weeks[plan.distance];
    const more = { week: peak.number };
    return judgementOf([atLeast(weeksToRace, min, "flag", more), atMost(weeksToRace, max, "flag", more)], "");
  },
});
