import { addDays, type CalendarDate, nextWeekday, type RaceDistance } from "@strideiq/engine";

/** Weeks that plans for these races usually take; the standard plans lie among them. */
const USUAL_WEEKS: Readonly<Record<RaceDistance, readonly number[]>> = {
  "5k": [6, 8, 10, 12],
  "10k": [8, 10, 12, 16],
  half_marathon: [10, 12, 14, 16],
  marathon: [12, 16, 18, 20],
};

export interface SuggestedDate {
  readonly weeks: number;
  readonly date: CalendarDate;
}

/** Sundays that end a plan of so many whole weeks, the first of which begins on the next Monday, or today if it is one. */
export const suggestedDates = (distance: RaceDistance, today: CalendarDate): readonly SuggestedDate[] =>
  USUAL_WEEKS[distance].map((weeks) => ({
    weeks,
    date: addDays(nextWeekday(today, "mon"), 7 * weeks - 1),
  }));
