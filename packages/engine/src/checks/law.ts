import type { PlanFacts } from "../plan/measured-plan.ts";
import type { Quantity } from "../plan/vocabulary.ts";
import type { LawId, LawLimits } from "../rulebook/law-limits.ts";
import type { Judgement } from "./judgement.ts";

export type Severity = "must" | "default" | "flag";

/** One law of training: a sentence, the reason for it, and a pure judge of finished plans. */
export interface Law<Id extends LawId = LawId> {
  readonly id: Id;
  /** The file name of its module and page: `long-run-is-longest`. */
  readonly name: string;
  readonly sentence: string;
  readonly reason: string;
  readonly severity: Severity;
  /** What its numbers count, where a finding does not say otherwise. */
  readonly quantity: Quantity;
  /**
   * A plan law judges one plan; a change law what became of it (before, after, what happened); a
   * comparison law is a property of the engine, proved by test.
   */
  readonly shape: "plan" | "change" | "comparison";
  /** Judges a measured plan by this law's limits in the rulebook that came with it. */
  readonly judge: (facts: PlanFacts) => Judgement;
}

/** A law as its module writes it: the judge gets its own limits handed in. */
export interface LawText<Id extends LawId> extends Omit<Law<Id>, "judge"> {
  readonly judge: (facts: PlanFacts, limits: LawLimits[Id]) => Judgement;
}

/** Makes a law out of its text, so that laws with different limits can stand in one list. */
export function defineLaw<Id extends LawId>(text: LawText<Id>): Law<Id> {
  return { ...text, judge: (facts) => text.judge(facts, facts.rules.laws[text.id]) };
}
