import type { PlanRequest } from "../athlete/request.ts";
import type { LawVerdict, Plan } from "../plan/plan.ts";
import { err, type Result } from "../result/result.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { firstCleanPlan } from "./first-clean-plan.ts";
import { horizonOf } from "./frame.ts";
import { gently } from "./gently.ts";
import { isLawId, LAW_FIELDS } from "./law-fields.ts";
import { nearestPlan } from "./nearest.ts";
import { type Obstacle, obstacleOf, weekTooSmall } from "./obstacle.ts";
import type { Refusal } from "./refusal.ts";
import { type Runner, runnerOf } from "./runner.ts";
import { asNewRunner } from "./run-walk-start.ts";
import { withSoonerLongRuns } from "./sooner-long-runs.ts";

/**
 * Turns a checked request into a plan with its certificate, or into a refusal with the nearest plan.
 * The plan that is returned breaks no law: every way of building it is judged whole, as a coach reads
 * it, and the first clean one is the plan.
 * @param request in metres, seconds and calendar dates, with the athlete's own today
 */
export function generatePlan(request: PlanRequest, rulebook: Rulebook): Result<Plan, Refusal> {
  if (request.easyOnly !== true) return planOrNearest(request, rulebook);
  const { easyOnly: _, ...wish } = request;
  return gently(planOrNearest(wish, rulebook), rulebook);
}

function planOrNearest(request: PlanRequest, rulebook: Rulebook): Result<Plan, Refusal> {
  const tried = attemptPlan(request, rulebook);
  if (tried.ok) return tried;
  const nearest = nearestPlan(asNewRunner(request, rulebook), tried.error, rulebook, attemptPlan);
  return err({ type: "Refusal", ...tried.error, nearest });
}

/**
 * The plan of one wish, or what stands in its way, without looking for the nearest wish that works. That search
 * makes dozens of plans, which is too much for whoever only asks whether a wish can be kept.
 */
export function attemptPlan(asked: PlanRequest, rulebook: Rulebook): Result<Plan, Obstacle> {
  const request = asNewRunner(asked, rulebook);
  const horizon = horizonOf(request, rulebook);
  const runner = runnerOf(request, horizon.weeks, rulebook);
  const facts = { request, runner, horizon, rulebook };
  const obstacle = obstacleOf(facts);
  if (obstacle !== null) return err(obstacle);
  const plan = firstCleanPlan(request, runner, horizon, rulebook);
  if (plan.ok) return plan;
  const sooner = withSoonerLongRuns(request, runner, horizon, rulebook);
  const another = sooner === null ? plan : firstCleanPlan(request, sooner, horizon, rulebook);
  if (another.ok) return another;
  const isWeekAtFault = plan.error?.id === "E3" || plan.error?.id === "E4";
  return err((isWeekAtFault ? weekTooSmall(facts) : null) ?? obstacleFrom(plan.error, runner));
}

function obstacleFrom(breach: LawVerdict | undefined, { weeklyMetres }: Runner): Obstacle {
  if (breach === undefined || !isLawId(breach.id))
    return { law: "S5", field: "unavailable", measured: null, limit: null, quantity: "count" };
  return {
    law: breach.id,
    field: LAW_FIELDS[breach.id],
    // Law E1 measures where the base block leads to; what stands in the way is what the runner runs now.
    measured: (breach.id === "E1" ? weeklyMetres : null) ?? breach.measured ?? null,
    limit: breach.limit ?? null,
    quantity: breach.quantity ?? "count",
    ...(breach.weeks === undefined ? {} : { weeks: breach.weeks }),
  };
}
