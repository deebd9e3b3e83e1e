import { chosenWay } from "../plan/as-run.ts";
import type { PlanWeek, Session } from "../plan/plan.ts";
import type { CalendarDate } from "../units/calendar-date.ts";
import { type ChangeContext, isPast } from "./context.ts";
import { easyRun } from "./reshape.ts";
import { isRace, sessionsOf, withSessions } from "./weeks.ts";

export const isAlone = (weeks: readonly PlanWeek[], number: number): boolean =>
  weeks.some((week) => week.week === number && sessionsOf([week]).length === 1);

/**
 * A long run that is left alone in its week is no long run any more: an easy one, no longer than the other runs of the
 * week were to be (law C1).
 */
export const withoutLongRun = (
  weeks: readonly PlanWeek[],
  number: number,
  context: ChangeContext,
): readonly PlanWeek[] =>
  weeks.map((week) => {
    if (week.week !== number) return week;
    const most = besideLongRun(week, context);
    const way = (session: Session, date: CalendarDate): Session | null => {
      if (session.kind !== "long" || isPast(date, context)) return session;
      const metres = Math.min(session.metres, most);
      return metres === 0 ? null : easyRun(metres, context.plan, context.rulebook);
    };
    return withSessions([week], way)[0] ?? week;
  });

/** The longest run that a week was to have beside its long run. */
function besideLongRun(week: PlanWeek, { plan }: ChangeContext): number {
  const planned = plan.weeks.find((one) => one.days[0]?.date === week.days[0]?.date);
  const others = sessionsOf(planned === undefined ? [] : [planned])
    .map(({ session }) => session)
    .filter((session) => session.kind !== "long" && session.kind !== "tune_up_race" && !isRace(session));
  return Math.max(0, ...others.map((session) => chosenWay(session).metres));
}
