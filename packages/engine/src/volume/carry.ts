import type { Runner } from "../generate/runner.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/** The most a week can hold beside a long run of this length: law E4, and the room its days have. */
export function carryOf(longRunMetres: number, runDays: number, runner: Runner, rulebook: Rulebook): number {
  const other = longRunMetres * rulebook.longRun.secondLongestAim;
  const rooms = runner.available
    .filter((day) => day !== runner.longRunDay)
    .map((day) => Math.min(other, runner.dayMetresMax[day]))
    .sort((a, b) => b - a)
    .slice(0, runDays - 1);
  return longRunMetres + rooms.reduce((sum, room) => sum + room, 0);
}
