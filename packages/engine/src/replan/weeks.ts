import { chosenWay } from "../plan/as-run.ts";
import type { PlanDay, PlanWeek, Session } from "../plan/plan.ts";
import type { CalendarDate } from "../units/calendar-date.ts";

/** A session with the day that it stands on. */
export interface PlacedSession {
  readonly session: Session;
  readonly date: CalendarDate;
}

export const daysOf = (weeks: readonly PlanWeek[]): readonly PlanDay[] => weeks.flatMap((week) => week.days);

export const sessionsOf = (weeks: readonly PlanWeek[]): readonly PlacedSession[] =>
  daysOf(weeks).flatMap(({ date, sessions }) => sessions.map((session) => ({ session, date })));

export const sessionsOn = (weeks: readonly PlanWeek[], date: CalendarDate): readonly Session[] =>
  daysOf(weeks).find((day) => day.date === date)?.sessions ?? [];

export const isRace = ({ kind }: Session): boolean => kind === "race";

/** All running of some days, by the options that are chosen. */
export const metresOf = (days: readonly PlanDay[]): number =>
  days.flatMap((day) => day.sessions).reduce((sum, session) => sum + chosenWay(session).metres, 0);

/**
 * The weeks with other days. A week whose distance changed gets the target that belongs to it; a week
 * with the same days stays the very same object.
 */
export const withDays = (
  weeks: readonly PlanWeek[],
  change: (day: PlanDay, week: PlanWeek) => PlanDay,
): readonly PlanWeek[] =>
  weeks.map((week) => {
    const days = week.days.map((day) => change(day, week));
    return days.every((day, i) => day === week.days[i]) ? week : retargeted(week, days);
  });

/** How far a target may lie from its days; law S6 allows a little more. */
const TARGET_SHARE = 0.02;

/** A week with other days; its target moves by as much as its days do. */
export function retargeted(week: PlanWeek, days: readonly PlanDay[]): PlanWeek {
  const metres = metresOf(days);
  const target = Math.round((week.targetMetres + metres - metresOf(week.days)) * 10) / 10;
  // A target is told to a hundred metres; of a week with hardly a run left that may be a large part.
  const isNear = Math.abs(metres - target) <= metres * TARGET_SHARE;
  return { ...week, days, targetMetres: isNear ? target : Math.round(metres * 10) / 10 };
}

/** Puts sessions on the days given by their ids; all others stay where they are. */
export function withPlaces(
  weeks: readonly PlanWeek[],
  places: ReadonlyMap<string, CalendarDate>,
): readonly PlanWeek[] {
  const moving = sessionsOf(weeks).filter(({ session }) => places.has(session.id));
  return withDays(weeks, (day) => {
    const staying = day.sessions.filter(({ id }) => !places.has(id) || places.get(id) === day.date);
    const coming = moving
      .filter(({ session, date }) => places.get(session.id) === day.date && date !== day.date)
      .map(({ session }) => session);
    if (coming.length === 0 && staying.length === day.sessions.length) return day;
    return { ...day, sessions: inOrder([...staying, ...coming]) };
  });
}

/** Two runs of one day stand in the order of their ids, so that a move and its reverse end where they began. */
const inOrder = (sessions: readonly Session[]): readonly Session[] =>
  sessions.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Sessions of the weeks as `change` makes them; null drops one. */
export const withSessions = (
  weeks: readonly PlanWeek[],
  change: (session: Session, date: CalendarDate) => Session | null,
): readonly PlanWeek[] =>
  withDays(weeks, (day) => {
    const sessions = day.sessions.flatMap((session) => change(session, day.date) ?? []);
    const isSame =
      sessions.length === day.sessions.length && sessions.every((session, i) => session === day.sessions[i]);
    return isSame ? day : { ...day, sessions };
  });
