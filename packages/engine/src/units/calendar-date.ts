import { err, ok, type Result } from "../result/result.ts";
import { WEEKDAYS, type Weekday } from "./weekday.ts";
import { itemAt } from "../result/item-at.ts";

declare const brand: unique symbol;

/** A day on the athlete's calendar, `YYYY-MM-DD`. It has no clock and no time zone. */
export type CalendarDate = string & { readonly [brand]: "CalendarDate" };

export interface InvalidCalendarDate {
  readonly type: "InvalidCalendarDate";
  readonly text: string;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Reads `YYYY-MM-DD`; a day that does not exist (2027-02-29) is an error, not the first of March. */
export function parseCalendarDate(text: string): Result<CalendarDate, InvalidCalendarDate> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [year, month, day] = match ? match.slice(1).map(Number) : [];
  if (year === undefined || month === undefined || day === undefined || year < 1)
    return err({ type: "InvalidCalendarDate", text });
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month))
    return err({ type: "InvalidCalendarDate", text });
  return ok(text as CalendarDate);
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const monthLength = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : itemAt(MONTH_LENGTHS, month - 1);

/**
 * Days since 1970-01-01.
 * The civil-from-days arithmetic over 400-year eras (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */
export function epochDay(date: CalendarDate): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function fromEpochDay(days: number): CalendarDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDate;
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromEpochDay(epochDay(date) + days);

/** Days from the first date to the second; negative when the second is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => epochDay(to) - epochDay(from);

/** 1970-01-01 was a Thursday. */
export function weekdayOf(date: CalendarDate): Weekday {
  const index = (((epochDay(date) + 3) % 7) + 7) % 7;
  return itemAt(WEEKDAYS, index);
}

/** The first day on or after `date` that falls on `weekday`. */
export function nextWeekday(date: CalendarDate, weekday: Weekday): CalendarDate {
  const ahead = (WEEKDAYS.indexOf(weekday) - WEEKDAYS.indexOf(weekdayOf(date)) + 7) % 7;
  return addDays(date, ahead);
}
