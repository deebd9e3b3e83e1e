import type {
  AthleteJob,
  JobKey,
  JobKind,
  JobProblem,
  JobState,
  JobTrace,
  WaitingChange,
} from "@strideiq/application";
import { type QueryCreator, sql, type Transaction } from "kysely";
import type { Database } from "./schema.ts";

/** The jobs that have a row of their athlete. */
type WaitedFor = Extract<AthleteJob, { readonly kind: JobKind }>;

/** Writes down what an athlete waits for, where it also goes into the queue. False when it was written before. */
export async function insertJob(
  tx: Transaction<Database>,
  job: WaitedFor,
  { jobId, requestId }: JobTrace,
  wish?: WaitingChange,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("jobs")
    .values({
      id: jobId,
      athlete_id: job.athleteId,
      kind: job.kind,
      plan_id: "planId" in job ? job.planId : null,
      request_id: requestId ?? null,
      ...(wish === undefined ? {} : { wish: JSON.stringify(wish) }),
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Ends a job with what it did, in the same transaction. False when it had ended before. */
export async function finishJob(
  tx: Transaction<Database>,
  key: JobKey,
  state: Extract<JobState, "done" | "failed" | "cancelled">,
  problem: JobProblem | null = null,
): Promise<boolean> {
  const { numUpdatedRows } = await endOfJob(tx, key, state, problem).executeTakeFirst();
  return numUpdatedRows === 1n;
}

export const endOfJob = (
  db: QueryCreator<Database>,
  { jobId, athleteId }: JobKey,
  state: Extract<JobState, "done" | "failed" | "cancelled">,
  problem: JobProblem | null = null,
) =>
  db
    .updateTable("jobs")
    .set((eb) => ({
      state,
      finished_at: sql<Date>`now()`,
      problem: problem === null ? null : JSON.stringify(problem),
      revision: eb("revision", "+", 1),
      // What is done is done to its end.
      ...(state === "done" ? { progress_done: eb.fn.coalesce("progress_of", "progress_done") } : {}),
    }))
    .where("id", "=", jobId)
    .where("athlete_id", "=", athleteId)
    .where("state", "in", ["waiting", "running"]);

/** The steps of making a plan: its wish is read, it is made and judged, it is stored. */
const GENERATION_STEPS = 3;

/** Tells how many steps of a plan are done. */
export const generationProgress = (db: QueryCreator<Database>, { jobId, athleteId }: JobKey, done: 1 | 2) =>
  db
    .updateTable("jobs")
    .set((eb) => ({
      progress_done: done,
      progress_of: GENERATION_STEPS,
      revision: eb("revision", "+", 1),
    }))
    .where("id", "=", jobId)
    .where("athlete_id", "=", athleteId)
    .where("state", "in", ["waiting", "running"]);
