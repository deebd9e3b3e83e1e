import type { PlanRequest } from "../athlete/request.ts";
import { firstCleanPlan } from "../generate/first-clean-plan.ts";
import { horizonOf } from "../generate/frame.ts";
import { type Obstacle, obstacleOf } from "../generate/obstacle.ts";
import { runnerOf } from "../generate/runner.ts";
import type { Plan } from "../plan/plan.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { CalendarDate } from "../units/calendar-date.ts";
import { isRace, metresOf, sessionsOf } from "./weeks.ts";

/** The most that the weeks before a race may lead up to. */
export interface Summit {
  readonly metres: number;
  readonly longRunMetres: number;
}

/** The wish of a plan for another race day, from the plan's own beginning on. */
const wishFor = ({ request }: Pick<Plan, "request">, raceDate: CalendarDate): PlanRequest => ({
  ...request,
  raceDate,
  weeks: null,
});

/**
 * What the rules of entry have against a race that comes sooner: its weeks count from the beginning of the plan, what
 * was run among them. Null where the race comes no sooner, or nothing stands against it.
 */
export function soonerObstacle(plan: Plan, raceDate: CalendarDate, rulebook: Rulebook): Obstacle | null {
  if (raceDate >= plan.raceDate) return null;
  const request = wishFor(plan, raceDate);
  const horizon = horizonOf(request, rulebook);
  const runner = runnerOf(request, horizon.weeks, rulebook);
  return obstacleOf({ request, runner, horizon, rulebook });
}

/** No plan is led further up to a race that comes sooner than a new one of the same weeks; null where it comes no sooner. */
export function summitFor(plan: Plan, raceDate: CalendarDate, rulebook: Rulebook): Summit | null {
  if (raceDate >= plan.raceDate) return null;
  const request = wishFor(plan, raceDate);
  const horizon = horizonOf(request, rulebook);
  const made = firstCleanPlan(request, runnerOf(request, horizon.weeks, rulebook), horizon, rulebook);
  if (!made.ok) return null;
  const { weeks } = made.value;
  const runs = sessionsOf(weeks).filter(({ session }) => !isRace(session));
  const withoutRace = weeks.filter(({ kind }) => kind !== "race");
  return {
    metres: Math.max(0, ...withoutRace.map(({ days }) => metresOf(days))),
    longRunMetres: Math.max(0, ...runs.map(({ session }) => session.metres)),
  };
}
