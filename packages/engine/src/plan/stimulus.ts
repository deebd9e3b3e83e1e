import type { QualityWords } from "../rulebook/law-limits.ts";
import { briskSecondsOf, type Doses } from "./doses.ts";
import type { OptionFacts } from "./measured-plan.ts";
import type { SessionKind, Stress, Zone } from "./vocabulary.ts";

/** An effort that is worth naming; endurance is what is left without one. */
export type Effort = Exclude<Stress, "endurance">;

const ZONES_OF_STRESS = {
  race_pace: ["marathon", "half_marathon"],
  threshold: ["threshold"],
  interval: ["ten_k", "interval"],
  repetition: ["repetition"],
} as const satisfies Record<Effort, readonly Zone[]>;

/** Every effort, from the slowest. */
export const EFFORTS = ["race_pace", "threshold", "interval", "repetition"] as const;

/** What work in a zone mainly trains. */
export function stressOfZone(zone: Zone): Stress {
  return EFFORTS.find((stress) => ZONES_OF_STRESS[stress].some((one) => one === zone)) ?? "endurance";
}

/** The zones that an effort is run in. */
export const zonesOf = (effort: Effort): readonly Zone[] => ZONES_OF_STRESS[effort];

/** Seconds of an effort in a session. */
export const secondsOf = ({ seconds }: Doses, effort: Effort): number => {
  let total = 0;
  for (const zone of ZONES_OF_STRESS[effort]) total += seconds[zone];
  return total;
};

/** A long run with a short fast finish is endurance; a session of several efforts is what it holds most of. */
export function stressOf({ kind, doses }: OptionFacts, words: QualityWords): Stress {
  if (kind === "long" && briskSecondsOf(doses) < words.marathonPaceSecondsMin) return "endurance";
  let most: Stress = "endurance";
  let seconds = 0;
  for (const stress of EFFORTS) {
    const held = secondsOf(doses, stress);
    if (held > seconds) [most, seconds] = [stress, held];
  }
  return most;
}

const NO_SESSION_OF_ONE_EFFORT: readonly SessionKind[] = ["race", "tune_up_race", "long"];

/** Enough of one effort to count as a session of it; mixed sessions count for each, long runs for none. */
function holds(
  option: OptionFacts,
  stress: "threshold" | "interval" | "repetition",
  words: QualityWords,
): boolean {
  if (NO_SESSION_OF_ONE_EFFORT.includes(option.kind)) return false;
  const seconds = secondsOf(option.doses, stress);
  return seconds >= words.fastSecondsMin || (option.kind === stress && seconds > 0);
}

export const holdsThreshold = (option: OptionFacts, words: QualityWords): boolean =>
  holds(option, "threshold", words);

export const holdsInterval = (option: OptionFacts, words: QualityWords): boolean =>
  holds(option, "interval", words);

export const holdsRepetition = (option: OptionFacts, words: QualityWords): boolean =>
  holds(option, "repetition", words);

/** Every effort that a session touches, strides and kinds of their own included. */
export function effortsOf({ kind, doses }: OptionFacts): readonly string[] {
  const efforts: string[] = EFFORTS.filter((stress) => secondsOf(doses, stress) > 0);
  if (doses.seconds.sprint > 0) efforts.push("strides");
  if (kind === "hills" || kind === "fartlek") efforts.push(kind);
  return efforts;
}
