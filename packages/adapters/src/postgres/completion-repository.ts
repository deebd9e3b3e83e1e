import type {
  Changed,
  CompletionRecord,
  Completions,
  CompletionTerms,
  OutsideThePlan,
  PlanKey,
} from "@strideiq/application";
import { addDays, type CalendarDate } from "@strideiq/engine";
import type { Kysely, Selectable, Transaction } from "kysely";
import { asAthlete } from "./athlete-scope.ts";
import type { WorkoutCompletionsTable } from "./schema/plans.ts";
import type { Database } from "./schema.ts";
import { hasPlan } from "./has-plan.ts";

type Tx = Transaction<Database>;

/** Completions in PostgreSQL, by plan and session, outside of the versions. */
export const createCompletions = (db: Kysely<Database>): Completions => ({
  list: (key, { after, limit }) =>
    asAthlete(db, key.athleteId, async (tx) => {
      if (!(await hasPlan(tx, key))) return undefined;
      const all = tx
        .selectFrom("current_completions")
        .selectAll()
        .where("plan_id", "=", key.planId)
        .where("athlete_id", "=", key.athleteId)
        .orderBy("session_id")
        .limit(limit);
      return (await (after === undefined ? all : all.where("session_id", ">", after)).execute()).map(
        toRecord,
      );
    }),
  find: (key, sessionId) =>
    asAthlete(db, key.athleteId, async (tx) => {
      const row = await tx
        .selectFrom("current_completions")
        .selectAll()
        .where("plan_id", "=", key.planId)
        .where("athlete_id", "=", key.athleteId)
        .where("session_id", "=", sessionId)
        .executeTakeFirst();
      return row && toRecord(row);
    }),
  tell: (key, sessionId, terms, expected) =>
    asAthlete(db, key.athleteId, async (tx): Promise<Changed<CompletionRecord> | OutsideThePlan> => {
      const days = await daysOfPlanWith(tx, key, sessionId);
      if (days === undefined) return { state: "not_found" };
      if (terms.doneOn !== null && (terms.doneOn < days.first || terms.doneOn > days.last))
        return { state: "outside_the_plan", ...days };
      const standing = await told(tx, key, sessionId);
      if (expected !== undefined && expected !== (standing?.revision ?? 0))
        return { state: "changed_meanwhile" };
      return { state: "changed", value: await write(tx, key, sessionId, terms, standing?.revision ?? 0) };
    }),
  takeBack: (key, sessionId, expected) =>
    asAthlete(db, key.athleteId, async (tx): Promise<Changed<null>> => {
      const standing = await told(tx, key, sessionId);
      if (standing === undefined) return { state: "not_found" };
      if (expected !== undefined && expected !== standing.revision) return { state: "changed_meanwhile" };
      await tx
        .deleteFrom("workout_completions")
        .where("plan_id", "=", key.planId)
        .where("athlete_id", "=", key.athleteId)
        .where("session_id", "=", sessionId)
        .where("source", "=", "manual")
        .execute();
      return { state: "changed", value: null };
    }),
});

async function write(
  tx: Tx,
  { planId, athleteId }: PlanKey,
  sessionId: string,
  terms: CompletionTerms,
  revision: number,
): Promise<CompletionRecord> {
  const columns = {
    state: terms.state,
    done_on: terms.doneOn,
    metres: terms.metres,
    seconds: terms.seconds,
    effort: terms.effort,
    note: terms.note,
    revision: revision + 1,
    updated_at: new Date(),
  };
  const row = await tx
    .insertInto("workout_completions")
    .values({ plan_id: planId, athlete_id: athleteId, session_id: sessionId, source: "manual", ...columns })
    .onConflict((conflict) => conflict.columns(["plan_id", "session_id", "source"]).doUpdateSet(columns))
    .returningAll()
    .executeTakeFirstOrThrow();
  return toRecord(row);
}

const told = (tx: Tx, { planId, athleteId }: PlanKey, sessionId: string) =>
  tx
    .selectFrom("workout_completions")
    .select("revision")
    .where("plan_id", "=", planId)
    .where("athlete_id", "=", athleteId)
    .where("session_id", "=", sessionId)
    .where("source", "=", "manual")
    .forUpdate()
    .executeTakeFirst();

/** A session may be run a little before the plan begins, or after its race has passed. */
const DAYS_AROUND = 7;

/**
 * On which days a session of the plan can have been run; undefined when there is no such session. Locks the plan, so
 * that two who tell of one session come one after the other.
 */
async function daysOfPlanWith(
  tx: Tx,
  key: PlanKey,
  sessionId: string,
): Promise<{ readonly first: CalendarDate; readonly last: CalendarDate } | undefined> {
  const plan = await tx
    .selectFrom("training_plans")
    .select(["first_date", "last_date"])
    .where("id", "=", key.planId)
    .where("athlete_id", "=", key.athleteId)
    .forUpdate()
    .executeTakeFirst();
  if (plan === undefined || plan.first_date === null || plan.last_date === null) return undefined;
  const session = await tx
    .selectFrom("planned_workouts")
    .select("session_id")
    .where("plan_id", "=", key.planId)
    .where("athlete_id", "=", key.athleteId)
    .where("session_id", "=", sessionId)
    .executeTakeFirst();
  if (session === undefined) return undefined;
  return { first: addDays(plan.first_date, -DAYS_AROUND), last: addDays(plan.last_date, DAYS_AROUND) };
}

const toRecord = (row: Selectable<WorkoutCompletionsTable>): CompletionRecord => ({
  sessionId: row.session_id,
  source: row.source,
  state: row.state,
  doneOn: row.done_on,
  metres: row.metres,
  seconds: row.seconds,
  effort: row.effort,
  note: row.note,
  revision: row.revision,
  updatedAt: row.updated_at,
});
