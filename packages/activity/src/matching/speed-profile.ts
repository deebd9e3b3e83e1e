import { beatsOf } from "../analysis/rhythm.ts";
import type { Activity } from "../activity/activity.ts";
import type { ElevationRules } from "../rules/activity-rules.ts";

/** How long a run was at each speed: metres per second on the level, and seconds; the slowest first. */
export type SpeedProfile = readonly (readonly [metresPerSecond: number, seconds: number])[];

/** Finer than any pace is kept. */
const STEPS_PER_METRE = 100;

/**
 * All that matching needs of a track, in some hundred numbers: thousands of runs are matched without reading what
 * lies behind them.
 */
export function speedProfileOf(activity: Activity, rules: ElevationRules): SpeedProfile {
  const seconds = new Map<number, number>();
  for (const beat of beatsOf(activity, rules)) {
    const step = Math.round(beat.metresPerSecond * STEPS_PER_METRE);
    seconds.set(step, (seconds.get(step) ?? 0) + beat.seconds);
  }
  return [...seconds]
    .toSorted(([a], [b]) => a - b)
    .map(([step, time]) => [step / STEPS_PER_METRE, Math.round(time * 10) / 10]);
}
