import type { PlanWeek } from "../plan/plan.ts";
import { epochDay } from "../units/calendar-date.ts";
import type { ChangeContext } from "./context.ts";
import { easedSession, gentleSession, isGentle } from "./reshape.ts";
import { respacedWeeks } from "./respace.ts";
import { isRace, withSessions } from "./weeks.ts";

/** Weeks with closed days, rearranged so that nothing stands on these; the least change of each. */
export function withoutClosedDays(weeks: readonly PlanWeek[], context: ChangeContext): readonly PlanWeek[] {
  return weeks.reduce<readonly PlanWeek[]>((all, week, index) => {
    const isTouched = week.days.some(
      (day) => day.sessions.length > 0 && context.closed.has(epochDay(day.date)),
    );
    if (!isTouched) return all;
    const task = {
      weeks: all,
      index,
      pinned: new Map<string, never>(),
      gentle: new Set<number>(),
      mayGiveUp: true,
    };
    return respacedWeeks(task, context)[0] ?? all;
  }, weeks);
}

/** All hard sessions from a day on as easy runs of the same distance; the race stays what it is. */
export const easedFrom = (
  weeks: readonly PlanWeek[],
  from: number,
  to: number,
  { plan, rulebook }: ChangeContext,
): readonly PlanWeek[] =>
  withSessions(weeks, (session, date) => {
    const day = epochDay(date);
    const isHard = session.quality && !isRace(session) && day >= from && day <= to;
    return isHard ? easedSession(session, plan, rulebook) : session;
  });

/** All running from a day on as easy as it can be, strides and hills left out; the race stays what it is. */
export const gentleFrom = (
  weeks: readonly PlanWeek[],
  from: number,
  { plan, rulebook }: ChangeContext,
): readonly PlanWeek[] =>
  withSessions(weeks, (session, date) =>
    isRace(session) || isGentle(session) || epochDay(date) < from
      ? session
      : gentleSession(session, plan, rulebook),
  );
