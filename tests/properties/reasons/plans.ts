import {
  addDays,
  explainDay,
  generatePlan,
  type Plan,
  type PlanRequest,
  type Reason,
  type Session,
  withReasons,
} from "@strideiq/engine";
import { anyRequest, aRequest, onDate, realRulebook } from "@strideiq/testing";
import fc from "fast-check";

const rulebook = realRulebook();
const raceDate = onDate("2027-05-16");

const standardRequests: readonly PlanRequest[] = rulebook.standardPlans.map(
  ({ distance, weeks, tier, daysPerWeek }) =>
    aRequest({
      distance,
      weeks,
      tier,
      daysPerWeek,
      raceDate,
      today: addDays(raceDate, 1 - 7 * weeks),
      weeklyMetres: null,
      longestMetres: null,
      result: null,
    }),
);

const randomRequests = fc.sample(anyRequest(onDate("2026-11-23")), { numRuns: 240, seed: 31_011 });

/** The 24 standard plans and those of random athletes, whatever wish they came from. */
export const PLANS: readonly Plan[] = [...standardRequests, ...randomRequests].flatMap((request) => {
  const made = generatePlan(request, rulebook);
  return made.ok ? [made.value] : [];
});

const chooseB = (session: Session): Session =>
  session.optionB === undefined ? session : { ...session, chosen: "b" };

/** Some of them with option B chosen wherever there is one, explained anew. */
export const PLANS_OF_B: readonly Plan[] = PLANS.slice(0, 80).map((plan) => {
  const weeks = plan.weeks.map((week) => ({
    ...week,
    days: week.days.map((day) => ({ ...day, sessions: day.sessions.map(chooseB) })),
  }));
  return withReasons({ ...plan, weeks }, rulebook);
});

export const sessionsOf = ({ weeks }: Pick<Plan, "weeks">): readonly Session[] =>
  weeks.flatMap(({ days }) => days.flatMap(({ sessions }) => sessions));

/** Every reason that stands in a plan. */
export const reasonsOf = (plan: Plan): readonly Reason[] => [
  ...plan.phases.flatMap(({ why }) => why),
  ...plan.weeks.flatMap(({ why = [] }) => why),
  ...sessionsOf(plan).flatMap(({ why = [] }) => why),
];

/** Why the days without a run are such days. */
export const restReasonsOf = (plan: Plan): readonly Reason[] =>
  plan.weeks.flatMap(({ days }) =>
    days.flatMap(({ date, sessions }) =>
      sessions.length > 0 ? [] : (explainDay(plan, date, rulebook)?.rest ?? []),
    ),
  );
