/*
 * What one source told of one activity, as it told it. Nothing here is judged yet: a reader of files makes
 * recordings, `activityOf` makes sense of them. Times are milliseconds since 1970 in UTC, distances metres.
 */

export const RECORDING_FORMATS = ["fit", "tcx", "gpx", "table", "manual"] as const;
export type RecordingFormat = (typeof RECORDING_FORMATS)[number];

/** What is wrong with a file that could be read all the same. */
export const RECORDING_FAULTS = [
  "cut_off",
  "damaged",
  "wrong_checksum",
  /** Samples in a space-saving form of FIT that the maker's library does not read; laps and totals are read. */
  "packed_times",
  /** Only the row of the archive's table is there. */
  "file_missing",
] as const;
export type RecordingFault = (typeof RECORDING_FAULTS)[number];

/** By which way a recording came in. What each may be used for stands in the rules. */
export const SOURCES = [
  "file",
  "manual",
  "strava_archive",
  "strava_api",
  "intervals_icu",
  "garmin_api",
] as const;
export type Source = (typeof SOURCES)[number];

export interface Recording {
  /** The same bytes always have the same id, packed or not; two activities of one file have two. */
  readonly id: string;
  readonly source: Source;
  readonly format: RecordingFormat;
  /** The sport in the source's own words: `running`, `Run`, `Lauf`. */
  readonly sportWord: string | null;
  readonly subSportWord: string | null;
  readonly name: string | null;
  /** Free text of the athlete; never trusted, never an instruction. */
  readonly notes: string | null;
  readonly device: string | null;
  readonly startedAt: number | null;
  /** A second opinion beside the device's clock: the athlete's, or that of the archive's table. */
  readonly toldStart: number | null;
  /** As the file tells it. Some devices tell 0 wherever they are. */
  readonly utcOffsetSeconds: number | null;
  readonly totals: RecordedTotals;
  readonly laps: readonly RecordedLap[];
  readonly samples: readonly Sample[];
  /** Where the watch was stopped by hand. */
  readonly stops: readonly Stop[];
  /** The workout that the device was following. */
  readonly workout: RecordedWorkout | null;
  readonly faults: readonly RecordingFault[];
}

export interface RecordedTotals {
  readonly metres: number | null;
  readonly elapsedSeconds: number | null;
  /** Time with the watch running. */
  readonly timerSeconds: number | null;
  readonly ascentMetres: number | null;
  readonly averageHeartRate: number | null;
  readonly maxHeartRate: number | null;
  /** Session RPE, 0 to 10, where the athlete gave one. */
  readonly effort: number | null;
}

export interface RecordedLap {
  readonly startedAt: number;
  readonly seconds: number;
  readonly metres: number | null;
  readonly averageHeartRate: number | null;
  /** Which step of the workout on the watch this lap was; null when there was none. */
  readonly workoutStep: number | null;
}

export interface Sample {
  readonly at: number;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** As told: from the start in most files, from the last sample in some. */
  readonly metres: number | null;
  readonly altitude: number | null;
  readonly heartRate: number | null;
  /** Steps a minute, both feet. */
  readonly cadence: number | null;
}

export interface Stop {
  readonly from: number;
  readonly to: number;
}

export interface RecordedWorkout {
  readonly name: string | null;
  /** Notes of the workout and its steps: our own exports write the session's marker here. */
  readonly notes: readonly string[];
}

export const NO_TOTALS: RecordedTotals = {
  metres: null,
  elapsedSeconds: null,
  timerSeconds: null,
  ascentMetres: null,
  averageHeartRate: null,
  maxHeartRate: null,
  effort: null,
};
