import type { Activity, Caution, IntentReason, Score, Sport } from "@strideiq/activity";
import type { Units } from "@strideiq/engine";
import { formatLongDate } from "../numbers/format-date.ts";
import { formatClock } from "../numbers/format-duration.ts";
import { METRES_PER_MILE } from "../numbers/format-distance.ts";
import { formatPace } from "../numbers/format-pace.ts";

export const SPORT_NAMES: Readonly<Record<Sport, string>> = {
  run: "Run",
  walk: "Walk",
  hike: "Hike",
  ride: "Ride",
  swim: "Swim",
  strength: "Strength",
  cross_training: "Cross-training",
  other: "Activity",
};

export const CAUTION_WORDS: Readonly<Record<Caution, string>> = {
  clock_wrong: "the device's clock was wrong: tell the day",
  clock_mended: "the device's clock was wrong; the day is that of the archive",
  day_from_home: "the day is that at home; the file does not tell where it was",
  sport_unknown: "the sport it names is not known here; say which it was",
  sport_told: "the sport is the one you told",
  sport_guessed: "the file does not tell the sport; it was told by name or speed",
  laps_contradict: "its laps contradict its points and were left out",
  positions_left_out: "some positions were out of reach and were left out",
  impossible_speed: "faster than anybody runs",
  distance_missing: "no distance",
};

export const SCORE_NAMES: Readonly<Record<Score, string>> = {
  nailed: "nailed",
  close: "close",
  missed: "missed",
};

export const INTENT_REASON_WORDS: Readonly<Record<IntentReason, string>> = {
  too_fast: "too fast",
  too_slow: "too slow",
  work_missing: "some of the work is missing",
  rest_too_fast: "warm-up, rests or cool-down too fast",
  heart_rate_high: "heart rate too high",
  effort_high: "felt too hard",
  unknown: "cannot be told without pace, heart rate or effort",
};

/** A distance that was run, to ten metres: `12.24 km`. What was planned is told more coarsely. */
export const formatRunDistance = (metres: number, units: Units): string =>
  `${(metres / (units === "km" ? 1000 : METRES_PER_MILE)).toFixed(2)} ${units}`;

/** An activity in a line: day, sport, distance, time, pace, ascent, heart rate. */
export function activityLine(activity: Activity, units: Units): string {
  const { ascentMetres, averageHeartRate, metres, movingSeconds, sport, start, surface } = activity;
  const isRun = sport === "run" || sport === "walk" || sport === "hike";
  const pieces = [
    start === null ? "day unknown" : formatLongDate(start.day),
    surface === "unknown" ? SPORT_NAMES[sport] : `${SPORT_NAMES[sport]} (${surface})`,
    metres === null ? null : formatRunDistance(metres, units),
    formatClock(movingSeconds),
    isRun && metres !== null ? formatPace((movingSeconds / metres) * 1000, units) : null,
    ascentMetres === null ? null : `${String(Math.round(ascentMetres))} m up`,
    averageHeartRate === null ? null : `${String(Math.round(averageHeartRate))} bpm`,
  ];
  return pieces.filter((piece) => piece !== null).join(" \u00B7 ");
}
