import type { VolumeTier } from "../plan/vocabulary.ts";
import type { DoseRules } from "../rulebook/quality-rules.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Stimulus } from "../rulebook/workout-definition.ts";
import { type Pacing, secondsPerMetre } from "./pacing.ts";

/** Seconds of work a session aims at, and may hold at most. */
export interface Dose {
  readonly seconds: number;
  readonly secondsMax: number;
}

export interface DoseFacts {
  readonly stimulus: Stimulus;
  readonly weekMetres: number;
  readonly tier: VolumeTier;
  /** 0 at the start of the block, 1 at its end. */
  readonly progress: number;
  readonly doseShare: number;
}

/**
 * Time at intensity first: bounds in seconds per tier, guided by a share of the week's distance, and
 * growing over the block while the pace stays.
 */
export function doseOf(facts: DoseFacts, pacing: Pacing, rulebook: Rulebook): Dose | null {
  const rules: DoseRules | undefined = rulebook.quality.doses[facts.stimulus];
  if (rules === undefined) return null;
  const pace = secondsPerMetre(rules.zone, pacing);
  const { min, max } = rules.seconds[facts.tier];
  const guided = rules.shareOfWeek[facts.tier] * facts.weekMetres * pace;
  const full = Math.min(Math.max(guided, min), max);
  const grown = rules.firstShare + (1 - rules.firstShare) * facts.progress;
  const secondsMax = Math.min(rules.shareOfWeekMax * facts.weekMetres * pace, rules.metresMax * pace, max);
  return { seconds: Math.min(full * grown * facts.doseShare, secondsMax), secondsMax };
}
