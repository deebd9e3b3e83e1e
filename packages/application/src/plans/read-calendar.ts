import { type CalendarDate, daysBetween, err, ok, type Result } from "@strideiq/engine";
import type { CalendarEntry } from "./plan-record.ts";
import type { CalendarRepository } from "./ports.ts";

/** A year and the weeks that hang over its ends. */
export const CALENDAR_DAYS_MAX = 400;

export type CalendarRangeProblem =
  { readonly type: "RangeEndsBeforeItBegins" } | { readonly type: "RangeTooLong"; readonly daysMax: number };

export type ReadCalendar = (
  athleteId: string,
  from: CalendarDate,
  to: CalendarDate,
) => Promise<Result<readonly CalendarEntry[], CalendarRangeProblem>>;

/** Reads the sessions of this athlete between two days, both included. */
export const createReadCalendar =
  ({ calendar }: { readonly calendar: CalendarRepository }): ReadCalendar =>
  async (athleteId, from, to) => {
    const problem = rangeProblem(from, to);
    return problem === null ? ok(await calendar.findEntries(athleteId, from, to)) : err(problem);
  };

/** What is wrong with a range of days, whoever asks for it. */
export function rangeProblem(from: CalendarDate, to: CalendarDate): CalendarRangeProblem | null {
  const days = daysBetween(from, to) + 1;
  if (days < 1) return { type: "RangeEndsBeforeItBegins" };
  return days > CALENDAR_DAYS_MAX ? { type: "RangeTooLong", daysMax: CALENDAR_DAYS_MAX } : null;
}
