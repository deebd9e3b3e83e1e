import { err, ok, type Result } from "@strideiq/engine";
import { parseDuration, parseTime } from "@strideiq/wording";

/** Nobody has raced any distance at two minutes a kilometre, so such a time is hours and minutes. */
const IMPOSSIBLE_SECONDS_PER_KM = 120;

/**
 * Reads a race time as runners write it: `1:38:20`, `1.38.20`, `1h38m20s`, `98 min`, `1:38` for a half.
 * Whole seconds out; the message of what could not be read otherwise.
 */
export function readRaceTime(text: string, metres: number | null): Result<number, string> {
  const clock = clockOf(text);
  const seconds = clock.includes(":") ? parseTime(clock) : parseMinutes(clock);
  if (!seconds.ok) return err(seconds.error.message);
  const isHoursAndMinutes =
    metres !== null &&
    /^\d{1,2}:\d{2}$/.test(clock) &&
    (seconds.value / metres) * 1000 < IMPOSSIBLE_SECONDS_PER_KM;
  return ok(isHoursAndMinutes ? seconds.value * 60 : seconds.value);
}

/** A bare number could be minutes or seconds; only one that says `min` or `h` is taken. */
const parseMinutes = (text: string) => (/[hm]/.test(text) ? parseDuration(text) : parseTime(text));

/** Dots, blanks and letters between the numbers become colons; `98 min` and `1h` stay for the duration reader. */
function clockOf(text: string): string {
  const trimmed = text.trim().toLowerCase().replaceAll("′", "m").replaceAll("″", "s");
  const parts = /^(?:(\d{1,2})\s*h[a-z]*\s*)?(\d{1,3})\s*m[a-z]*\s*(\d{1,2})\s*(?:s[a-z]*)?$/.exec(trimmed);
  if (parts !== null)
    return parts
      .slice(1)
      .flatMap((part?: string) => (part === undefined ? [] : [part.padStart(2, "0")]))
      .join(":");
  const numbers = trimmed.split(/\s*[:.,;\s]\s*/);
  const isClock = numbers.length > 1 && numbers.every((part) => /^\d{1,3}$/.test(part));
  return isClock ? numbers.map((part, i) => (i === 0 ? part : part.padStart(2, "0"))).join(":") : trimmed;
}
