import type { PlanWeek } from "../plan/plan.ts";
import type { WeekKind } from "../plan/vocabulary.ts";
import { epochDay } from "../units/calendar-date.ts";
import { type ChangeContext, isPast } from "./context.ts";
import { isRace, metresOf } from "./weeks.ts";

/**
 * A build week that lost much of its running is called what it has become: a cutback where one may stand,
 * else a week of return. The likelier name first.
 */
export function* labelledWeeks(
  weeks: readonly PlanWeek[],
  context: ChangeContext,
): Iterable<readonly PlanWeek[]> {
  yield named(weeks, "cutback", context);
  yield named(weeks, "return", context);
}

/** Tapers and the race stay what they are, however little is left of them. */
const NAMED_ANEW: readonly WeekKind[] = ["build", "cutback"];

function named(weeks: readonly PlanWeek[], kind: WeekKind, context: ChangeContext): readonly PlanWeek[] {
  const { labelledFrom, depthMax } = context.rulebook.laws.V5;
  return weeks.map((week, index) => {
    const isOpen = week.days.some((day) => !isPast(day.date, context));
    if (!NAMED_ANEW.includes(week.kind) || !isOpen) return week;
    if (hasLostLongRun(week, context)) return { ...week, kind: "return" };
    if (week.kind !== "build") return week;
    const highest = Math.max(0, ...weeks.slice(Math.max(0, index - 3), index).map(distanceOf));
    const isLighter = distanceOf(week) < highest * (1 - labelledFrom) && isLess(week, context);
    // Law V5: a week that a break has all but emptied is no week of rest, and two of these never follow each other.
    const isEmptied = distanceOf(week) < highest * (1 - depthMax) || weeks[index - 1]?.kind === "cutback";
    return isLighter ? { ...week, kind: isEmptied && isCut(week, context) ? "return" : kind } : week;
  });
}

const isLess = (week: PlanWeek, { plan, closed }: ChangeContext): boolean => {
  const planned = plan.weeks.find((one) => one.days[0]?.date === week.days[0]?.date);
  return isCut(week, { closed }) || (planned !== undefined && distanceOf(week) < distanceOf(planned));
};

/** Whether days of the week are closed for running. */
const isCut = (week: PlanWeek, { closed }: Pick<ChangeContext, "closed">): boolean =>
  week.days.some((day) => closed.has(epochDay(day.date)));

/** A build week cannot do without its long run (law L2); after a break it may. */
const hasLostLongRun = (week: PlanWeek, { closed }: ChangeContext): boolean =>
  !week.days.some((day) => day.sessions.some(({ kind }) => kind === "long")) && isCut(week, { closed });

const distanceOf = (week: PlanWeek): number =>
  metresOf(week.days.map((day) => ({ ...day, sessions: day.sessions.filter((one) => !isRace(one)) })));
