import type { PlanKey } from "@strideiq/application";
import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";

const KEEP_JOBS_DAYS = 30;
const KEEP_FILES_DAYS = 7;
const DAY_MILLISECONDS = 24 * 3_600_000;

/** Ready plans whose answer is not rendered as readers know it today, those that last longest first. */
export async function plansWithoutAnswer(db: Kysely<Database>, most: number): Promise<readonly PlanKey[]> {
  const { rows } = await sql<{ readonly plan_id: string; readonly athlete_id: string }>`
    select plan_id, athlete_id from plans_without_answer(${most})`.execute(db);
  return rows.map(({ plan_id, athlete_id }) => ({ planId: plan_id, athleteId: athlete_id }));
}

/** Removes jobs that ended long ago, and exports that nobody will fetch any more. */
export async function removeOldJobs(db: Kysely<Database>, now: Date): Promise<void> {
  const before = (days: number): Date => new Date(now.getTime() - days * DAY_MILLISECONDS);
  await sql`select remove_old_jobs(${before(KEEP_JOBS_DAYS)}, ${before(KEEP_FILES_DAYS)})`.execute(db);
}
