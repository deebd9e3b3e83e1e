import type { Runner } from "../generate/runner.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { grownMost } from "./growth.ts";

/**
 * Where the long run starts: where the runner stands, or as far up as a pressed horizon needs and law E2 lets
 * it. Who has told no longest run starts well below the peak (law L8).
 */
export function firstLongOf(
  runner: Runner,
  startMetres: number,
  steps: number,
  exact: boolean,
  daysPerWeek: number,
  rulebook: Rulebook,
): number {
  const { longRun, laws } = rulebook;
  if (runner.runWalk !== null) return firstOutingOf(runner, startMetres, daysPerWeek, rulebook);
  const usual = runner.longRunPeakMetres * longRun.firstShare;
  const needed = steps === 0 ? 0 : runner.longRunPeakMetres - steps * longRun.smallStepMetres;
  if (runner.longestMetres === null) {
    const likely =
      runner.weeklyMetres === null
        ? leanOn(startMetres, daysPerWeek, longRun.othersAim)
        : startMetres * longRun.assumedShareOfWeek;
    return Math.min(Math.max(likely, usual, needed), runner.longRunPeakMetres * longRun.firstShareMax);
  }
  const known = runner.longestMetres;
  const most = grownMost(known, {
    share: laws.E2.growthMax,
    stepMetres: laws.E2.smallStepMetres,
    stepBelowMetres: laws.E2.smallMetres,
  });
  return Math.min(Math.max(known, usual, needed), exact ? most : most * 0.9995);
}

/**
 * The first long outing with walks: just what the smallest week leans on (laws E3 and E4), from where the
 * runner stands (law E2), or from nothing (law L3).
 */
function firstOutingOf(runner: Runner, startMetres: number, daysPerWeek: number, rulebook: Rulebook): number {
  const { longRun, laws } = rulebook;
  const { E2, L3 } = laws;
  const leaning = leanOn(startMetres, daysPerWeek, longRun.secondLongestAim);
  if (runner.longestMetres === null) return leaning;
  const grown = grownMost(runner.longestMetres, {
    share: E2.growthMax,
    stepMetres: E2.smallStepMetres,
    stepBelowMetres: E2.smallMetres,
  });
  return Math.min(leaning, runner.longestMetres === 0 ? L3.returnMetres : grown);
}

/** The long run that a week of this distance leans on, its other runs each such a share of it: law E4 turned round. */
export const leanOn = (metres: number, runDays: number, othersShare: number): number =>
  metres / (1 + othersShare * (runDays - 1));
