import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { GenerationOutcome, PlanKey, PlanReading, PlanRepository } from "@strideiq/application";
import type { Plan } from "@strideiq/engine";
import type { Kysely, Selectable, Transaction } from "kysely";
import { asAthlete } from "./athlete-scope.ts";
import { daysOf, workoutRows } from "./plan-rows.ts";
import type { TrainingPlansTable } from "./schema/plans.ts";
import type { Database } from "./schema.ts";

export interface PlanRepositoryDeps {
  readonly db: Kysely<Database>;
  /** Puts the generation of a plan into the queue, as part of the transaction. */
  readonly enqueue: (key: PlanKey, transaction: Transaction<Database>) => Promise<void>;
  /** The answer that a reader of this version gets, as JSON text. */
  readonly renderSnapshot: (planId: string, version: number, plan: Plan) => string;
}

/** Plans in PostgreSQL. The athlete is part of every lookup, so that no caller can forget the owner. */
export const createPlanRepository = ({
  db,
  enqueue,
  renderSnapshot,
}: PlanRepositoryDeps): PlanRepository => ({
  accept: (key, request) =>
    asAthlete(db, key.athleteId, async (tx) => {
      const row = {
        id: key.planId,
        athlete_id: key.athleteId,
        state: "generating" as const,
        request: JSON.stringify(request),
      };
      await tx.insertInto("training_plans").values(row).execute();
      await enqueue(key, tx);
    }),

  findUnsettled: async (key) => {
    const row = await asAthlete(db, key.athleteId, (tx) =>
      selectPlan(tx, key).where("state", "=", "generating").executeTakeFirst(),
    );
    return row?.request;
  },

  settle: async (key, outcome, milliseconds) => {
    const version =
      outcome.state === "ready" ? await prepareVersion(key.planId, outcome.plan, renderSnapshot) : undefined;
    return asAthlete(db, key.athleteId, async (tx) => {
      if (!(await claim(tx, key, outcome))) return false;
      if (version !== undefined) await insertVersion(tx, key, version);
      await insertLog(tx, key, outcome, milliseconds);
      return true;
    });
  },

  find: (key) =>
    asAthlete(db, key.athleteId, async (tx) => {
      const row = await selectPlan(tx, key).executeTakeFirst();
      return row && readingOf(tx, row);
    }),
});

const FIRST_VERSION = 1;
const FIRST_REVISION = 1;

const selectPlan = (tx: Transaction<Database>, { planId, athleteId }: PlanKey) =>
  tx.selectFrom("training_plans").selectAll().where("id", "=", planId).where("athlete_id", "=", athleteId);

interface PreparedVersion {
  readonly plan: Plan;
  readonly snapshot: Buffer;
}

const compress = promisify(gzip);

/** Rendered before the transaction begins, so that no lock is held for it. */
async function prepareVersion(
  planId: string,
  plan: Plan,
  renderSnapshot: PlanRepositoryDeps["renderSnapshot"],
): Promise<PreparedVersion> {
  return { plan, snapshot: await compress(renderSnapshot(planId, FIRST_VERSION, plan)) };
}

/**
 * Settles the plan if it is still generating. Of two workers with the same job the second waits
 * here for the first, and then finds nothing to settle.
 */
async function claim(tx: Transaction<Database>, key: PlanKey, outcome: GenerationOutcome): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("training_plans")
    .set({ state: outcome.state, settled_at: new Date(), ...stateColumns(outcome) })
    .where("id", "=", key.planId)
    .where("athlete_id", "=", key.athleteId)
    .where("state", "=", "generating")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function stateColumns(outcome: GenerationOutcome) {
  switch (outcome.state) {
    case "ready": {
      const days = daysOf(outcome.plan);
      return {
        current_version: FIRST_VERSION,
        first_date: days?.first ?? null,
        last_date: days?.last ?? null,
      };
    }
    case "refused":
      return { refusal: JSON.stringify(outcome.refusal) };
    case "failed":
      return { failure: outcome.failure };
  }
}

async function insertVersion(
  tx: Transaction<Database>,
  key: PlanKey,
  { plan, snapshot }: PreparedVersion,
): Promise<void> {
  const row = {
    plan_id: key.planId,
    version: FIRST_VERSION,
    athlete_id: key.athleteId,
    document: JSON.stringify(plan),
    reason: "generated",
    provenance: JSON.stringify(plan.provenance),
  };
  await tx.insertInto("plan_versions").values(row).execute();
  await tx
    .insertInto("plan_snapshots")
    .values({ plan_id: key.planId, athlete_id: key.athleteId, revision: FIRST_REVISION, snapshot })
    .execute();
  const workouts = workoutRows(plan, key, FIRST_VERSION);
  if (workouts.length > 0)
    await tx
      .insertInto("planned_workouts")
      .values([...workouts])
      .execute();
}

async function insertLog(
  tx: Transaction<Database>,
  key: PlanKey,
  outcome: GenerationOutcome,
  milliseconds: number,
): Promise<void> {
  const row = {
    plan_id: key.planId,
    athlete_id: key.athleteId,
    outcome: outcome.state,
    version: outcome.state === "ready" ? FIRST_VERSION : null,
    milliseconds,
    detail: detailOf(outcome),
  };
  await tx.insertInto("generation_logs").values(row).execute();
}

function detailOf(outcome: GenerationOutcome): string | null {
  if (outcome.state === "failed") return outcome.failure;
  return outcome.state === "refused" ? `${outcome.refusal.law}: ${outcome.refusal.field}` : null;
}

async function readingOf(
  tx: Transaction<Database>,
  row: Selectable<TrainingPlansTable>,
): Promise<PlanReading> {
  if (row.current_version !== null) {
    const { snapshot } = await tx
      .selectFrom("plan_versions as version")
      .leftJoin("plan_snapshots as current", "current.plan_id", "version.plan_id")
      // A server of the version before this one stores it with the version.
      .select(({ fn }) => fn.coalesce("current.snapshot", "version.snapshot").$notNull().as("snapshot"))
      .where("version.plan_id", "=", row.id)
      .where("version.athlete_id", "=", row.athlete_id)
      .where("version.version", "=", row.current_version)
      .executeTakeFirstOrThrow();
    return { state: "ready", version: row.current_version, snapshot };
  }
  if (row.refusal !== null) return { state: "refused", request: row.request, refusal: row.refusal };
  if (row.failure !== null) return { state: "failed", failure: row.failure };
  return { state: "generating" };
}
