import {
  addDays,
  type CalendarDate,
  type PlanRequest,
  type StandardPlan,
  type Units,
  WEEKDAYS,
  weekdayOf,
} from "@strideiq/engine";

/** The wish behind a standard plan: nothing is known but the race, the tier and the weeks until then. */
export const standardRequest = (plan: StandardPlan, raceDate: CalendarDate, units: Units): PlanRequest => ({
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
