import type { Activity, TrackPoint } from "../activity/activity.ts";
import type { ElevationRules } from "../rules/activity-rules.ts";
import { levelMetresOf } from "./gradient.ts";

/** A piece of a run long enough to have a pace: the moving time in it, its level speed and its heart rate. */
export interface Beat {
  /** Since the start, pauses included. */
  readonly fromSeconds: number;
  readonly seconds: number;
  /** On the level, for the same effort. */
  readonly metresPerSecond: number;
  readonly heartRate: number | null;
}

/** Of single seconds nothing can be said: reception makes a pace of 3:00 of one of 5:00. */
const BEAT_SECONDS = 20;

/** A run cut into pieces of moving time; of laps alone each is a piece. */
export function beatsOf(
  { laps, metres, movingSeconds, track }: Activity,
  rules: ElevationRules,
): readonly Beat[] {
  if (track.length > 1 && (track.at(-1)?.metres ?? 0) > 0) return beatsOfTrack(track, rules);
  const known = laps.filter((lap) => lap.metres !== null);
  if (known.length > 0)
    return known.map((lap) => ({
      fromSeconds: lap.fromSeconds,
      seconds: lap.seconds,
      metresPerSecond: (lap.metres ?? 0) / lap.seconds,
      heartRate: lap.averageHeartRate,
    }));
  return metres === null || movingSeconds <= 0
    ? []
    : [{ fromSeconds: 0, seconds: movingSeconds, metresPerSecond: metres / movingSeconds, heartRate: null }];
}

function beatsOfTrack(track: readonly TrackPoint[], rules: ElevationRules): readonly Beat[] {
  const level = levelMetresOf(track, rules);
  const beats: Beat[] = [];
  let from = 0;
  let [pulse, count] = [0, 0];
  for (const [index, point] of track.entries()) {
    if (point.heartRate !== null) {
      pulse += point.heartRate;
      count += 1;
    }
    const start = track[from];
    const seconds = point.movingSeconds - (start?.movingSeconds ?? 0);
    const isLast = index === track.length - 1;
    if (start === undefined || (seconds < BEAT_SECONDS && !isLast)) continue;
    if (seconds > 0)
      beats.push({
        fromSeconds: start.seconds,
        seconds,
        metresPerSecond: ((level[index] ?? 0) - (level[from] ?? 0)) / seconds,
        heartRate: count === 0 ? null : pulse / count,
      });
    [from, pulse, count] = [index, 0, 0];
  }
  return beats;
}
