import {
  type AthleteJob,
  type GenerationOutcome,
  type JobKind,
  type JobTrace,
  type PlanKey,
  type PlanReading,
  type PlanRepository,
  withChoices,
} from "@strideiq/application";
import type { PlanRequest } from "@strideiq/engine";
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { asAthlete } from "./athlete-scope.ts";
import { insertGuest } from "./athlete-repository.ts";
import { endOfJob } from "./job-rows.ts";
import { daysOf } from "./plan-rows.ts";
import type { TrainingPlansTable } from "./schema/plans.ts";
import type { Database } from "./schema.ts";
import { spendPlan } from "./spend-plan.ts";
import {
  compress,
  insertVersion,
  prepareVersion,
  type RenderSnapshot,
  saveSnapshot,
} from "./write-version.ts";

export interface PlanRepositoryDeps {
  readonly db: Kysely<Database>;
  /** Puts a job into the queue, as part of the transaction. */
  readonly enqueue: (job: AthleteJob, transaction: Transaction<Database>) => Promise<void>;
  readonly renderSnapshot: RenderSnapshot;
}

/** Plans in PostgreSQL. The athlete is part of every lookup, so that no caller can forget the owner. */
export const createPlanRepository = ({
  db,
  enqueue,
  renderSnapshot,
}: PlanRepositoryDeps): PlanRepository => ({
  accept: (key, request, trace, { spendsPlan = false, guestUntil } = {}) =>
    asAthlete(db, key.athleteId, async (tx) => {
      if (spendsPlan && !(await payFor(tx, key))) return false;
      const job = { kind: "generate_plan", ...key, trace } as const;
      if (guestUntil !== undefined) await insertGuest(tx, key.athleteId, guestUntil);
      if (await insertRequested(tx, job, request, trace)) await enqueue(job, tx);
      return true;
    }),

  findUnsettled: async (key) => {
    const row = await asAthlete(db, key.athleteId, (tx) =>
      selectPlan(tx, key).where("state", "=", "generating").executeTakeFirst(),
    );
    return row?.request;
  },

  settle: async (key, outcome, milliseconds, trace) => {
    const version =
      outcome.state === "ready"
        ? await prepareVersion(key, { ...FIRST, plan: outcome.plan, reason: "generated" }, renderSnapshot)
        : undefined;
    return asAthlete(db, key.athleteId, async (tx) => {
      if (!(await claim(tx, key, outcome))) return false;
      if (version !== undefined) await insertVersion(tx, key, version);
      await writeEnd(tx, key, outcome, { milliseconds, trace });
      return true;
    });
  },

  find: (key) => asAthlete(db, key.athleteId, (tx) => readPlanRow(tx, key, renderSnapshot, "keep")),
});

/** The plan as readers know it. An answer that has to be rendered anew is kept by those who may write. */
export async function readPlanRow(
  tx: Transaction<Database>,
  key: PlanKey,
  renderSnapshot: RenderSnapshot,
  rendered: "keep" | "leave",
): Promise<PlanReading | undefined> {
  const row = await selectPlan(tx, key).executeTakeFirst();
  return row && readingOf(tx, row, renderSnapshot, rendered);
}

const FIRST = { version: 1, revision: 1 } as const;

/** Uses up a single plan for this one, unless an earlier try of the same request has. False when there is none left. */
async function payFor(tx: Transaction<Database>, key: PlanKey): Promise<boolean> {
  // Of two tries at once the second sees what the first has stored.
  await tx.selectFrom("athletes").select("id").where("id", "=", key.athleteId).forUpdate().execute();
  const stored = await selectPlan(tx, key).executeTakeFirst();
  return stored !== undefined || spendPlan(tx, key.athleteId);
}

type GenerateJob = Extract<AthleteJob, { readonly kind: "generate_plan" }>;

