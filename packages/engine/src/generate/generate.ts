import type { PlanRequest } from "../athlete/request.ts";
import { breachesOf, certify } from "../checks/certify.ts";
import type { LawVerdict, Plan } from "../plan/plan.ts";
import { err, ok, type Result } from "../result/result.ts";
import { isLawId, LAW_FIELDS } from "./law-fields.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { grownMost } from "../volume/growth.ts";
import { buildPlan } from "./build-plan.ts";
import { type Horizon, horizonOf } from "./frame.ts";
import { nearestPlan } from "./nearest.ts";
import { type Obstacle, obstacleOf, RUN_DAYS_MIN } from "./obstacle.ts";
import { type Policy, policiesOf } from "./policy.ts";
import type { Refusal } from "./refusal.ts";
import { type Runner, runnerOf } from "./runner.ts";

/**
 * Turns a checked request into a plan with its certificate, or into a refusal with the nearest plan.
 * The plan that is returned breaks no law: every way of building it is judged whole, as a coach reads
 * it, and the first clean one is the plan.
 * @param request in metres, seconds and calendar dates, with the athlete's own today
 */
export function generatePlan(request: PlanRequest, rulebook: Rulebook): Result<Plan, Refusal> {
  const tried = tryPlan(request, rulebook);
  if (tried.ok) return tried;
  const nearest = nearestPlan(request, tried.error, rulebook, tryPlan);
  return err({ type: "Refusal", ...tried.error, nearest });
}

/** One wish, without looking for neighbours. */
function tryPlan(request: PlanRequest, rulebook: Rulebook): Result<Plan, Obstacle> {
  const horizon = horizonOf(request, rulebook);
  const runner = runnerOf(request, horizon.weeks, rulebook);
  const obstacle = obstacleOf({ request, runner, horizon, rulebook });
  if (obstacle !== null) return err(obstacle);
  return firstCleanPlan(request, runner, horizon, rulebook);
}

function firstCleanPlan(
  request: PlanRequest,
  runner: Runner,
  horizon: Horizon,
  rulebook: Rulebook,
): Result<Plan, Obstacle> {
  const days = carriedDays(request, runner, rulebook);
  const hopeless = new Set<string>();
  let nearestBreach: LawVerdict | undefined;
  for (const policy of policiesOf(rulebook.races[request.distance], horizon.weeks, rulebook)) {
    const daysPerWeek = days - policy.daysFewer;
    if (daysPerWeek < RUN_DAYS_MIN || hopeless.has(curveOf(policy))) continue;
    const plan = buildPlan(request, runner, daysPerWeek, horizon, policy, rulebook);
    if (plan === null) continue;
    const certificate = certify(plan, rulebook);
    const breaches = breachesOf(certificate);
    if (breaches.length === 0) return ok({ ...plan, certificate });
    nearestBreach ??= breaches[0];
    if (breaches.some((breach) => CURVE_LAWS.includes(breach.id))) hopeless.add(curveOf(policy));
  }
  return err(obstacleFrom(nearestBreach));
}

/** Laws that the curve of volume and long run decides alone: no other choice of sessions mends them. */
const CURVE_LAWS: readonly string[] = ["L1", "L3", "L6", "V1", "V4", "T1"];

const curveOf = ({ growth, daysFewer, peakShare, taperWeeks }: Policy): string =>
  [growth, daysFewer, peakShare, taperWeeks].join(" ");

/** Law E3: as many days as leave every run other than the long one a distance worth lacing up for. */
export function carriedDays(request: PlanRequest, runner: Runner, { laws, longRun }: Rulebook): number {
  const most = runner.tier === "low" || runner.tier === "builder" ? 6 : 7;
  let days = Math.min(request.daysPerWeek, most);
  const long = firstLongGuess(runner, laws.E2, longRun.firstShare);
  while (days > RUN_DAYS_MIN && (runner.startMetres - long) / (days - 1) < laws.E3.otherRunMetresMin)
    days -= 1;
  return days;
}

function firstLongGuess(
  runner: Runner,
  growth: { readonly growthMax: number; readonly smallMetres: number; readonly smallStepMetres: number },
  firstShare: number,
): number {
  const usual = Math.min(runner.longRunPeakMetres * firstShare, runner.startMetres * 0.5);
  if (runner.longestMetres === null) return usual;
  return Math.min(
    usual,
    grownMost(runner.longestMetres, {
      share: growth.growthMax,
      stepMetres: growth.smallStepMetres,
      stepBelowMetres: growth.smallMetres,
    }),
  );
}

function obstacleFrom(breach: LawVerdict | undefined): Obstacle {
  if (breach === undefined || !isLawId(breach.id))
    return { law: "S5", field: "unavailable", measured: null, limit: null };
  return {
    law: breach.id,
    field: LAW_FIELDS[breach.id],
    measured: breach.measured ?? null,
    limit: breach.limit ?? null,
  };
}
