import { standardRequest } from "../athlete/standard-request.ts";
import { generatePlan } from "../generate/generate.ts";
import type { Plan } from "../plan/plan.ts";
import { breachesOf } from "../checks/certify.ts";
import type { ChangedWish } from "../plan/plan-change.ts";
import type { RaceDistance } from "../plan/vocabulary.ts";
import type { Result } from "../result/result.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { CalendarDate } from "../units/calendar-date.ts";
import type { Replanned, ReplanError } from "./change-request.ts";
import { replan } from "./replan.ts";
import { sessionsOf } from "./weeks.ts";

/** A standard plan of the mid tier, for tests of what becomes of it. */
export function standardPlan(
  distance: RaceDistance,
  weeks: number,
  raceDate: CalendarDate,
  rulebook: Rulebook,
): Plan {
  const standard = rulebook.standardPlans.find(
    (plan) => plan.distance === distance && plan.weeks === weeks && plan.tier === "mid",
  );
  if (standard === undefined) throw new Error("There is no such standard plan.");
  const plan = generatePlan(standardRequest(standard, raceDate), rulebook);
  if (!plan.ok) throw new Error(`It breaks ${plan.error.law}.`);
  return plan.value;
}

/** A change that must work; a test that gets something else fails with what it got. */
export function changed(result: Result<Replanned, ReplanError>): Replanned {
  if (!result.ok) throw new Error(JSON.stringify({ ...result.error, nearest: null }));
  return result.value;
}

/** Ids of all sessions, by day. */
export const layoutOf = ({ weeks }: Plan): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    weeks.flatMap((week) => week.days).map(({ date, sessions }) => [date, sessions.map(({ id }) => id)]),
  );

export const dateOf = (plan: Plan, id: string): CalendarDate | undefined =>
  sessionsOf(plan.weeks).find(({ session }) => session.id === id)?.date;

export const breachIdsOf = ({ certificate }: Plan): readonly string[] =>
  breachesOf(certificate).map(({ id }) => id);

/** A change from a day on, with nothing told of the days before it. */
export const changing = (
  plan: Plan,
  from: CalendarDate,
  wish: ChangedWish,
  rulebook: Rulebook,
): Result<Replanned, ReplanError> => replan(plan, from, null, wish, rulebook);