/** Stores what was asked for and the job that makes it, in one message to the server. False when it was stored before. */
async function insertRequested(
  tx: Transaction<Database>,
  { kind, planId, athleteId }: GenerateJob,
  request: PlanRequest,
  { jobId, requestId }: JobTrace,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .with("stored_plan", (db) =>
      db
        .insertInto("training_plans")
        .values({ id: planId, athlete_id: athleteId, state: "generating", request: JSON.stringify(request) })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .returning(["id", "athlete_id"]),
    )
    .insertInto("jobs")
    .columns(["id", "kind", "request_id", "plan_id", "athlete_id"])
    .expression((eb) =>
      eb
        .selectFrom("stored_plan")
        .select([
          eb.cast<string>(eb.val(jobId), "uuid").as("id"),
          eb.cast<JobKind>(eb.val(kind), "text").as("kind"),
          eb.cast<string | null>(eb.val(requestId ?? null), "text").as("request_id"),
          "stored_plan.id as plan_id",
          "stored_plan.athlete_id",
        ]),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

const selectPlan = (tx: Transaction<Database>, { planId, athleteId }: PlanKey) =>
  tx.selectFrom("training_plans").selectAll().where("id", "=", planId).where("athlete_id", "=", athleteId);

/**
 * Settles the plan if it is still generating. Of two workers with the same job the second waits
 * here for the first, and then finds nothing to settle.
 */
async function claim(tx: Transaction<Database>, key: PlanKey, outcome: GenerationOutcome): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("training_plans")
    // The clocks of two machines differ, and nothing is settled before it was accepted.
    .set({
      state: outcome.state,
      settled_at: sql<Date>`greatest(now(), accepted_at)`,
      ...stateColumns(outcome),
    })
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
        current_version: FIRST.version,
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

/** Writes down what came of it, where the work is logged and where its athlete looks. */
async function writeEnd(
  tx: Transaction<Database>,
  key: PlanKey,
  outcome: GenerationOutcome,
  { milliseconds, trace }: { readonly milliseconds: number; readonly trace: JobTrace | undefined },
): Promise<void> {
  const row = {
    plan_id: key.planId,
    athlete_id: key.athleteId,
    outcome: outcome.state,
    version: outcome.state === "ready" ? FIRST.version : null,
    milliseconds,
    detail: detailOf(outcome),
    request_id: trace?.requestId ?? null,
    job_id: trace?.jobId ?? null,
  };
  const state = outcome.state === "failed" ? "failed" : "done";
  await (trace === undefined ? tx : tx.with("ended_job", (db) => endOfJob(db, { ...trace, ...key }, state)))
    .insertInto("generation_logs")
    .values(row)
    .execute();
}

function detailOf(outcome: GenerationOutcome): string | null {
  if (outcome.state === "failed") return outcome.failure;
  return outcome.state === "refused" ? `${outcome.refusal.law}: ${outcome.refusal.field}` : null;
}

async function readingOf(
  tx: Transaction<Database>,
  row: Selectable<TrainingPlansTable>,
  renderSnapshot: RenderSnapshot,
  rendered: "keep" | "leave",
): Promise<PlanReading> {
  if (row.current_version !== null) {
    const { current_version: version, revision } = row;
    const snapshot =
      (await storedSnapshot(tx, row)) ?? (await renderAgain(tx, row, version, renderSnapshot, rendered));
    return { state: "ready", version, revision, snapshot };
  }
  if (row.refusal !== null) return { state: "refused", request: row.request, refusal: row.refusal };
  if (row.failure !== null) return { state: "failed", failure: row.failure };
  return { state: "generating" };
}

async function storedSnapshot(
  tx: Transaction<Database>,
  { id, athlete_id, revision }: Selectable<TrainingPlansTable>,
): Promise<Buffer | undefined> {
  const stored = await tx
    .selectFrom("plan_snapshots")
    .select("snapshot")
    .where("plan_id", "=", id)
    .where("athlete_id", "=", athlete_id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return stored?.snapshot;
}

/** A plan of an older version of the service has no answer that is rendered as readers know it today. */
async function renderAgain(
  tx: Transaction<Database>,
  { id, athlete_id, revision, choices }: Selectable<TrainingPlansTable>,
  version: number,
  renderSnapshot: RenderSnapshot,
  rendered: "keep" | "leave",
): Promise<Buffer> {
  const { document } = await tx
    .selectFrom("plan_versions")
    .select("document")
    .where("plan_id", "=", id)
    .where("athlete_id", "=", athlete_id)
    .where("version", "=", version)
    .executeTakeFirstOrThrow();
  const plan = withChoices(document, choices);
  const snapshot = await compress(renderSnapshot(id, { version, revision }, plan));
  if (rendered === "keep") await saveSnapshot(tx, { planId: id, athleteId: athlete_id }, revision, snapshot);
  return snapshot;
}
