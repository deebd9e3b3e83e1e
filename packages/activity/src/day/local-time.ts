import { addDays, type CalendarDate, epochDay, parseCalendarDate } from "@strideiq/engine";

const DAY_SECONDS = 86_400;
const EPOCH = dayNamed("1970-01-01");

/** The day on a clock that is so far ahead of UTC. */
export const dayAt = (at: number, utcOffsetSeconds: number): CalendarDate =>
  addDays(EPOCH, Math.floor((at / 1000 + utcOffsetSeconds) / DAY_SECONDS));

/** Seconds since midnight on that clock. */
export const secondOfDay = (at: number, utcOffsetSeconds: number): number => {
  const seconds = at / 1000 + utcOffsetSeconds;
  return seconds - Math.floor(seconds / DAY_SECONDS) * DAY_SECONDS;
};

/** How far the clocks of a zone are ahead of UTC at an instant, daylight saving included; null without such a zone. */
export function offsetInZone(at: number, timeZone: string): number | null {
  const format = formatOf(timeZone);
  if (format === null) return null;
  const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(part.get(type));
  const date = parseCalendarDate(
    `${part.get("year") ?? ""}-${part.get("month") ?? ""}-${part.get("day") ?? ""}`,
  );
  if (!date.ok) return null;
  const seconds = number("hour") * 3600 + number("minute") * 60 + number("second");
  return epochDay(date.value) * DAY_SECONDS + seconds - Math.floor(at / 1000);
}

/** Making one takes a hundred times as long as using it, and an athlete runs in few zones. */
const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = makeFormat(timeZone);
  formats.set(timeZone, made);
  return made;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-GB", {
      calendar: "iso8601",
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  } catch {
    return null;
  }
}

function dayNamed(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (!date.ok) throw new Error(text);
  return date.value;
}
