import type { PlanRequest } from "../athlete/request.ts";
import { longestForFinish, weeksForSmallWeek } from "../athlete/weeks-needed.ts";
import type { Quantity } from "../plan/vocabulary.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Horizon } from "./frame.ts";
import { runWalkStartMetres } from "./run-walk-start.ts";
import type { Runner } from "./runner.ts";

/** What stands against a wish: the law, the field that would have to give way, and the numbers. */
export interface Obstacle {
  readonly law: LawId | "horizon";
  readonly field: keyof PlanRequest;
  readonly measured: number | null;
  readonly limit: number | null;
  readonly quantity: Quantity;
  readonly weeks?: readonly number[];
}

interface Facts {
  readonly request: PlanRequest;
  readonly runner: Runner;
  readonly horizon: Horizon;
  readonly rulebook: Rulebook;
}

/** The first reason, if any, why no plan can keep this wish; known before anything is built. */
export function obstacleOf(facts: Facts): Obstacle | null {
  return (
    tooFewDays(facts) ??
    tooFewWeeks(facts) ??
    belowEntry(facts) ??
    climbTooSteep(facts) ??
    longRunTooShort(facts)
  );
}

/** The fewest run days that a plan is made for. */
export const RUN_DAYS_MIN = 3;

function tooFewDays({ request, runner }: Facts): Obstacle | null {
  const free = runner.available.length;
  if (free < RUN_DAYS_MIN) {
    const field = request.unavailable.length > 7 - RUN_DAYS_MIN ? "unavailable" : "dayLimits";
    return { law: "S5", field, measured: free, limit: RUN_DAYS_MIN, quantity: "days" };
  }
  if (request.daysPerWeek > free)
    return { law: "S5", field: "daysPerWeek", measured: request.daysPerWeek, limit: free, quantity: "days" };
  return null;
}

function tooFewWeeks({ request, runner, horizon, rulebook }: Facts): Obstacle | null {
  const asked = request.weeks ?? horizon.weeks;
  if (asked > horizon.weeksAvailable)
    return {
      law: "horizon",
      field: "weeks",
      measured: asked,
      limit: Math.max(0, horizon.weeksAvailable),
      quantity: "weeks",
    };
  const { shortHorizon, weeksMin } = rulebook.races[request.distance];
  const { longestMetres } = runner;
  const finishMetres = longestForFinish(runner.finishOnly, shortHorizon);
  const isUnready = (longestMetres ?? 0) < finishMetres;
  if (!isUnready && horizon.weeks >= rulebook.horizon.weeksMin) return null;
  // Who is close to it hears what is missing in kilometres, everybody else in weeks.
  const isClose = longestMetres !== null && longestMetres >= (shortHorizon?.longestMetresMin ?? Infinity);
  if (isUnready && isClose && horizon.weeks >= rulebook.horizon.weeksMin)
    return {
      law: "horizon",
      field: "longestMetres",
      measured: longestMetres,
      limit: finishMetres,
      quantity: "distance",
    };
  const limit = isUnready ? weeksMin : rulebook.horizon.weeksMin;
  return { law: "horizon", field: "raceDate", measured: horizon.weeks, limit, quantity: "weeks" };
}

function belowEntry({ request, runner, horizon, rulebook }: Facts): Obstacle | null {
  const race = rulebook.races[request.distance];
  if (runner.baseWeeksMin === 0 || horizon.weeks >= race.weeksMin + runner.baseWeeksMin) return null;
  return {
    law: "E1",
    field: "weeklyMetres",
    measured: runner.weeklyMetres,
    limit: rulebook.laws.E1.entryMetres[request.distance],
    quantity: "distance",
  };
}

/**
 * Small weeks and few of them: the steps that law V1 takes below 30 km a week would follow each other without a rest,
 * two of them in a row being more than half of the first week. No tier that is chosen makes up for it.
 */
function climbTooSteep({ request, runner, horizon, rulebook }: Facts): Obstacle | null {
  const limit = weeksForSmallWeek(runner.weeklyMetres, rulebook.races[request.distance].smallWeek);
  if (horizon.weeks >= limit) return null;
  return { law: "horizon", field: "raceDate", measured: horizon.weeks, limit, quantity: "weeks" };
}

/**
 * What to tell who chose a tier and runs too little for three real runs, grown as law V4 lets it: a builder would begin
 * with walks, the other tiers have none.
 */
export function weekTooSmall({ request, runner, rulebook }: Facts): Obstacle | null {
  if (request.tier === null || runner.runWalk !== null || runner.weeklyMetres === null) return null;
  const { share, smallStepMetres } = rulebook.laws.V4;
  const first = runWalkStartMetres(rulebook);
  const limit = Math.ceil(Math.min(first / share.max, first - smallStepMetres));
  const measured = Math.round(runner.weeklyMetres);
  return measured >= limit ? null : { law: "E3", field: "tier", measured, limit, quantity: "distance" };
}

function longRunTooShort({ request, runner, rulebook }: Facts): Obstacle | null {
  const { floorMetres, builderFloorMetres } = rulebook.laws.L1;
  const limit = (runner.tier === "builder" ? builderFloorMetres : floorMetres)[request.distance];
  if (runner.longRunPeakMetres >= limit) return null;
  const byDay = runner.dayMetresMax[runner.longRunDay] <= runner.longRunPeakMetres;
  return {
    law: "L1",
    field: byDay ? "dayLimits" : "distance",
    measured: Math.round(runner.longRunPeakMetres),
    limit,
    quantity: "distance",
  };
}
