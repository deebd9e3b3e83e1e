import type { TrackPoint } from "../activity/activity.ts";

/** A track as it is drawn: a value for each of some hundred stretches. */
export interface Chart {
  /** Since the start, pauses included. */
  readonly seconds: readonly number[];
  /** Since the start. */
  readonly metres: readonly number[];
  /** Over the stretch, without standing; null where nobody moved. */
  readonly secondsPerKm: readonly (number | null)[];
  readonly altitude: readonly (number | null)[];
  readonly heartRate: readonly (number | null)[];
}

/** Slower than this over a stretch is standing, and no pace. */
const SECONDS_PER_KM_MAX = 1800;

/** The track in at most so many stretches of equal time. Pace, height and heart rate are means of each. */
export function chartOf(track: readonly TrackPoint[], pointsMax: number): Chart | null {
  const last = track.at(-1);
  if (last === undefined || track.length < 2) return null;
  const width = last.seconds / Math.min(pointsMax, track.length - 1);
  const stretches: TrackPoint[][] = [];
  for (const point of track) {
    const index = width <= 0 ? 0 : Math.min(pointsMax - 1, Math.floor(point.seconds / width));
    (stretches[index] ??= []).push(point);
  }
  const filled = stretches.filter((stretch) => stretch.length > 0);
  return {
    seconds: filled.map((stretch) => rounded(stretch.at(-1)?.seconds ?? 0, 1)),
    metres: filled.map((stretch) => rounded(stretch.at(-1)?.metres ?? 0, 1)),
    secondsPerKm: filled.map((stretch, index) =>
      paceOf(filled[index - 1]?.at(-1) ?? stretch[0], stretch.at(-1)),
    ),
    altitude: filled.map((stretch) => meanOf(stretch.map(({ altitude }) => altitude))),
    heartRate: filled.map((stretch) => meanOf(stretch.map(({ heartRate }) => heartRate))),
  };
}

const rounded = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places;

function paceOf(from: TrackPoint | undefined, to: TrackPoint | undefined): number | null {
  const metres = (to?.metres ?? 0) - (from?.metres ?? 0);
  const seconds = (to?.movingSeconds ?? 0) - (from?.movingSeconds ?? 0);
  const pace = metres > 0 && seconds > 0 ? (seconds / metres) * 1000 : null;
  return pace === null || pace > SECONDS_PER_KM_MAX ? null : rounded(pace, 1);
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : rounded(known.reduce((sum, value) => sum + value, 0) / known.length, 1);
}
