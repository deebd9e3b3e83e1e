import type { QualityWords } from "../rulebook/law-limits.ts";
import type { QualityRules } from "../rulebook/quality-rules.ts";
import { briskSecondsOf, fastSecondsOf, type Doses } from "./doses.ts";
import type { RaceDistance, SessionKind } from "./vocabulary.ts";

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

/** Hard days that runners of this volume take in a build week, a hard long run among them; 0 below all rows. */
export const hardDaysUsual = (
  distance: RaceDistance,
  { runDays, metres }: { readonly runDays: number; readonly metres: number },
  { perWeek }: QualityRules,
): number =>
  perWeek.findLast(
    ({ distances, daysMin, weekMetresMin }) =>
      distances.includes(distance) && runDays >= daysMin && metres >= weekMetresMin,
  )?.sessions ?? 0;
