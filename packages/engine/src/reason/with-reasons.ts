import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Plan } from "../plan/plan.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { phasesOf } from "./phases.ts";
import { workoutCardsOf } from "./workout-cards.ts";

/** A plan with its reasons and the definitions it uses; all that it lacks is the certificate. */
export type ExplainedPlan = Omit<Plan, "certificate">;

/**
 * Writes into a finished plan why each phase, week and session is there. Everything is measured on the plan
 * itself, so that a plan that was edited or planned anew is explained like one that was just made; reasons
 * it had before are replaced.
 */
export function withReasons(plan: PlanUnderLaw, rulebook: Rulebook): ExplainedPlan {
  return {
    ...plan,
    phases: phasesOf(plan.weeks).map((phase) => ({ ...phase, why: [] })),
    workouts: workoutCardsOf(plan.weeks, rulebook),
  };
}
