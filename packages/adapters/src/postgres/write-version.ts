import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type Choices, type PlanKey, withChoices } from "@strideiq/application";
import type { Plan } from "@strideiq/engine";
import { type QueryCreator, sql, type Transaction } from "kysely";
import { WORKOUT_COLUMNS, type WorkoutRow, workoutRows } from "./plan-rows.ts";
import type { Database } from "./schema.ts";

/** Which state of a plan a reader is shown. */
export interface PlanState {
  readonly version: number;
  readonly revision: number;
}

/** The answer that a reader of this state gets, as JSON text. */
export type RenderSnapshot = (planId: string, state: PlanState, plan: Plan) => string;

export interface NewVersion extends PlanState {
  /** As it is stored, with its own choices. */
  readonly plan: Plan;
  readonly reason: string;
  readonly choices?: Choices;
}

export interface PreparedVersion extends NewVersion {
  /** As it is shown, with the athlete's choices. */
  readonly shown: Plan;
  readonly snapshot: Buffer;
}

/** Rendered before the transaction begins, so that no lock is held for it. */
export async function prepareVersion(
  { planId }: PlanKey,
  version: NewVersion,
  renderSnapshot: RenderSnapshot,
): Promise<PreparedVersion> {
  const shown = withChoices(version.plan, version.choices ?? {});
  return { ...version, shown, snapshot: await compress(renderSnapshot(planId, version, shown)) };
}

// A fifth larger than at the usual level 6, in a third of the time: that is as long as making the plan.
const GZIP_LEVEL = 3;
const gzipped: (text: string, options: { readonly level: number }) => Promise<Buffer> = promisify(gzip);

export const compress = (text: string): Promise<Buffer> => gzipped(text, { level: GZIP_LEVEL });

/** Stores a version that never changes again, and makes its days and its answer the plan's. */
export async function insertVersion(
  tx: Transaction<Database>,
  key: PlanKey,
  { version, revision, plan, shown, reason, snapshot }: PreparedVersion,
): Promise<void> {
  const own = { plan_id: key.planId, athlete_id: key.athleteId };
  if (version > 1)
    await tx
      .deleteFrom("planned_workouts")
      .where("plan_id", "=", key.planId)
      .where("athlete_id", "=", key.athleteId)
      .execute();
  // One message to the server instead of three.
  await tx
    .with("stored_version", (db) =>
      db.insertInto("plan_versions").values({
        ...own,
        version,
        document: JSON.stringify(plan),
        reason,
        provenance: JSON.stringify(plan.provenance),
      }),
    )
    .with("stored_answer", (db) => upsertSnapshot(db, key, revision, snapshot))
    .insertInto("planned_workouts")
    .columns(["plan_id", "athlete_id", "version", ...WORKOUT_COLUMNS])
    .expression((eb) =>
      eb
        .selectFrom(workoutsFrom(workoutRows(shown)).as("workout"))
        .select([
          eb.cast<string>(eb.val(key.planId), "uuid").as("plan_id"),
          eb.cast<string>(eb.val(key.athleteId), "uuid").as("athlete_id"),
          eb.cast<number>(eb.val(version), "integer").as("version"),
          ...WORKOUT_COLUMNS,
        ]),
    )
    .execute();
}

/** The rows as the table types them. As one value they are parsed in a fraction of the time that a hundred rows of values take. */
const workoutsFrom = (rows: readonly WorkoutRow[]) =>
  sql<WorkoutRow>`json_populate_recordset(null::planned_workouts, ${JSON.stringify(rows)}::json)`;

/** The answer to readers from now on. */
export async function saveSnapshot(
  tx: Transaction<Database>,
  { planId, athleteId }: PlanKey,
  revision: number,
  snapshot: Buffer,
): Promise<void> {
  await upsertSnapshot(tx, { planId, athleteId }, revision, snapshot).execute();
}

const upsertSnapshot = (
  db: QueryCreator<Database>,
  { planId, athleteId }: PlanKey,
  revision: number,
  snapshot: Buffer,
) =>
  db
    .insertInto("plan_snapshots")
    .values({ plan_id: planId, athlete_id: athleteId, revision, snapshot })
    .onConflict((conflict) => conflict.column("plan_id").doUpdateSet({ revision, snapshot }));
