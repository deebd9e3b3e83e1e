import type { Phase } from "../plan/vocabulary.ts";
import type { PlanWeek } from "../plan/plan.ts";
import { type CalendarDate, nextWeekday } from "../units/calendar-date.ts";
import type { ChangeContext, Draft } from "./context.ts";
import { rebuiltDrafts } from "./rebuild.ts";
import { isRace, withDays, withSessions } from "./weeks.ts";
import { itemAt } from "../result/item-at.ts";

/** The race on another day: within its week only what stands in its way changes, else the way to it is built anew. */
export function* raceDateDrafts(date: CalendarDate, context: ChangeContext): Iterable<Draft> {
  const { plan } = context;
  const request = { ...plan.request, raceDate: date };
  if (weekOf(plan.weeks, date) === weekOf(plan.weeks, plan.raceDate))
    yield { weeks: withRaceOn(plan.weeks, date), request };
  const kept = weeksBefore(courseStart(context), context);
  yield* rebuiltDrafts({ kept, request, phaseFrom: phaseAfter(kept), startMetres: null }, context);
}

const weekOf = (weeks: readonly PlanWeek[], date: CalendarDate): number =>
  weeks.findIndex((week) => week.days.some((day) => day.date === date));

/** The race on another day of its week, with rest on the days after it and nothing beside it. */
function withRaceOn(weeks: readonly PlanWeek[], date: CalendarDate): readonly PlanWeek[] {
  const race = weeks.flatMap((week) => week.days).flatMap((day) => day.sessions.filter(isRace));
  return withDays(weeks, (day) => {
    if (day.date === date) return { ...day, sessions: race };
    const sessions = day.date > date ? [] : day.sessions.filter((session) => !isRace(session));
    return sessions.length === day.sessions.length ? day : { ...day, sessions };
  });
}

/** The first week that can be built anew: the present one where it has not begun. */
export const courseStart = ({ change, plan }: ChangeContext): CalendarDate =>
  nextWeekday(change.from, plan.request.weekStart);

/** The weeks that stay; a race that has moved stands in none of them. */
export function weeksBefore(start: CalendarDate, { plan }: ChangeContext): readonly PlanWeek[] {
  const kept = plan.weeks.filter((week) => itemAt(week.days, 0).date < start);
  const last = kept.at(-1);
  const isRaceBehind = last?.days.some((day) => day.date === plan.raceDate) === true;
  const weeks = withSessions(kept, (session) => (isRace(session) ? null : session));
  return isRaceBehind
    ? weeks.map((week) => (week.week === last.week ? { ...week, kind: "taper" } : week))
    : weeks;
}

/** The phase that goes on; after a taper that came to nothing it is the peak again. */
export function phaseAfter(kept: readonly PlanWeek[]): Phase {
  const phase = kept.at(-1)?.phase ?? "base";
  return phase === "taper" ? "peak" : phase;
}
