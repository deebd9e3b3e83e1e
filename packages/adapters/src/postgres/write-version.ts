import { gzipSync } from "node:zlib";
import { type Choices, type PlanKey, withChoices } from "@strideiq/application";
import type { Plan } from "@strideiq/engine";
import {
  type Expression,
  type ExpressionBuilder,
  type OnConflictDatabase,
  type OnConflictTables,
  type QueryCreator,
  sql,
  type SqlBool,
} from "kysely";
import { packedDocument } from "./plan-document.ts";
import { WORKOUT_COLUMNS, type WorkoutRow, workoutRows } from "./plan-rows.ts";
import type { Database } from "./schema.ts";

/** Which state of a plan a reader is shown. */
export interface PlanState {
  readonly version: number;
  readonly revision: number;
}

/** The answer that a reader of this state gets, as JSON text, around the text of the plan, which is nearly all of it. */
export type RenderSnapshot = (planId: string, state: PlanState, planText: string) => string;

export interface NewVersion extends PlanState {
  /** As it is stored, with its own choices. */
  readonly plan: Plan;
  readonly reason: string;
  readonly choices?: Choices;
}

export interface PreparedVersion extends NewVersion {
  /** The plan as it is stored. */
  readonly packed: Buffer;
  /** As it is shown, with the athlete's choices. */
  readonly shown: Plan;
  readonly snapshot: Buffer;
}

/** Rendered before the transaction begins, so that no lock is held for it. */
export function prepareVersion(
  { planId }: PlanKey,
  version: NewVersion,
  renderSnapshot: RenderSnapshot,
): PreparedVersion {
  const shown = withChoices(version.plan, version.choices ?? {});
  const text = JSON.stringify(version.plan);
  const shownText = shown === version.plan ? text : JSON.stringify(shown);
  const snapshot = compress(renderSnapshot(planId, version, shownText));
  return { ...version, shown, packed: packedDocument(text), snapshot };
}

// A fifth larger than at the usual level 6, in less than half of the time.
const GZIP_LEVEL = 3;
const BUFFER_BYTES = 65_536;

/**
 * At once, in half a millisecond: to have another thread do it takes twice as much processor time.
 */
export const compress = (text: string): Buffer =>
  gzipSync(text, { level: GZIP_LEVEL, chunkSize: BUFFER_BYTES });

/**
 * The plan whose row this statement has changed, as a common table of it: empty when somebody else was faster, and then
 * nothing else of the statement is done either.
 */
export interface Taken {
  readonly taken: { readonly id: string; readonly athlete_id: string };
}

type Writer = QueryCreator<Database & Taken>;

/** A version that never changes again. */
export const storedVersion = (db: Writer, { version, plan, reason, packed }: PreparedVersion) =>
  db
    .insertInto("plan_versions")
    .columns(["plan_id", "athlete_id", "version", "packed", "reason", "provenance"])
    .expression((eb) =>
      eb
        .selectFrom("taken")
        .select([
          "taken.id as plan_id",
          "taken.athlete_id",
          eb.cast<number>(eb.val(version), "integer").as("version"),
          eb.cast<Buffer>(eb.val(packed), "bytea").as("packed"),
          eb.cast<string>(eb.val(reason), "text").as("reason"),
          eb.cast<string>(eb.val(JSON.stringify(plan.provenance)), "jsonb").as("provenance"),
        ]),
    );

const ANEW = (
  eb: ExpressionBuilder<OnConflictDatabase<Database, "plan_snapshots">, OnConflictTables<"plan_snapshots">>,
) => ({
  revision: eb.ref("excluded.revision"),
  snapshot: eb.ref("excluded.snapshot"),
});

/** The answer to readers from now on. */
export const storedAnswer = (db: Writer, revision: number, snapshot: Buffer) =>
  db
    .insertInto("plan_snapshots")
    .columns(["plan_id", "athlete_id", "revision", "snapshot"])
    .expression((eb) =>
      eb
        .selectFrom("taken")
        .select([
          "taken.id as plan_id",
          "taken.athlete_id",
          eb.cast<number>(eb.val(revision), "integer").as("revision"),
          eb.cast<Buffer>(eb.val(snapshot), "bytea").as("snapshot"),
        ]),
    )
    .onConflict((conflict) => conflict.column("plan_id").doUpdateSet(ANEW));

/** Takes away the days of the version before, so that others have room. */
export const clearedWorkouts = (db: Writer) =>
  db
    .deleteFrom("planned_workouts")
    .using("taken")
    .whereRef("planned_workouts.plan_id", "=", "taken.id")
    .whereRef("planned_workouts.athlete_id", "=", "taken.athlete_id")
    .returning("planned_workouts.plan_id");

/** The days of a version, which are the plan's. */
export const storedWorkouts = (
  db: Writer,
  { version, shown }: PreparedVersion,
  when: Expression<SqlBool> = sql.lit(true),
) =>
  db
    .insertInto("planned_workouts")
    .columns(["plan_id", "athlete_id", "version", ...WORKOUT_COLUMNS])
    .expression((eb) =>
      eb
        .selectFrom([workoutsFrom(workoutRows(shown)).as("workout"), "taken"])
        .select([
          "taken.id as plan_id",
          "taken.athlete_id",
          eb.cast<number>(eb.val(version), "integer").as("version"),
          ...WORKOUT_COLUMNS.map((column) => `workout.${column}` as const),
        ])
        .where(when),
    );

/** The rows as the table types them. As one value they are parsed in a fraction of the time that a hundred rows of values take. */
const workoutsFrom = (rows: readonly WorkoutRow[]) =>
  sql<WorkoutRow>`json_populate_recordset(null::planned_workouts, ${JSON.stringify(rows)}::json)`;

/** The answer to readers from now on, of a plan that stays as it is. */
export async function saveSnapshot(
  db: QueryCreator<Database>,
  { planId, athleteId }: PlanKey,
  revision: number,
  snapshot: Buffer,
): Promise<void> {
  await db
    .insertInto("plan_snapshots")
    .values({ plan_id: planId, athlete_id: athleteId, revision, snapshot })
    .onConflict((conflict) => conflict.column("plan_id").doUpdateSet({ revision, snapshot }))
    .execute();
}
