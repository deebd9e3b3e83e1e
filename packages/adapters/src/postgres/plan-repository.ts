import type { AthleteJob, JobKind, JobTrace, PlanKey, PlanRepository } from "@strideiq/application";
import type { PlanRequest } from "@strideiq/engine";
import { type Kysely, type QueryCreator, sql, type Transaction } from "kysely";
import { withGuest } from "./athlete-repository.ts";
import { asAthlete, oneAsAthlete } from "./athlete-scope.ts";
import { lastStatement } from "./database.ts";
import { generationProgress } from "./job-rows.ts";
import { readPlanRow } from "./plan-reading.ts";
import type { Database } from "./schema.ts";
import { settlePlan } from "./settle-plan.ts";
import { spendPlan } from "./spend-plan.ts";
import { prepareVersion, type RenderSnapshot } from "./write-version.ts";

export interface PlanRepositoryDeps {
  readonly db: Kysely<Database>;
  /** Puts a job into the queue, as part of the transaction. */
  readonly enqueue: (job: AthleteJob, transaction: Transaction<Database>) => Promise<void>;
  /** Tells the workers that there are jobs, after the transaction. */
  readonly announce: () => void;
  readonly renderSnapshot: RenderSnapshot;
}

/** Plans in PostgreSQL. The athlete is part of every lookup, so that no caller can forget the owner. */
export const createPlanRepository = ({
  db,
  enqueue,
  announce,
  renderSnapshot,
}: PlanRepositoryDeps): PlanRepository => ({
  accept: async (key, request, trace, { spendsPlan = false, guestUntil } = {}) => {
    const isStored = await asAthlete(db, key.athleteId, async (tx) => {
      if (spendsPlan && !(await payFor(tx, key))) return false;
      const job = { kind: "generate_plan", ...key, trace } as const;
      if (await insertRequested(tx, job, request, { ...trace, guestUntil }))
        await lastStatement(() => enqueue(job, tx));
      return true;
    });
    if (isStored) announce();
    return isStored;
  },

  findUnsettled: async (key, trace) => {
    const { athleteId } = key;
    const row = await oneAsAthlete(db, athleteId, (one) =>
      (trace === undefined
        ? one
        : one.with("told", (next) => generationProgress(next, { ...trace, athleteId }, 1))
      )
        .selectFrom("training_plans")
        .select(["request", NOT_WAITED_FOR])
        .where("id", "=", key.planId)
        .where("athlete_id", "=", key.athleteId)
        .where("state", "=", "generating")
        .executeTakeFirst(),
    );
    return row?.request;
  },

  tellMade: async ({ athleteId }, { jobId }) => {
    await oneAsAthlete(db, athleteId, (one) => generationProgress(one, { jobId, athleteId }, 2).execute());
  },

  settle: async (key, outcome, milliseconds, trace) => {
    const version =
      outcome.state === "ready"
        ? prepareVersion(key, { ...FIRST, plan: outcome.plan, reason: "generated" }, renderSnapshot)
        : undefined;
    const settled = { outcome, version, milliseconds, trace };
    return oneAsAthlete(db, key.athleteId, (one) => settlePlan(one, key, settled));
  },

  find: (key) => oneAsAthlete(db, key.athleteId, (one) => readPlanRow(one, key, renderSnapshot, "athlete")),
});

// How far a job has come is worth telling, and not worth waiting for the disk.
const NOT_WAITED_FOR = sql<string>`set_config('synchronous_commit', 'off', true)`.as("synchronous_commit");

const FIRST = { version: 1, revision: 1 } as const;

/** Uses up a single plan for this one, unless an earlier try of the same request has. False when there is none left. */
async function payFor(tx: Transaction<Database>, key: PlanKey): Promise<boolean> {
  // Of two tries at once the second sees what the first has stored.
  await tx.selectFrom("athletes").select("id").where("id", "=", key.athleteId).forUpdate().execute();
  const stored = await selectPlan(tx, key).executeTakeFirst();
  return stored !== undefined || spendPlan(tx, key.athleteId);
}

type GenerateJob = Extract<AthleteJob, { readonly kind: "generate_plan" }>;

/**
 * Stores what was asked for and the job that makes it, and who asked if nobody knew them, in one message to the server.
 * False when it was stored before.
 */
async function insertRequested(
  tx: Transaction<Database>,
  { kind, planId, athleteId }: GenerateJob,
  request: PlanRequest,
  { jobId, requestId, guestUntil }: JobTrace & { readonly guestUntil: Date | undefined },
): Promise<boolean> {
  const known: QueryCreator<Database> = guestUntil === undefined ? tx : withGuest(tx, athleteId, guestUntil);
  const { numInsertedOrUpdatedRows } = await known
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
