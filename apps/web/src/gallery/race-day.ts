import { addDays, type CalendarDate, nextWeekday } from "@strideiq/engine";

/** The Sunday that ends so many weeks from the next Monday on, or from today if it is one. */
export const soonestRaceDay = (weeks: number, today: CalendarDate): CalendarDate =>
  addDays(nextWeekday(today, "mon"), 7 * weeks - 1);
