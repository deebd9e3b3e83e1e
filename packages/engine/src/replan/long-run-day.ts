import type { PlanWeek } from "../plan/plan.ts";
import { type Weekday } from "../units/weekday.ts";
import { type CalendarDate, weekdayOf } from "../units/calendar-date.ts";
import { type ChangeContext, type Draft, isPast } from "./context.ts";
import { courseStart, phaseAfter, weeksBefore } from "./race-date.ts";
import { rebuiltDrafts } from "./rebuild.ts";
import { respacedWeeks } from "./respace.ts";
import { isRace } from "./weeks.ts";

/** How many ways of a week are tried before the plan is built anew. */
const WAYS_MAX = 8;

/**
 * Every long run to come on its new weekday, the other runs of its week around it; where that breaks a law
 * the weeks to come are built anew.
 */
export function* longRunDayDrafts(weekday: Weekday, context: ChangeContext): Iterable<Draft> {
  const { plan } = context;
  const request = { ...plan.request, longRunDay: weekday };
  const adjustments = plan.adjustments.filter(({ wish }) => wish !== "long_run_day");
  const ways: (readonly PlanWeek[])[] = [];
  for (let way = 0; way < WAYS_MAX; way += 1) {
    const weeks = respaced(weekday, way, context);
    ways.push(weeks);
    yield { weeks, request, adjustments, isFinal: true };
  }
  for (const weeks of ways) yield { weeks, request, adjustments };
  const kept = weeksBefore(courseStart(context), context);
  yield* rebuiltDrafts({ kept, request, phaseFrom: phaseAfter(kept), startMetres: null }, context);
}

/** Each week in its own best way; one week after the other takes the next best instead. */
function respaced(weekday: Weekday, way: number, context: ChangeContext): readonly PlanWeek[] {
  const { plan } = context;
  return plan.weeks.reduce<readonly PlanWeek[]>((weeks, week, index) => {
    const place = placeOf(week, weekday, context);
    if (place === null) return weeks;
    const task = { weeks, index, pinned: new Map([place]), gentle: new Set<number>(), mayGiveUp: false };
    const ways = respacedWeeks(task, context);
    return ways[Math.min(way, ways.length - 1)] ?? weeks;
  }, plan.weeks);
}

/** The long run of a week and its new day; null where it is past, near the race, or there already. */
function placeOf(
  week: PlanWeek,
  weekday: Weekday,
  context: ChangeContext,
): readonly [string, CalendarDate] | null {
  if (week.days.some((day) => day.sessions.some(isRace))) return null;
  const long = week.days
    .flatMap(({ date, sessions }) => sessions.map((session) => ({ session, date })))
    .find(({ session }) => session.kind === "long");
  const day = week.days.find(({ date }) => weekdayOf(date) === weekday);
  if (long === undefined || day === undefined || day.date === long.date) return null;
  return isPast(day.date, context) || isPast(long.date, context) ? null : [long.session.id, day.date];
}
