import type { CalendarDate, Phase, Plan, PlanDay, PlanWeek, Session } from "@strideiq/engine";

/** Consecutive weeks of one phase: a band at the side of the calendar. */
export interface PhaseBand {
  readonly phase: Phase;
  readonly weeks: readonly PlanWeek[];
}

export function bandsOf(plan: Plan): readonly PhaseBand[] {
  const bands: { phase: Phase; weeks: PlanWeek[] }[] = [];
  for (const week of plan.weeks) {
    const last = bands.at(-1);
    if (last?.phase === week.phase) last.weeks.push(week);
    else bands.push({ phase: week.phase, weeks: [week] });
  }
  return bands;
}

const holds = (week: PlanWeek, date: CalendarDate): boolean => week.days.some((day) => day.date === date);

/** The week that holds today; the first before the plan starts, the last after it ended. */
export function weekOfToday(plan: Plan, today: CalendarDate): number {
  const current = plan.weeks.find((week) => holds(week, today));
  if (current !== undefined) return current.week;
  const isOver = today > plan.raceDate;
  return (isOver ? plan.weeks.at(-1)?.week : plan.weeks[0]?.week) ?? 1;
}

/** The day that an address names, where the plan has it. */
export const dayOfPlan = (plan: Plan, date: string | undefined): PlanDay | null =>
  plan.weeks.flatMap(({ days }) => days).find((day) => day.date === date) ?? null;

/** A session with the day it stands on, in the order in which it will be run. */
export interface DatedSession {
  readonly day: PlanDay;
  readonly week: PlanWeek;
  readonly session: Session;
}

export const datedSessions = (plan: Plan): readonly DatedSession[] =>
  plan.weeks.flatMap((week) =>
    week.days.flatMap((day) => day.sessions.map((session) => ({ day, week, session }))),
  );
