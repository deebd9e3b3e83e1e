import type { QualityWords } from "../rulebook/law-limits.ts";
import { briskSecondsOf } from "./doses.ts";
import type { OptionFacts } from "./measured-plan.ts";
import { workText } from "./pieces.ts";
import type { LongRunInside } from "./vocabulary.ts";

export function longRunInsideOf({ doses, pieces, ground }: OptionFacts, words: QualityWords): LongRunInside {
  const brisk = briskSecondsOf(doses);
  if (brisk >= words.marathonPaceSecondsMin) return "race_pace";
  if (brisk > 0) return pieces.filter(({ zone }) => BRISK.has(zone)).length > 1 ? "surges" : "fast_finish";
  if (doses.seconds.steady > 0) return "progression";
  if (doses.seconds.sprint > 0) return "strides";
  return ground === "any" ? "easy" : ground;
}

const BRISK: ReadonlySet<string> = new Set([
  "marathon",
  "half_marathon",
  "threshold",
  "ten_k",
  "interval",
  "repetition",
]);

/** Equal texts: two long runs that differ in nothing but their length. */
export const insideTextOf = (option: OptionFacts, words: QualityWords): string =>
  `${longRunInsideOf(option, words)} ${workText(option.pieces)}`;
