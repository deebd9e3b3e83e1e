import type { PlanRequest } from "../athlete/request.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type Horizon, raceCalendarOf } from "./frame.ts";
import { type Runner, runnerOf } from "./runner.ts";

/**
 * The same runner with the long run on a free day that leaves one more of them before the taper. Only where the
 * wished day is not free: a day that is free stays where it was wished for. Null where no day gains anything.
 */
export function withSoonerLongRuns(
  request: PlanRequest,
  runner: Runner,
  horizon: Horizon,
  rulebook: Rulebook,
): Runner | null {
  if (runner.available.includes(request.longRunDay)) return null;
  const { weeksMin } = rulebook.races[request.distance].taper;
  const countOf = (other: Runner): number =>
    raceCalendarOf(request, other, horizon, rulebook).weeksToRace.filter((weeks) => weeks >= weeksMin).length;
  const usual = countOf(runner);
  const others = runner.available.map((day) => runnerOf(request, horizon.weeks, rulebook, day));
  return others.findLast((other) => countOf(other) > usual) ?? null;
}
