import type { PlanWeek } from "../plan/plan.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { itemAt } from "../result/item-at.ts";
import { metresOf } from "./weeks.ts";

/** Weeks of return beyond those of law C2 that are tried: after so many the break is out of the month of law V3. */
const MORE_MAX = 3;

/**
 * Shares of the last completed week for the weeks of a return, the shortest way first: those of law C2, and as many
 * more, up to that week, as it takes until a build week can follow.
 */
export function* climbsBack(
  shares: readonly number[],
  weeksMax: number,
  { volume }: Pick<Rulebook, "volume">,
): Iterable<readonly number[]> {
  let climb = shares;
  for (let more = 0; more <= MORE_MAX; more += 1) {
    yield climb.slice(0, weeksMax);
    if (climb.length >= weeksMax) return;
    climb = [...climb, Math.min(1, Math.max(...climb) * volume.growthHard)];
  }
}

/** Arithmetic, not training: whole runs make a week a little more than its target. */
const SURELY_LESS = 0.97;

/**
 * The most that a build week may hold after some weeks (law V3); null where it would fall so far below them that it
 * were none (law V5).
 * @param before metres of the weeks before the plan, as many as the law looks back
 */
export function nextBuildMost(
  weeks: readonly PlanWeek[],
  before: readonly number[],
  { laws: { V3, V5 } }: Pick<Rulebook, "laws">,
): number | null {
  const lately = [...before, ...weeks.map((week) => metresOf(week.days))].slice(-BACK);
  if (lately.length < BACK) return Infinity;
  const sum = lately.reduce((all, metres) => all + metres, 0);
  const most = (V3.ratioMax * sum) / (BACK + 1 - V3.ratioMax);
  if ((sum + most) / (BACK + 1) < V3.weekMetresMin) return Infinity;
  const least =
    itemAt(
      lately.toSorted((a, b) => b - a),
      0,
    ) *
    (1 - V5.labelledFrom);
  const surely = most * SURELY_LESS;
  return surely < least ? null : surely;
}

/** Weeks before the judged one in the mean of law V3. */
const BACK = 3;
