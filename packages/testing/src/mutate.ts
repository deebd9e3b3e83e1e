import type { PlanDay, PlanRequest, PlanUnderLaw, PlanWeek, Session } from "@strideiq/engine";
import { retargeted } from "./a-plan.ts";
import { sessionFrom } from "./sessions.ts";

export const withWeek = (
  plan: PlanUnderLaw,
  number: number,
  change: (week: PlanWeek) => PlanWeek,
): PlanUnderLaw => ({
  ...plan,
  weeks: plan.weeks.map((week) => (week.week === number ? change(week) : week)),
});

/** Changes a day, 1-based in its week, and lets the target follow. */
export const withDay = (
  plan: PlanUnderLaw,
  week: number,
  day: number,
  change: (day: PlanDay) => PlanDay,
): PlanUnderLaw =>
  withWeek(plan, week, (old) =>
    retargeted({ ...old, days: old.days.map((one, index) => (index === day - 1 ? change(one) : one)) }),
  );

/** Changes every session of a day. */
export const withSession = (
  plan: PlanUnderLaw,
  week: number,
  day: number,
  change: (session: Session) => Session,
): PlanUnderLaw => withDay(plan, week, day, (old) => ({ ...old, sessions: old.sessions.map(change) }));

/** Changes every session of the plan. */
export const withSessions = (plan: PlanUnderLaw, change: (session: Session) => Session): PlanUnderLaw => ({
  ...plan,
  weeks: plan.weeks.map((week) =>
    retargeted({
      ...week,
      days: week.days.map((day) => ({ ...day, sessions: day.sessions.map(change) })),
    }),
  ),
});

/** Adds a session written as a cell to a day. */
export const withAdded = (plan: PlanUnderLaw, week: number, day: number, cell: string): PlanUnderLaw =>
  withDay(plan, week, day, (old) => ({
    ...old,
    sessions: [
      ...old.sessions,
      { ...sessionFrom(cell), id: `w${String(week)}d${String(day)}+`, chosen: "a" as const },
    ],
  }));

export const withRequest = (plan: PlanUnderLaw, request: Partial<PlanRequest>): PlanUnderLaw => ({
  ...plan,
  request: { ...plan.request, ...request },
});

/** The plan for a runner without a race result: effort words, estimated distances. */
export const withoutResult = (plan: PlanUnderLaw): PlanUnderLaw =>
  withSessions({ ...withRequest(plan, { result: null }), paces: null, rpi: null }, (session) => ({
    ...session,
    estimated: true,
  }));
