import type { Runner } from "../generate/runner.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { grownMost } from "./growth.ts";
import { MARGINS } from "./margins.ts";
import type { BuildWeek } from "./week-volume.ts";

/**
 * Law V1 over two weeks: the most that the next build week may hold, in metres, counted from the week before the last
 * one, or from what the runner is used to where that is more. Who begins with walks climbs by the running in them, and
 * not by the distance.
 */
export function twoWeeksMost(
  weeks: readonly BuildWeek[],
  afterCutback: boolean,
  { weeklyMetres, runWalk }: Pick<Runner, "weeklyMetres" | "runWalk">,
  { laws }: Pick<Rulebook, "laws">,
): number {
  const { growthMax, smallMetres, smallStepMetres, belowMetres } = laws.V1.twoWeeks;
  const known = weeks.length < KNOWN_FOR_WEEKS ? (weeklyMetres ?? 0) : 0;
  const before = Math.max(known, (afterCutback ? weeks.at(-1) : weeks.at(-2))?.metres ?? 0);
  if (runWalk !== null || before === 0 || before >= belowMetres / MARGINS.carry)
    return Number.POSITIVE_INFINITY;
  return grownMost(before, { share: growthMax, stepMetres: smallStepMetres, stepBelowMetres: smallMetres });
}

/** Build weeks after which the four weeks that law V1 looks at are all of the plan, a cutback among them. */
const KNOWN_FOR_WEEKS = 4;
