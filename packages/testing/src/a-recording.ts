import { NO_TOTALS, type Recording, type Sample } from "@strideiq/activity";

/** A run as a watch tells it: due north from a place in Zurich, at an even pace, a sample every second or so. */
export interface RunShape {
  readonly id?: string;
  /** With its offset from UTC: `2026-05-09T08:00:00+02:00`. */
  readonly at: string;
  readonly seconds: number;
  readonly secondsPerKm: number;
  readonly everySeconds?: number;
  readonly heartRate?: number;
  readonly change?: Partial<Recording>;
}

const LATITUDE = 47.37;
const LONGITUDE = 8.54;
const DEGREE_METRES = 111_195;

export function aRecording(shape: RunShape): Recording {
  const { at, change, everySeconds = 5, heartRate, id = "run-1", seconds, secondsPerKm } = shape;
  const startedAt = Date.parse(at);
  const samples: Sample[] = [];
  for (let second = 0; second <= seconds; second += everySeconds) {
    const metres = (second / secondsPerKm) * 1000;
    samples.push({
      at: startedAt + second * 1000,
      latitude: LATITUDE + metres / DEGREE_METRES,
      longitude: LONGITUDE,
      metres,
      altitude: 400,
      heartRate: heartRate ?? null,
      cadence: 176,
    });
  }
  return {
    id,
    source: "file",
    format: "fit",
    sportWord: "running",
    subSportWord: null,
    name: null,
    notes: null,
    device: "watch",
    startedAt,
    toldStart: null,
    utcOffsetSeconds: null,
    totals: NO_TOTALS,
    laps: [],
    samples,
    stops: [],
    workout: null,
    faults: [],
    ...change,
  };
}
