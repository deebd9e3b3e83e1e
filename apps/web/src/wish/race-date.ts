import { type CalendarDate, daysBetween, parseCalendarDate } from "@strideiq/engine";
import { formatLongDate } from "@strideiq/wording";
import { messages } from "../messages.ts";

/** Today where the athlete's clock stands. */
export function todayIn(timeZone: string): CalendarDate {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(new Date());
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)?.value ?? "";
  const today = parseCalendarDate(`${part("year")}-${part("month")}-${part("day")}`);
  if (!today.ok) throw new Error(`The clock shows no calendar day: ${today.error.text}`);
  return today.value;
}

export const browserTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The weekday of the race and the weeks until then, which is how runners count. */
export function raceDateHint(text: string, today: CalendarDate): string {
  const date = parseCalendarDate(text);
  if (!date.ok) return messages.wish.raceDateHint;
  const days = daysBetween(today, date.value);
  return messages.wish.raceDateIs(formatLongDate(date.value), days);
}
