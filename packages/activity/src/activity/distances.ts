import type { Sample, Stop } from "../recording/recording.ts";
import type { RecordingRules } from "../rules/activity-rules.ts";
import { alongPositions } from "./along-positions.ts";

/** Metres since the start at each sample, and where they come from. */
export interface Distances {
  readonly metres: readonly number[];
  readonly from: "told" | "positions" | "nothing";
  /** Some positions were too far from the others to be true. */
  readonly hasJumps: boolean;
}

/**
 * Distance along the samples. Most files tell it from the start; some tell it from one point to the next, and
 * some tell nonsense: it is believed when it never falls, or when its sum agrees with the positions.
 */
export function distancesOf(
  samples: readonly Sample[],
  stops: readonly Stop[],
  rules: RecordingRules,
): Distances {
  const told = samples.map(({ metres }) => metres);
  const isKnown = told.filter((metres) => metres !== null).length > samples.length * KNOWN_SHARE;
  const placed = alongPositions(samples, stops, rules);
  const byPlace = placed?.metres.at(-1) ?? 0;
  const stepwise = summed(told);
  const agrees = byPlace > 0 && Math.abs((stepwise.at(-1) ?? 0) / byPlace - 1) < AGREEMENT_SHARE;
  const hasJumps = placed?.hasJumps ?? false;
  if (isKnown && agrees) return { metres: stepwise, from: "told", hasJumps };
  if (isKnown && isRising(told) && lastOf(told) > 0)
    return { metres: filled(told), from: "told", hasJumps: false };
  if (placed !== null) return { ...placed, from: "positions" };
  return isKnown && isPlausible(stepwise, samples, rules)
    ? { metres: stepwise, from: "told", hasJumps: false }
    : { metres: samples.map(() => 0), from: "nothing", hasJumps: false };
}

/** Distances that most samples have are those of the file; a few stray ones are not. */
const KNOWN_SHARE = 0.5;
/** Positions summed up are some percent too long: each wanders about the true place. */
const AGREEMENT_SHARE = 0.15;
/** Rounding makes a rising distance fall by centimetres. */
const ROUNDING_METRES = 1;

function isRising(told: readonly (number | null)[]): boolean {
  let before = 0;
  for (const metres of told) {
    if (metres === null) continue;
    if (metres < before - ROUNDING_METRES) return false;
    before = metres;
  }
  return true;
}

const lastOf = (told: readonly (number | null)[]): number => told.findLast((metres) => metres !== null) ?? 0;

/** Between two that are known the last known one stands, and nothing is lost but detail. */
function filled(told: readonly (number | null)[]): readonly number[] {
  let last = 0;
  return told.map((metres) => {
    last = Math.max(last, metres ?? last);
    return last;
  });
}

function summed(told: readonly (number | null)[]): readonly number[] {
  let sum = 0;
  return told.map((metres) => {
    sum += metres ?? 0;
    return sum;
  });
}

function isPlausible(metres: readonly number[], samples: readonly Sample[], rules: RecordingRules): boolean {
  const [first, last] = [samples[0], samples.at(-1)];
  const seconds = first && last ? (last.at - first.at) / 1000 : 0;
  const total = metres.at(-1) ?? 0;
  return total > 0 && total <= seconds * rules.metresPerSecondMax;
}
