import type { CalendarDate, Plan, PlanWeek, Session, SessionOption } from "@strideiq/engine";
import type { PlannedWorkoutsTable } from "./schema/plans.ts";

/** What a row says beside whose plan and which version it is of. */
export const WORKOUT_COLUMNS = [
  "session_id",
  "date",
  "position",
  "week",
  "phase",
  "kind",
  "title",
  "quality",
  "metres",
  "seconds",
  "estimated",
  "chosen",
] as const satisfies readonly (keyof PlannedWorkoutsTable)[];

export type WorkoutRow = Pick<PlannedWorkoutsTable, (typeof WORKOUT_COLUMNS)[number]>;

/** The sessions of a plan as rows for reading, in the order in which they are run. */
export const workoutRows = (plan: Plan): readonly WorkoutRow[] =>
  plan.weeks.flatMap((week) =>
    week.days.flatMap(({ date, sessions }) =>
      sessions.map((session, position) => ({
        date,
        position,
        ...weekColumns(week),
        ...sessionColumns(session),
      })),
    ),
  );

const weekColumns = ({ week, phase }: PlanWeek): Pick<PlannedWorkoutsTable, "week" | "phase"> => ({
  week,
  phase,
});

type ChosenColumns = Pick<PlannedWorkoutsTable, "kind" | "title" | "metres" | "seconds" | "chosen">;
type SessionColumns = ChosenColumns & Pick<PlannedWorkoutsTable, "session_id" | "quality" | "estimated">;

const sessionColumns = (session: Session): SessionColumns => ({
  ...chosenColumns(session),
  session_id: session.id,
  quality: session.quality,
  estimated: session.estimated ?? false,
});

/** What of a row depends on the option chosen. */
export function chosenColumns(session: Session): ChosenColumns {
  const { kind, title, metres, seconds } = chosenOf(session);
  return { kind, title, metres, seconds, chosen: session.chosen };
}

const chosenOf = (session: Session): SessionOption =>
  session.chosen === "b" ? (session.optionB ?? session) : session;

export const sessionIn = (plan: Plan, sessionId: string): Session | undefined =>
  plan.weeks
    .flatMap(({ days }) => days)
    .flatMap(({ sessions }) => sessions)
    .find(({ id }) => id === sessionId);

/** The first and the last day of a plan; undefined for a plan without days. */
export function daysOf(
  plan: Plan,
): { readonly first: CalendarDate; readonly last: CalendarDate } | undefined {
  const first = plan.weeks.at(0)?.days.at(0)?.date;
  const last = plan.weeks.at(-1)?.days.at(-1)?.date;
  return first === undefined || last === undefined ? undefined : { first, last };
}
