import { type CalendarDate, parseCalendarDate } from "@strideiq/engine";

export const systemTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The day it is now in a time zone; null when there is no such zone. */
export function localToday(timeZone: string, now: Date = new Date()): CalendarDate | null {
  const part = partsOf(timeZone, now);
  if (part === null) return null;
  const date = parseCalendarDate(`${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`);
  return date.ok ? date.value : null;
}

function partsOf(timeZone: string, now: Date): ((type: string) => string) | null {
  try {
    const format = new Intl.DateTimeFormat("en-GB", {
      calendar: "gregory",
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    const parts = format.formatToParts(now);
    return (type) => parts.find((part) => part.type === type)?.value ?? "";
  } catch {
    return null;
  }
}
