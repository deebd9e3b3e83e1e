import type { Stop } from "../recording/recording.ts";

/** Seconds within a span in which the watch was stopped; spans are asked for in order. */
export function createStopped(stops: readonly Stop[]): (from: number, to: number) => number {
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
