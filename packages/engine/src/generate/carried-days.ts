import type { PlanRequest } from "../athlete/request.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { grownMost } from "../volume/growth.ts";
import { RUN_DAYS_MIN } from "./obstacle.ts";
import type { Runner } from "./runner.ts";

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
