import type { Sample, Stop } from "../recording/recording.ts";
import type { MovingRules } from "../rules/activity-rules.ts";
import { createStopped } from "./stopped.ts";

/**
 * Seconds spent moving since the start, at each sample. Standing is being slower than the rules say for longer
 * than they say, or having stopped the watch.
 */
export function movingSecondsOf(
  samples: readonly Sample[],
  metres: readonly number[],
  stops: readonly Stop[],
  rules: MovingRules,
): readonly number[] {
  const moving: number[] = [];
  const stopped = createStopped(stops);
  let total = 0;
  let slow = 0;
  for (const [index, { at }] of samples.entries()) {
    const before = samples[index - 1];
    if (before !== undefined) {
      const seconds = (at - before.at) / 1000 - stopped(before.at, at);
      const step = (metres[index] ?? 0) - (metres[index - 1] ?? 0);
      if (seconds > 0 && step >= seconds * rules.metresPerSecondMin) {
        // A short slow stretch was reception, not a pause.
        total += seconds + (slow < rules.pauseSecondsMin ? slow : 0);
        slow = 0;
      } else slow += Math.max(0, seconds);
    }
    moving.push(total);
  }
  return moving;
}
