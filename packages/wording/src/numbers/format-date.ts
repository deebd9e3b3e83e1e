import { type CalendarDate, type Weekday, weekdayOf } from "@strideiq/engine";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** Weekdays in full, as a sentence uses them. */
export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

/** Weekdays as a column head: `Mon`. */
export const weekdayShort = (weekday: Weekday): string => WEEKDAY_NAMES[weekday].slice(0, 3);

const dayOf = (date: CalendarDate): string => String(Number(date.slice(8, 10)));
const monthOf = (date: CalendarDate): string => MONTHS[Number(date.slice(5, 7)) - 1] ?? "";
const yearOf = (date: CalendarDate): string => String(Number(date.slice(0, 4)));

/** `18 Apr`. */
export const formatDay = (date: CalendarDate): string => `${dayOf(date)} ${monthOf(date).slice(0, 3)}`;

/** `Sun 18 Apr`. */
export const formatDate = (date: CalendarDate): string =>
  `${weekdayShort(weekdayOf(date))} ${formatDay(date)}`;

/** `Sunday 18 April 2027`. */
export const formatLongDate = (date: CalendarDate): string =>
  `${WEEKDAY_NAMES[weekdayOf(date)]} ${dayOf(date)} ${monthOf(date)} ${yearOf(date)}`;

/** `December 2026`. */
export const formatMonth = (date: CalendarDate): string => `${monthOf(date)} ${yearOf(date)}`;

/** `23–29 Nov`, `30 Nov–6 Dec`. */
export function formatDateRange(from: CalendarDate, to: CalendarDate): string {
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  return `${sameMonth ? dayOf(from) : formatDay(from)}–${formatDay(to)}`;
}
