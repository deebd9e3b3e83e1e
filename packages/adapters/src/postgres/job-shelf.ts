import { CANCELLED, type JobBoard, type JobKey, type JobReading, type JobShelf } from "@strideiq/application";
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { asAthlete, oneAsAthlete } from "./athlete-scope.ts";
import { finishJob } from "./job-rows.ts";
import type { JobsTable } from "./schema/jobs.ts";
import type { Database } from "./schema.ts";

export interface JobShelfDeps {
  readonly db: Kysely<Database>;
  /** Takes a job out of the queue, as part of the transaction. */
  readonly withdraw: (jobId: string, transaction: Transaction<Database>) => Promise<void>;
}

/** The jobs of an athlete. Ids sort by time, so that the newest come first. */
export const createJobShelf = ({ db, withdraw }: JobShelfDeps): JobShelf => ({
  find: (key) =>
    oneAsAthlete(db, key.athleteId, async (one) => {
      const row = await selectJob(one, key).executeTakeFirst();
      return row && readingOf(row);
    }),
  list: ({ athleteId }, { after, limit }) =>
    asAthlete(db, athleteId, async (tx) => {
      const all = tx
        .selectFrom("jobs")
        .selectAll()
        .where("athlete_id", "=", athleteId)
        .orderBy("id", "desc")
        .limit(limit);
      const rows = await (after === undefined ? all : all.where("id", "<", after)).execute();
      return rows.map(readingOf);
    }),
  cancel: (key) =>
    asAthlete(db, key.athleteId, async (tx) => {
      const job = await selectJob(tx, key).executeTakeFirst();
      if (job === undefined) return false;
      // The plan first, then the job, as the worker does it: in another order each could wait for the other.
      if (job.kind === "generate_plan" && job.plan_id !== null && !(await abandonPlan(tx, key, job.plan_id)))
        return false;
      await withdraw(key.jobId, tx);
      return finishJob(tx, key, "cancelled");
    }),
});

const selectJob = (tx: Kysely<Database>, { jobId, athleteId }: JobKey) =>
  tx.selectFrom("jobs").selectAll().where("id", "=", jobId).where("athlete_id", "=", athleteId);

async function abandonPlan(
  tx: Transaction<Database>,
  { athleteId }: JobKey,
  planId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("training_plans")
    .set({ state: "failed", failure: CANCELLED, settled_at: sql<Date>`greatest(now(), accepted_at)` })
    .where("id", "=", planId)
    .where("athlete_id", "=", athleteId)
    .where("state", "=", "generating")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const readingOf = (row: Selectable<JobsTable>): JobReading => ({
  jobId: row.id,
  kind: row.kind,
  planId: row.plan_id,
  state: row.state,
  revision: row.revision,
  attempts: row.attempts,
  progress: row.progress_done === null ? null : { done: row.progress_done, of: row.progress_of },
  problem: row.problem,
  createdAt: row.created_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
});

/** Jobs across athletes, through the two functions of the database that take and give ids only. */
export const createJobBoard = (db: Kysely<Database>): JobBoard => ({
  begin: (jobIds) =>
    db.transaction().execute(async (tx) => {
      // That a job has begun is worth telling, and not worth waiting for the disk.
      await sql`set local synchronous_commit = off`.execute(tx);
      const { rows } = await sql<{ readonly id: string }>`
        select id from begin_jobs(${sql.val(jobIds)}::uuid[]) as id`.execute(tx);
      return new Set(rows.map(({ id }) => id));
    }),
  fail: (key) =>
    asAthlete(db, key.athleteId, async (tx) => {
      await finishJob(tx, key, "failed");
    }),
  revisions: async (jobIds) => {
    const { rows } = await sql<{ readonly job_id: string; readonly revision: number }>`
      select job_id, revision from job_revisions(${sql.val(jobIds)}::uuid[])`.execute(db);
    return new Map(rows.map(({ job_id, revision }) => [job_id, revision]));
  },
});
