import type { AthleteJob, JobKey, JobState, JobTrace } from "@strideiq/application";
import { sql, type Transaction } from "kysely";
import type { Database } from "./schema.ts";

/** Writes down what an athlete waits for; in the transaction that also puts it into the queue. */
export async function insertJob(
  tx: Transaction<Database>,
  { kind, athleteId, planId }: AthleteJob,
  { jobId, requestId }: JobTrace,
): Promise<void> {
  await tx
    .insertInto("jobs")
    .values({ id: jobId, athlete_id: athleteId, kind, plan_id: planId, request_id: requestId ?? null })
    .execute();
}

/** Ends a job with what it did, in the same transaction. False when it had ended before. */
export async function finishJob(
  tx: Transaction<Database>,
  { jobId, athleteId }: JobKey,
  state: Extract<JobState, "done" | "failed" | "cancelled">,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("jobs")
    .set((eb) => ({ state, finished_at: sql<Date>`now()`, revision: eb("revision", "+", 1) }))
    .where("id", "=", jobId)
    .where("athlete_id", "=", athleteId)
    .where("state", "in", ["waiting", "running"])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
