import type { Plan, Verdict } from "../plan/plan.ts";
import type { LawId, LawLimits } from "../rulebook/law-limits.ts";

export type Severity = "must" | "default" | "flag";

/** What a law found. `why` says what a verdict alone does not, in one plain clause without numbers. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly measured?: number;
  readonly limit?: number;
  readonly weeks?: readonly number[];
  readonly why?: string;
}

/** One law of training: a sentence, the reason for it, and a pure judge of finished plans. */
export interface Law<Id extends LawId = LawId> {
  readonly id: Id;
  /** The file name of its page and test: `long-run-is-longest`. */
  readonly name: string;
  readonly sentence: string;
  readonly reason: string;
  readonly severity: Severity;
  /** A plan law judges one plan; a comparison law is a property of the engine, proved by test. */
  readonly shape: "plan" | "comparison";
  readonly judge: (plan: PlanUnderLaw, limits: LawLimits[Id]) => Judgement;
}

/** A plan that has no certificate yet. */
export type PlanUnderLaw = Omit<Plan, "certificate">;
