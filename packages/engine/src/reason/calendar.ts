import type { DayFacts, PlanFacts, RunFacts, WeekFacts } from "../plan/measured-plan.ts";
import type { Neighbour } from "./session-reason.ts";

/** Weeks from the last day of a week to the race, begun ones counted; null for a week without days. */
export function weeksToRaceOf({ days }: WeekFacts): number | null {
  const last = days.at(-1);
  return last === undefined ? null : Math.max(0, Math.ceil(last.daysToRace / 7));
}

/** Days that a runner feels the next day: hard sessions, races and long runs. */
const tires = (run: RunFacts): boolean => run.quality || run.kind === "long";

/** Further apart than this, two days say nothing about each other. */
const NEAR_DAYS = 6;

/** The nearest tiring run before (-1) or after (1) a day. */
export function neighbourOf(
  { epochDay }: Pick<DayFacts, "epochDay">,
  direction: -1 | 1,
  { dayAt }: PlanFacts,
): Neighbour | null {
  for (let days = 1; days <= NEAR_DAYS; days += 1) {
    const run = dayAt.get(epochDay + direction * days)?.runs.find(tires);
    if (run !== undefined) return { session: run.kind, weekday: run.weekday, metres: run.metres, days };
  }
  return null;
}

/** The same, on the very next day. */
export function besideOf(
  day: Pick<DayFacts, "epochDay">,
  direction: -1 | 1,
  facts: PlanFacts,
): Neighbour | null {
  const neighbour = neighbourOf(day, direction, facts);
  return neighbour?.days === 1 ? neighbour : null;
}
