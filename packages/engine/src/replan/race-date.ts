import type { PlanRequest } from "../athlete/request.ts";
import type { Phase } from "../plan/vocabulary.ts";
import type { PlanWeek } from "../plan/plan.ts";
import { addDays, type CalendarDate, daysBetween, nextWeekday, weekdayOf } from "../units/calendar-date.ts";
import type { ChangeContext, Draft } from "./context.ts";
import { courseWeeks } from "./course-weeks.ts";
import { rebuiltDrafts } from "./rebuild.ts";
import { NEW_ID } from "./ids.ts";
import { elasticMetresOf, pacingOf, shortened } from "./reshape.ts";
import { isRace, sessionsOf, withDays, withPlaces, withSessions } from "./weeks.ts";
import { itemAt } from "../result/item-at.ts";

/** The race on another day: within its week only what stands in its way changes, else the way to it is built anew. */
export function* raceDateDrafts(date: CalendarDate, context: ChangeContext): Iterable<Draft> {
  const { plan } = context;
  const request = { ...plan.request, raceDate: date };
  if (weekOf(plan.weeks, date) === weekOf(plan.weeks, plan.raceDate)) {
    const weeks = withRaceOn(plan.weeks, date);
    yield { weeks, request };
    if (date < plan.raceDate) yield { weeks: withTaperSooner(weeks, request, context), request };
  }
  if (courseWeeks(courseStart(context), request) > context.rulebook.horizon.weeksMax) return;
  yield* inTurns(
    WEEKS_AS_WRITTEN.map((weeks) => courseDrafts(request, addDays(courseStart(context), 7 * weeks), context)),
  );
}

/** Where nothing leads to the new day from now on, the next week or two stay as they were and the course begins after them. */
const WEEKS_AS_WRITTEN = [0, 1, 2] as const;

/** Drafts of one course before the next one has its turn: what is close to the plan as it was is seldom found late. */
const TURN = 5;

export function* inTurns(courses: readonly Iterable<Draft>[]): Iterable<Draft> {
  const waiting = courses.map((course) => course[Symbol.iterator]());
  for (let open = waiting; open.length > 0;)
    for (const course of open)
      for (let turn = 0; turn < TURN; turn += 1) {
        const next = course.next();
        if (next.done === true) {
          open = open.filter((other) => other !== course);
          break;
        }
        yield next.value;
      }
}

function* courseDrafts(request: PlanRequest, start: CalendarDate, context: ChangeContext): Iterable<Draft> {
  const kept = weeksBefore(start, context);
  for (const weeks of [...withLongRunForRace(kept, context), kept])
    yield* rebuiltDrafts({ kept: weeks, request, phaseFrom: phaseAfter(weeks), startMetres: null }, context);
}

/**
 * Once race week has begun the week of the old race has no run that is its longest: where the race is put off, the last
 * long run before it comes once more, on the long-run day or on that of the race. None where both are past or not free.
 */
function withLongRunForRace(
  kept: readonly PlanWeek[],
  { plan, change }: ChangeContext,
): readonly (readonly PlanWeek[])[] {
  const { dayLimits, longRunDay, unavailable } = plan.request;
  const week = kept.find(({ days }) => days.some(({ date }) => date === plan.raceDate));
  const long = sessionsOf(kept).findLast(({ session }) => session.kind === "long")?.session;
  if (week === undefined || long === undefined) return [];
  const { why: _, ...again } = long;
  return week.days
    .filter(({ date }) => date === plan.raceDate || weekdayOf(date) === longRunDay)
    .filter(({ date }) => date >= change.from && !unavailable.includes(weekdayOf(date)))
    .filter(({ date }) => long.seconds <= (dayLimits[weekdayOf(date)] ?? Infinity))
    .map(({ date: on }) =>
      withDays(kept, (day) => (day.date === on ? { ...day, sessions: [{ ...again, id: NEW_ID }] } : day)),
    );
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

/**
 * The last long run a week before the race at the latest, in exchange for what stands there, and the runs that come to
 * lie in race week as short as law T6 has them: the taper is the one that it was.
 */
function withTaperSooner(
  weeks: readonly PlanWeek[],
  request: PlanRequest,
  { plan, change, rulebook }: ChangeContext,
): readonly PlanWeek[] {
  const isOpen = (date: CalendarDate): boolean => date >= change.from && date < request.raceDate;
  const long = sessionsOf(weeks).findLast(({ session, date }) => session.kind === "long" && isOpen(date));
  const to = weeks
    .flatMap(({ days }) => (days.some(({ date }) => date === long?.date) ? days : []))
    .findLast(
      ({ date }) => isFree(date, request) && isOpen(date) && daysBetween(date, request.raceDate) >= 7,
    );
  const places = new Map<string, CalendarDate>();
  if (long !== undefined && to !== undefined && to.date < long.date) {
    places.set(long.session.id, to.date);
    for (const { id } of to.sessions) places.set(id, long.date);
  }
  const most = rulebook.laws.T6.metresMax[plan.tier];
  return withSessions(withPlaces(weeks, places), (session, date) => {
    const elastic = elasticMetresOf(session);
    const isInRaceWeek = isOpen(date) && daysBetween(date, request.raceDate) < 7;
    if (isRace(session) || !isInRaceWeek || elastic === 0) return session;
    return shortened(session, 1 - (session.metres - most) / elastic, pacingOf(plan, rulebook));
  });
}

const isFree = (date: CalendarDate, { unavailable }: PlanRequest): boolean =>
  !unavailable.includes(weekdayOf(date));

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
