import type { PlanFacts } from "../plan/measured-plan.ts";
import { epochDay } from "../units/calendar-date.ts";
import type { Quantity } from "../plan/vocabulary.ts";
import { judgementOf, type Finding, type Judgement } from "./judgement.ts";
import { defineLaw } from "./law.ts";

/** A race course is exact; whole metres are how a document may write it. */
const METRE = 1;

export const goalRaceEndsThePlan = defineLaw({
  id: "S1",
  name: "goal-race-ends-the-plan",
  sentence:
    "The goal race stands on its date with its exact distance, is the last session, and nothing follows it.",
  reason: "A plan that misses its own race is no plan.",
  severity: "must",
  quantity: "distance",
  shape: "plan",
  judge: (facts) => {
    const races = facts.runs.filter((run) => run.isGoalRace);
    const [race] = races;
    if (race === undefined || races.length > 1)
      return breach("count", races.length, 1, "the plan needs exactly one goal race");
    const fault = faultOf(facts, race.epochDay);
    if (fault !== null) return breach("days", race.daysToRace, 0, fault, race.week);
    const metres = facts.rules.races[facts.plan.distance].metres;
    const finding = { measured: race.metres, limit: metres, week: race.week };
    const isExact = race.options.every((option) => Math.abs(option.metres - metres) < METRE);
    return judgementOf([{ ...finding, verdict: isExact ? "pass" : "breach" }], "");
  },
});

const breach = (
  quantity: Quantity,
  measured: number,
  limit: number,
  why: string,
  week?: number,
): Judgement => {
  const finding: Finding = { verdict: "breach", quantity, measured, limit, why };
  return judgementOf([week === undefined ? finding : { ...finding, week }], "");
};

function faultOf({ plan, days }: PlanFacts, day: number): string | null {
  if (plan.distance !== plan.request.distance) return "the plan is for another race than the one asked for";
  if (day !== epochDay(plan.raceDate) || day !== epochDay(plan.request.raceDate))
    return "the goal race stands on another day than the race";
  const followers = days.some((other) => other.epochDay > day && other.sessions.length > 0);
  if (followers) return "something follows the goal race";
  const raceDays = days.filter((other) => other.epochDay === day);
  const last = raceDays.at(-1)?.sessions.at(-1);
  return last?.kind === "race" ? null : "something follows the goal race";
}
