import type { PlanWeek } from "../plan/plan.ts";
import type { CalendarDate } from "../units/calendar-date.ts";
import type { ChangeContext } from "./context.ts";
import { respacedWeeks } from "./respace.ts";
import { sessionsOf } from "./weeks.ts";

/**
 * The week of a day with other sessions making room for those that were placed. A long run makes room for nobody: it
 * stands on the day that the athlete chose for it, and leaves that only where its very day was asked for.
 */
export function roomMade(
  weeks: readonly PlanWeek[],
  date: CalendarDate,
  places: ReadonlyMap<string, CalendarDate>,
  context: ChangeContext,
): readonly (readonly PlanWeek[])[] {
  const index = weeks.findIndex((week) => week.days.some((day) => day.date === date));
  const task = { weeks, index, pinned: places, gentle: new Set<number>(), mayGiveUp: false };
  const asked = new Set(places.values());
  const stay = new Map(
    sessionsOf(weeks.slice(index, index + 1))
      .filter(({ session, date: on }) => session.kind === "long" && !places.has(session.id) && !asked.has(on))
      .map((long) => [long.session.id, long.date]),
  );
  return respacedWeeks(task, context).filter((way) =>
    sessionsOf(way).every(({ session, date: on }) => (stay.get(session.id) ?? on) === on),
  );
}
