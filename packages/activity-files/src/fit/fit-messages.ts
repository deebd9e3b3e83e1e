import {
  NO_TOTALS,
  type RecordedLap,
  type RecordedTotals,
  type RecordedWorkout,
  type Sample,
  type Stop,
} from "@strideiq/activity";
import { wordsIn } from "../reading.ts";
import type { FitMessages } from "./decode-fit.ts";
import { millisecondsIn, type Message, numberOf, valueOf, wordIn } from "./message.ts";

/** Positions are stored as parts of a half circle. */
const DEGREES = 180 / 2 ** 31;

export const samplesOf = ({ record }: FitMessages): readonly Sample[] =>
  record.flatMap((message) => {
    const at = millisecondsIn(message, "timestamp");
    if (at === null) return [];
    const latitude = numberOf(message, "positionLat");
    const longitude = numberOf(message, "positionLong");
    const isPlaced = latitude !== null && longitude !== null;
    return {
      at,
      latitude: isPlaced ? latitude * DEGREES : null,
      longitude: isPlaced ? longitude * DEGREES : null,
      metres: numberOf(message, "distance"),
      altitude: numberOf(message, "enhancedAltitude") ?? numberOf(message, "altitude"),
      heartRate: numberOf(message, "heartRate"),
      cadence: cadenceOf(message),
    };
  });

/** FIT counts the steps of one foot. */
function cadenceOf(message: Message): number | null {
  const strides = numberOf(message, "cadence");
  return strides === null ? null : 2 * (strides + (numberOf(message, "fractionalCadence") ?? 0));
}

export const lapsOf = ({ lap }: FitMessages): readonly RecordedLap[] =>
  lap.flatMap((message) => {
    const startedAt = millisecondsIn(message, "startTime");
    const seconds = numberOf(message, "totalTimerTime") ?? numberOf(message, "totalElapsedTime");
    if (startedAt === null || seconds === null) return [];
    return {
      startedAt,
      seconds,
      metres: numberOf(message, "totalDistance"),
      averageHeartRate: numberOf(message, "avgHeartRate"),
      workoutStep: numberOf(message, "wktStepIndex"),
    };
  });

export const totalsOf = (session: Message | undefined): RecordedTotals =>
  session === undefined
    ? NO_TOTALS
    : {
        metres: numberOf(session, "totalDistance"),
        elapsedSeconds: numberOf(session, "totalElapsedTime"),
        timerSeconds: numberOf(session, "totalTimerTime"),
        ascentMetres: numberOf(session, "totalAscent"),
        averageHeartRate: numberOf(session, "avgHeartRate"),
        maxHeartRate: numberOf(session, "maxHeartRate"),
        effort: effortOf(session),
      };

/** Garmin asks for the effort after a run and stores 10 to 100. */
function effortOf(session: Message): number | null {
  const stored = numberOf(session, "workoutRpe");
  return stored === null || stored < 0 || stored > 100 ? null : stored / 10;
}

const HALF_DAY_SECONDS = 14 * 3600;

/** The local clock less UTC, where the file tells both and the difference can be one. */
export function offsetOf(activity: Message | undefined): number | null {
  const local = numberOf(activity, "localTimestamp");
  const universal = numberOf(activity, "timestamp");
  if (local === null || universal === null) return null;
  // Clocks drift by seconds between the two; time zones lie on quarters of an hour.
  const seconds = Math.round((local - universal) / 900) * 900;
  return Math.abs(seconds) <= HALF_DAY_SECONDS ? seconds : null;
}

/** From each stop of the timer to the next start; a stop that ends the run is none. */
export function stopsOf({ event }: FitMessages, lastSample: number | undefined): readonly Stop[] {
  const stops: Stop[] = [];
  let stoppedAt: number | null = null;
  for (const message of event) {
    const at = millisecondsIn(message, "timestamp");
    if (at === null || wordIn(message, "event") !== "timer") continue;
    const type = wordIn(message, "eventType") ?? "";
    if (type.startsWith("stop")) stoppedAt ??= at;
    else if (type === "start" && stoppedAt !== null) {
      if (at > stoppedAt) stops.push({ from: stoppedAt, to: at });
      stoppedAt = null;
    }
  }
  if (stoppedAt !== null && lastSample !== undefined && lastSample > stoppedAt)
    stops.push({ from: stoppedAt, to: lastSample });
  return stops;
}

export function workoutOf({ workout, workoutStep }: FitMessages): RecordedWorkout | null {
  if (workout.length === 0 && workoutStep.length === 0) return null;
  const notes = [
    ...workout.map((message) => valueOf(message, "wktDescription")),
    ...workoutStep.flatMap(wordsOfStep),
  ];
  return {
    name: wordIn(workout[0], "wktName"),
    notes: notes.map((note) => wordsIn(note)).filter((note) => note !== null),
  };
}

const wordsOfStep = (step: Message): readonly unknown[] => [
  valueOf(step, "wktStepName"),
  valueOf(step, "notes"),
];
