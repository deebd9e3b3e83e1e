import { type CalendarDate, daysBetween } from "@strideiq/engine";
import { dayAt, offsetInZone } from "../day/local-time.ts";
import { zoneAt } from "../day/zone-at.ts";
import type { Recording, Sample } from "../recording/recording.ts";
import type { RecordingRules } from "../rules/activity-rules.ts";
import type { Caution, LocalStart } from "./activity.ts";

/** What an athlete's calendar needs to know beside the recording. */
export interface Home {
  /** IANA name of the zone in which the athlete lives. */
  readonly timeZone: string;
  /** Where the athlete is, today. Nothing has been run after tomorrow: clocks west of here run behind. */
  readonly today: CalendarDate;
}

export interface ToldStart {
  readonly start: LocalStart | null;
  readonly caution: Caution | null;
}

/**
 * When and on which day an activity began where it took place: by its positions, or else as the file tells, or
 * else as at home. A device clock before the earliest year or after tomorrow was wrong, and another opinion is
 * asked; where there is none the day stays open, and the athlete has to tell it.
 */
export function localStart(
  recording: Recording,
  samples: readonly Sample[],
  home: Home,
  rules: RecordingRules,
): ToldStart {
  const told = recording.startedAt ?? samples[0]?.at ?? null;
  const start = told === null ? null : placed(told, recording, samples, home);
  if (start !== null && isPossible(start, home, rules))
    return { start, caution: start.from === "home" ? "day_from_home" : null };
  const other = recording.toldStart;
  const second =
    other === null ? null : placed(other, { ...recording, utcOffsetSeconds: null }, samples, home);
  return second !== null && isPossible(second, home, rules)
    ? { start: second, caution: "clock_mended" }
    : { start: null, caution: "clock_wrong" };
}

const isPossible = ({ day }: LocalStart, { today }: Home, { earliestYear }: RecordingRules): boolean =>
  Number(day.slice(0, 4)) >= earliestYear && daysBetween(today, day) <= 1;

/** Years of four digits are all that a calendar date can tell. */
const CALENDAR_MILLISECONDS = { min: -62_135_000_000_000, max: 253_402_000_000_000 };

function placed(
  at: number,
  { utcOffsetSeconds }: Pick<Recording, "utcOffsetSeconds">,
  samples: readonly Sample[],
  home: Home,
): LocalStart | null {
  if (!(at > CALENDAR_MILLISECONDS.min && at < CALENDAR_MILLISECONDS.max)) return null;
  const place = placeOf(samples);
  const zone = place === undefined ? null : zoneAt(place.latitude ?? 0, place.longitude ?? 0);
  const fromPlace = zone === null ? null : offsetInZone(at, zone);
  if (fromPlace !== null) return startOf(at, fromPlace, "place");
  // A device that says 0 may never have been told where it is: the home knows better, Greenwich included.
  if (utcOffsetSeconds !== null && utcOffsetSeconds !== 0) return startOf(at, utcOffsetSeconds, "file");
  return startOf(at, offsetInZone(at, home.timeZone) ?? 0, "home");
}

/** The one in the middle: the first may come from before the watch had found its satellites. */
function placeOf(samples: readonly Sample[]): Sample | undefined {
  const placed = samples.filter(({ latitude }) => latitude !== null);
  return placed[Math.floor(placed.length / 2)];
}

const startOf = (at: number, utcOffsetSeconds: number, from: LocalStart["from"]): LocalStart => ({
  at,
  day: dayAt(at, utcOffsetSeconds),
  utcOffsetSeconds,
  from,
});
