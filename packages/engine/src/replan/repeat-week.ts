import type { PlanWeek } from "../plan/plan.ts";
import type { RepeatWish } from "../plan/plan-change.ts";
import { PHASES } from "../plan/vocabulary.ts";
import { addDays, type CalendarDate, daysBetween } from "../units/calendar-date.ts";
import type { ChangeContext, Draft } from "./context.ts";
import { NEW_ID } from "./ids.ts";
import { courseStart, phaseAfter, weeksBefore } from "./race-date.ts";
import { rebuiltDrafts } from "./rebuild.ts";
import { isRace } from "./weeks.ts";
import { itemAt } from "../result/item-at.ts";

/**
 * A week once more in place of the one after it. Where the race moves by a week all that follows moves with it;
 * else the way to the race is built anew, shorter by that week.
 */
export function* repeatDrafts(wish: RepeatWish, context: ChangeContext): Iterable<Draft> {
  const { plan } = context;
  const source = plan.weeks.find((week) => week.week === wish.week);
  if (source === undefined) return;
  const start = startAfter(source, context);
  const kept = weeksBefore(start, context);
  const again = [...kept, repeated(source, kept, daysBetween(itemAt(source.days, 0).date, start))];
  const request = { ...plan.request, raceDate: wish.raceDate ?? plan.raceDate };
  if (daysBetween(plan.raceDate, request.raceDate) === 7)
    yield { weeks: [...again, ...shifted(plan.weeks.slice(kept.length))], request };
  yield* rebuiltDrafts({ kept: again, request, phaseFrom: phaseAfter(again), startMetres: null }, context);
}

/** A week that is still to be run is run once before it comes again. */
function startAfter({ days }: PlanWeek, context: ChangeContext): CalendarDate {
  const [start, next] = [courseStart(context), addDays(itemAt(days, days.length - 1).date, 1)];
  return start < next ? next : start;
}

/** The same sessions on later days, as sessions of their own; the phase goes on from the week before. */
function repeated(source: PlanWeek, kept: readonly PlanWeek[], days: number): PlanWeek {
  const { why: _, ...week } = source;
  const before = kept.at(-1)?.phase ?? source.phase;
  return {
    ...week,
    week: kept.length + 1,
    phase: PHASES.indexOf(before) > PHASES.indexOf(source.phase) ? before : source.phase,
    days: source.days.map(({ date, sessions }) => ({
      date: addDays(date, days),
      sessions: sessions.filter((session) => !isRace(session)).map((session) => ({ ...session, id: NEW_ID })),
    })),
  };
}

/** Weeks that all come a week later, with the sessions that they have. */
const shifted = (weeks: readonly PlanWeek[]): readonly PlanWeek[] =>
  weeks.map((week) => ({
    ...week,
    week: week.week + 1,
    days: week.days.map((day) => ({ ...day, date: addDays(day.date, 7) })),
  }));
