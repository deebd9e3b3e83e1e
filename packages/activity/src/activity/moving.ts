import type { Sample, Stop } from "../recording/recording.ts";
import type { MovingRules } from "../rules/activity-rules.ts";

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

/** Seconds within a span in which the watch was stopped; spans are asked for in order. */
function createStopped(stops: readonly Stop[]): (from: number, to: number) => number {
  const ordered = stops.toSorted((a, b) => a.from - b.from);
  let next = 0;
  return (from, to) => {
    let milliseconds = 0;
    for (let index = next; index < ordered.length; index += 1) {
      const stop = ordered[index];
      if (stop === undefined || stop.from >= to) break;
      milliseconds += Math.max(0, Math.min(to, stop.to) - Math.max(from, stop.from));
      if (stop.to <= to) next = index + 1;
    }
    return milliseconds / 1000;
  };
}
