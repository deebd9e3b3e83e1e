import { performance } from "node:perf_hooks";
import type { Clock } from "@strideiq/application";
import { type CalendarDate, parseCalendarDate } from "@strideiq/engine";

/** The machine's clock. */
export const createSystemClock = (now: () => Date = () => new Date()): Clock => ({
  now,
  today: (timeZone) => dayIn(timeZone, now()),
  milliseconds: () => performance.now(),
});

/** The same clock on one day for ever, in every zone: plans then come out the same whenever they are made. */
export const fixedDay = (clock: Clock, day: CalendarDate): Clock => ({
  ...clock,
  today: (timeZone) => (clock.today(timeZone) === undefined ? undefined : day),
});

/** The calendar day of a moment in a zone; undefined for an unknown zone. */
function dayIn(timeZone: string, moment: Date): CalendarDate | undefined {
  const format = formatFor(timeZone);
  if (format === undefined) return undefined;
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const text = ["year", "month", "day"]
    .map((part) => parts.get(part as Intl.DateTimeFormatPartTypes))
    .join("-");
  const day = parseCalendarDate(text);
  return day.ok ? day.value : undefined;
}

/** Making one takes far longer than using it. There are some hundred zones, and each has a few spellings. */
const formats = new Map<string, Intl.DateTimeFormat | undefined>();
const FORMATS_MAX = 1_000;

function formatFor(timeZone: string): Intl.DateTimeFormat | undefined {
  if (formats.has(timeZone)) return formats.get(timeZone);
  // What is asked for comes from outside: it must not fill the memory.
  if (formats.size >= FORMATS_MAX) formats.clear();
  const made = newFormat(timeZone);
  formats.set(timeZone, made);
  return made;
}

function newFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "iso8601",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
  } catch {
    return undefined;
  }
}

/** The zone this machine lives in, as an IANA name. */
export const systemTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
