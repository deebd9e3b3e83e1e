import type { QualityWords } from "../rulebook/law-limits.ts";
import { briskSecondsOf, fastSecondsOf, type Doses } from "./doses.ts";
import type { SessionKind } from "./vocabulary.ts";

const RUNNING_BESIDE: readonly SessionKind[] = ["cross_training", "strength"];

const ALWAYS_QUALITY: readonly SessionKind[] = [
  "threshold",
  "interval",
  "repetition",
  "race_pace",
  "tune_up_race",
  "race",
];

export const isRunKind = (kind: SessionKind): boolean => !RUNNING_BESIDE.includes(kind);

/**
 * Whether a run is quality by what it holds, whatever it is called: work faster than half-marathon pace
 * beyond a few strides, or a block at marathon pace or faster. In a long run only the block counts.
 */
export function isQualityRun(kind: SessionKind, doses: Doses, words: QualityWords): boolean {
  if (ALWAYS_QUALITY.includes(kind)) return true;
  if (briskSecondsOf(doses) >= words.marathonPaceSecondsMin) return true;
  return kind !== "long" && fastSecondsOf(doses) >= words.fastSecondsMin;
}
