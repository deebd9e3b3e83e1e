import type { PlanRequest } from "../athlete/request.ts";
import { firstCleanPlan } from "../generate/first-clean-plan.ts";
import type { Horizon } from "../generate/frame.ts";
import { type Obstacle, obstacleOf } from "../generate/obstacle.ts";
import { type Runner, runnerOf } from "../generate/runner.ts";
import type { Plan } from "../plan/plan.ts";
import { type PlanChange, raceWishedIn } from "../plan/plan-change.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { CalendarDate } from "../units/calendar-date.ts";
import { courseWeeks } from "./course-weeks.ts";
import { isRace, metresOf, sessionsOf } from "./weeks.ts";

/** The most that the weeks before a race may lead up to. */
export interface Summit {
  readonly metres: number;
  readonly longRunMetres: number;
}

/** A plan for another race day, from the beginning of the one that there is. */
interface Sooner {
  readonly request: PlanRequest;
  readonly horizon: Horizon;
  readonly runner: Runner;
}

function soonerFor({ request: made, weeks }: Plan, raceDate: CalendarDate, rulebook: Rulebook): Sooner {
  const firstDay = weeks[0]?.days[0]?.date ?? made.today;
  const request = { ...made, raceDate, weeks: null };
  const count = courseWeeks(firstDay, request);
  const horizon = { firstDay, weeks: count, weeksAvailable: count };
  return { request, horizon, runner: runnerOf(request, count, rulebook) };
}

/**
 * What the rules of entry have against a race that comes sooner: its weeks count from the beginning of the plan, what
 * was run among them. Null where the weeks are no fewer, or nothing stands against it.
 */
export function soonerObstacle(plan: Plan, raceDate: CalendarDate, rulebook: Rulebook): Obstacle | null {
  if (raceDate >= plan.raceDate) return null;
  const sooner = soonerFor(plan, raceDate, rulebook);
  return sooner.horizon.weeks < plan.weeks.length ? obstacleOf({ ...sooner, rulebook }) : null;
}

/**
 * The most that a new plan of as many weeks leads up to. Null where the race has never been moved, or is only put off:
 * the plan's own peak is the bound then. One that has come sooner once keeps it, whatever else is asked for after that.
 */
export function summitFor(
  plan: Plan,
  change: Pick<PlanChange, "wish">,
  raceDate: CalendarDate,
  rulebook: Rulebook,
): Summit | null {
  const hasMoved = (plan.changes ?? []).some(({ wish }) => raceWishedIn(wish) !== null);
  if (!hasMoved && (raceWishedIn(change.wish) === null || raceDate >= plan.raceDate)) return null;
  const { request, runner, horizon } = soonerFor(plan, raceDate, rulebook);
  if (horizon.weeks > rulebook.horizon.weeksMax) return null;
  const made = firstCleanPlan(request, runner, horizon, rulebook);
  if (!made.ok) return null;
  const { weeks } = made.value;
  const runs = sessionsOf(weeks).filter(({ session }) => !isRace(session));
  const withoutRace = weeks.filter(({ kind }) => kind !== "race");
  return {
    metres: Math.max(0, ...withoutRace.map(({ days }) => metresOf(days))),
    longRunMetres: Math.max(0, ...runs.map(({ session }) => session.metres)),
  };
}
