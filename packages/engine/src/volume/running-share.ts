import { runWalkBuildsOf } from "../generate/run-walk.ts";
import { runSecondsOf } from "../generate/run-walk-start.ts";
import type { Runner } from "../generate/runner.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Rung } from "../rulebook/workout-definition.ts";
import type { BuildWeek } from "./week-volume.ts";
import { itemAt } from "../result/item-at.ts";

/** The part of a week that is run, by its place among the build weeks. */
export type RunningShare = (week: BuildWeek, build: number) => number;

/**
 * How much of each build week is run where outings hold walks: law V1 weighs running against running, and the
 * week that leaves the walks behind grows by them as well. Null for who runs without.
 */
export function runningShareOf(
  builds: number,
  daysPerWeek: number,
  runner: Runner,
  rulebook: Rulebook,
): RunningShare | null {
  if (runner.runWalk === null) return null;
  const ladder = runWalkBuildsOf(builds, runner.runWalk, rulebook);
  return ({ metres, longRunMetres }, build) => {
    const { easy, long } = itemAt(ladder, build);
    const others = (metres - longRunMetres) / (daysPerWeek - 1);
    const walked =
      walkedOf(longRunMetres, long, runner, rulebook) +
      walkedOf(others, easy, runner, rulebook) * (daysPerWeek - 1);
    return 1 - walked / metres;
  };
}

/** Metres of an outing that are walked: out and home, between the pieces, and where the sets have an end. */
function walkedOf(metres: number, rung: Rung | null, runner: Runner, { builder, pace }: Rulebook): number {
  if (rung === null) return 0;
  const metresPerSecond = 1000 / pace.walkSecondsPerKm;
  const aside = Math.min(metres, 2 * builder.walkSeconds * metresPerSecond);
  const run = runSecondsOf(rung) / runner.easySecondsPerMetre;
  const walk = (secondsIn(rung) - runSecondsOf(rung)) * metresPerSecond;
  const running = Math.min(((metres - aside) * run) / (run + walk), run * (rung.times.max + 1));
  return metres - running;
}

const secondsIn = ({ set }: Rung): number => set.reduce((sum, piece) => sum + (piece.seconds ?? 0), 0);
