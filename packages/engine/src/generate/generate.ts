import type { PlanRequest } from "../athlete/request.ts";
import type { Plan } from "../plan/plan.ts";
import type { Result } from "../result/result.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Refusal } from "./refusal.ts";

/** Turns a checked request into a plan with its certificate, or into a refusal with the nearest plan. */
export function generatePlan(_request: PlanRequest, _rulebook: Rulebook): Result<Plan, Refusal> {
  throw new Error("The generator is being built.");
}
