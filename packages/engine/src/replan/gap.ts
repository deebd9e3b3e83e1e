import type { CalendarDate } from "../units/calendar-date.ts";

/** A break as a change meets it: no running from the first to the last day, back on the next. */
export interface Gap {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  /** The first day that may be run on again. */
  readonly back: CalendarDate;
  /** Days without a run where the plan goes on as written, those of rest around the break among them. */
  readonly days: number;
}
