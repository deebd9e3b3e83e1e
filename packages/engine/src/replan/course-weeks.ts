import type { PlanRequest } from "../athlete/request.ts";
import { addDays, type CalendarDate, daysBetween, nextWeekday } from "../units/calendar-date.ts";

/** Calendar weeks of a course from its first day to the race week, race week included. */
export const courseWeeks = (
  firstDay: CalendarDate,
  { raceDate, weekStart }: Pick<PlanRequest, "raceDate" | "weekStart">,
): number =>
  Math.floor(daysBetween(firstDay, addDays(nextWeekday(addDays(raceDate, 1), weekStart), -7)) / 7) + 1;
