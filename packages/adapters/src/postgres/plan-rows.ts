import type { PlanKey } from "@strideiq/application";
import type { CalendarDate, Plan, PlanWeek, Session, SessionOption } from "@strideiq/engine";
import type { Insertable } from "kysely";
import type { PlannedWorkoutsTable } from "./schema/plans.ts";

/** The sessions of a plan as rows for reading, in the order in which they are run. */
export const workoutRows = (
  plan: Plan,
  { planId, athleteId }: PlanKey,
  version: number,
): readonly Insertable<PlannedWorkoutsTable>[] =>
  plan.weeks.flatMap((week) =>
    week.days.flatMap(({ date, sessions }) =>
      sessions.map((session, position) => ({
        plan_id: planId,
        athlete_id: athleteId,
        version,
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

type SessionColumns = Pick<
  PlannedWorkoutsTable,
  "session_id" | "kind" | "title" | "quality" | "metres" | "seconds" | "estimated" | "chosen"
>;

function sessionColumns(session: Session): SessionColumns {
  const { kind, title, metres, seconds } = chosenOf(session);
  return {
    session_id: session.id,
    kind,
    title,
    quality: session.quality,
    metres,
    seconds,
    estimated: session.estimated ?? false,
    chosen: session.chosen,
  };
}

const chosenOf = (session: Session): SessionOption =>
  session.chosen === "b" ? (session.optionB ?? session) : session;

/** The first and the last day of a plan; undefined for a plan without days. */
export function daysOf(
  plan: Plan,
): { readonly first: CalendarDate; readonly last: CalendarDate } | undefined {
  const first = plan.weeks.at(0)?.days.at(0)?.date;
  const last = plan.weeks.at(-1)?.days.at(-1)?.date;
  return first === undefined || last === undefined ? undefined : { first, last };
}
