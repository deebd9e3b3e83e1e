import type { CalendarDate } from "@strideiq/engine";
import type { Recording } from "../recording/recording.ts";

export const SPORTS = ["run", "walk", "hike", "ride", "swim", "strength", "cross_training", "other"] as const;
export type Sport = (typeof SPORTS)[number];

export const SURFACES = ["road", "trail", "treadmill", "track", "unknown"] as const;
export type Surface = (typeof SURFACES)[number];

/** What an athlete should know of an activity before believing its numbers. */
export const CAUTIONS = [
  /** The device's clock was never set, or runs ahead: the day must be told. */
  "clock_wrong",
  /** The clock was wrong, and a second opinion gave the day. */
  "clock_mended",
  /** The day is that of the athlete's home; neither place nor file told another. */
  "day_from_home",
  /** The source does not tell the sport; it was told by title or speed. */
  "sport_guessed",
  /** The source names a sport that is not known here: it counts as none until the athlete tells it. */
  "sport_unknown",
  /** The athlete has told the sport; what the source told does not count. */
  "sport_told",
  /** Laps that contradict the track were left out. */
  "laps_contradict",
  "positions_left_out",
  /** Faster than any human over the whole: not counted as running. */
  "impossible_speed",
  "distance_missing",
] as const;
export type Caution = (typeof CAUTIONS)[number];

/** When an activity began where it took place. */
export interface LocalStart {
  /** Milliseconds since 1970 in UTC. */
  readonly at: number;
  readonly day: CalendarDate;
  readonly utcOffsetSeconds: number;
  readonly from: "place" | "file" | "home" | "athlete";
}

export interface Lap {
  /** Since the start of the activity. */
  readonly fromSeconds: number;
  readonly seconds: number;
  readonly metres: number | null;
  readonly averageHeartRate: number | null;
  readonly workoutStep: number | null;
}

/** One point of the track, as far as one can believe it. */
export interface TrackPoint {
  /** Since the start, pauses included. */
  readonly seconds: number;
  /** Of these, spent moving. */
  readonly movingSeconds: number;
  /** Since the start. */
  readonly metres: number;
  readonly altitude: number | null;
  readonly heartRate: number | null;
  readonly cadence: number | null;
}

/** A recording made sense of. Everything follows from the recording, the rules and the athlete's home. */
export interface Activity extends Pick<
  Recording,
  "id" | "source" | "format" | "name" | "notes" | "device" | "workout" | "faults"
> {
  readonly sport: Sport;
  readonly surface: Surface;
  /** Null while nobody knows the day. */
  readonly start: LocalStart | null;
  readonly metres: number | null;
  readonly elapsedSeconds: number;
  readonly movingSeconds: number;
  readonly ascentMetres: number | null;
  readonly averageHeartRate: number | null;
  readonly maxHeartRate: number | null;
  /** Session RPE as the athlete gave it, above 0 to 10. */
  readonly effort: number | null;
  readonly laps: readonly Lap[];
  readonly track: readonly TrackPoint[];
  /** Whether there is a track; it may have been put aside to save room. */
  readonly isTracked: boolean;
  readonly cautions: readonly Caution[];
}

/** An activity by its amounts alone: thousands of them fit into memory. */
export const withoutTrack = (activity: Activity): Activity => ({ ...activity, track: [] });
