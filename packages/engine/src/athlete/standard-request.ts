import type { Units } from "../plan/vocabulary.ts";
import type { StandardPlan } from "../rulebook/rulebook.ts";
import { addDays, type CalendarDate, weekdayOf } from "../units/calendar-date.ts";
import { WEEKDAYS } from "../units/weekday.ts";
import type { PlanRequest } from "./request.ts";

/** The wish behind a standard plan: nothing is known but the race, the tier and the weeks until then. */
export const standardRequest = (
  plan: StandardPlan,
  raceDate: CalendarDate,
  units: Units = "km",
): PlanRequest => ({
  distance: plan.distance,
  raceDate,
  today: firstDay(raceDate, plan.weeks),
  weekStart: "mon",
  timeZone: "UTC",
  units,
  daysPerWeek: plan.daysPerWeek,
  unavailable: [],
  longRunDay: "sun",
  dayLimits: {},
  weeklyMetres: null,
  longestMetres: null,
  result: null,
  age: null,
  history: null,
  tier: plan.tier,
  weeks: plan.weeks,
});

/** The Monday on which the first of so many weeks begins, race week being the last. */
const firstDay = (raceDate: CalendarDate, weeks: number): CalendarDate =>
  addDays(raceDate, -WEEKDAYS.indexOf(weekdayOf(raceDate)) - 7 * (weeks - 1));

/** `marathon-18-weeks-mid`: what files of a standard plan are called. */
export const standardPlanName = ({ distance, tier, weeks }: StandardPlan): string =>
  `${distance.replaceAll("_", "-")}-${weeks}-weeks-${tier}`;
