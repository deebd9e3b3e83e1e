import type { LawId, PlanUnderLaw } from "@strideiq/engine";

/** A plan with one thing wrong, and what certificates must say of it. */
export interface BrokenPlan {
  /** What was done to it, as the end of "a plan ...". */
  readonly story: string;
  readonly plan: PlanUnderLaw;
  /** Every law that it breaks: its own, and those that cannot be kept with it. */
  readonly breaks: readonly LawId[];
}

export const broken = (story: string, plan: PlanUnderLaw, ...breaks: readonly LawId[]): BrokenPlan => ({
  story,
  plan,
  breaks,
});
