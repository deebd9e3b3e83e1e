import type { Break } from "../plan/measured-plan.ts";
import type { PlanWeek } from "../plan/plan.ts";
import type { ReturnRow } from "../rulebook/change-limits.ts";
import { epochDay } from "../units/calendar-date.ts";
import { easedFrom } from "./closed-days.ts";
import type { ChangeContext } from "./context.ts";
import { isRace, type PlacedSession, sessionsOf } from "./weeks.ts";

/**
 * Law C2: hard sessions of the seven days from the first run back that a new break has cost are run easily, the first
 * of them first: that somebody was away is a fact, and no reason to refuse a change.
 */
export function withFewerHard(
  weeks: readonly PlanWeek[],
  { first, firstRun }: Break,
  { qualityFewer }: ReturnRow,
  context: ChangeContext,
): readonly PlanWeek[] {
  const { plan, before } = context;
  if (before.change?.breaks.some((old) => old.first === first) === true) return weeks;
  const most = Math.max(0, hardFrom(firstRun, plan.weeks).length - qualityFewer);
  const hard = hardFrom(firstRun, weeks);
  return hard.slice(0, Math.max(0, hard.length - most)).reduce((gentle, { date }) => {
    const day = epochDay(date);
    return easedFrom(gentle, day, day, context);
  }, weeks);
}

const hardFrom = (firstRun: number, weeks: readonly PlanWeek[]): readonly PlacedSession[] =>
  sessionsOf(weeks).filter(({ session, date }) => {
    const day = epochDay(date);
    return session.quality && !isRace(session) && day >= firstRun && day < firstRun + 7;
  });
