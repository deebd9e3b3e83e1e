import type { Sample, Stop } from "../recording/recording.ts";
import type { RecordingRules } from "../rules/activity-rules.ts";
import { createStopped } from "./stopped.ts";

/** Metres since the start at each sample, by the way between positions. */
export interface Way {
  readonly metres: readonly number[];
  /** Some positions were too far from the others to be true. */
  readonly hasJumps: boolean;
}

/** So many positions that agree with each other are where the runner is, whatever came before them. */
const AGREEING = 3;

/** Positions out of reach of the last that was believed, each within reach of the one before it. */
interface Elsewhere {
  readonly last: Sample;
  readonly way: readonly { readonly index: number; readonly metres: number }[];
}

/**
 * The way from position to position; null without any. One out of reach of the last is left out, unless others
 * follow that agree with it: then it was the earlier ones that were wrong, as the first are before a watch has
 * found its satellites. What was made while the watch was stopped, by bus or on foot, is no part of the way.
 */
export function alongPositions(
  samples: readonly Sample[],
  stops: readonly Stop[],
  { metresPerSecondMax }: RecordingRules,
): Way | null {
  const stopped = createStopped(stops);
  const metres: number[] = [];
  let last: Sample | null = null;
  let elsewhere: Elsewhere | null = null;
  let total = 0;
  let hasJumps = false;
  for (const [index, sample] of samples.entries()) {
    metres.push(total);
    if (sample.latitude === null) continue;
    const before: Sample = last ?? sample;
    const pause = stops.length === 0 ? 0 : stopped(before.at, sample.at);
    const step = metresBetween(before, sample);
    const reach = ((sample.at - before.at) / 1000 - pause) * metresPerSecondMax;
    if (step <= reach || pause > 0 || last === null) {
      if (step <= reach) total += step;
      metres[index] = total;
      last = sample;
      elsewhere = null;
      continue;
    }
    hasJumps = true;
    elsewhere = withNext(elsewhere, sample, index, metresPerSecondMax);
    if (elsewhere.way.length < AGREEING) continue;
    for (const one of elsewhere.way) metres[one.index] = total + one.metres;
    total = metres[index] ?? total;
    last = sample;
    elsewhere = null;
  }
  return last === null ? null : { metres, hasJumps };
}

function withNext(
  elsewhere: Elsewhere | null,
  sample: Sample,
  index: number,
  metresPerSecondMax: number,
): Elsewhere {
  const step = elsewhere === null ? 0 : metresBetween(elsewhere.last, sample);
  const seconds = elsewhere === null ? 0 : (sample.at - elsewhere.last.at) / 1000;
  if (elsewhere === null || step > seconds * metresPerSecondMax)
    return { last: sample, way: [{ index, metres: 0 }] };
  const metres = (elsewhere.way.at(-1)?.metres ?? 0) + step;
  return { last: sample, way: [...elsewhere.way, { index, metres }] };
}

const EARTH_METRES = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The great circle between two positions (haversine), on a sphere of the earth's mean radius. */
function metresBetween(from: Sample, to: Sample): number {
  const [fromLatitude, toLatitude] = [radians(from.latitude ?? 0), radians(to.latitude ?? 0)];
  const half = Math.sin((toLatitude - fromLatitude) / 2);
  const across = Math.sin(radians((to.longitude ?? 0) - (from.longitude ?? 0)) / 2);
  const chord = half * half + Math.cos(fromLatitude) * Math.cos(toLatitude) * across * across;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}
