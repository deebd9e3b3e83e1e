import type { KeepLimit } from "@strideiq/activity";
import type { ImportKey } from "@strideiq/application";
import { sql, type Transaction } from "kysely";
import { finishJob } from "../job-rows.ts";
import type { Database } from "../schema.ts";

type Tx = Transaction<Database>;

const lockImport = (tx: Tx, { athleteId, importId }: ImportKey) =>
  tx
    .selectFrom("activity_imports")
    .select(["id", "job_id"])
    .where("id", "=", importId)
    .where("athlete_id", "=", athleteId)
    .forUpdate()
    .executeTakeFirst();

/** Ends an import with its job. What was sent is not needed any more: the originals lie with their activities. */
export async function endImport(
  tx: Tx,
  key: ImportKey,
  jobId: string,
  state: "done" | "failed",
): Promise<void> {
  if ((await lockImport(tx, key)) === undefined) return;
  const isEnded = await finishJob(tx, { jobId, athleteId: key.athleteId }, state);
  await tx
    .updateTable("activity_imports")
    .set({ outcome: isEnded ? state : "cancelled", finished_at: sql<Date>`now()` })
    .where("id", "=", key.importId)
    .where("athlete_id", "=", key.athleteId)
    .execute();
  if (state === "failed" && isEnded) return;
  await tx
    .deleteFrom("import_pieces")
    .where("import_id", "=", key.importId)
    .where("athlete_id", "=", key.athleteId)
    .execute();
}

/** Takes an import back. Activities stay that another import brought as well, or that were typed in. */
export async function removeImport(tx: Tx, key: ImportKey): Promise<boolean> {
  const standing = await lockImport(tx, key);
  if (standing === undefined) return false;
  if (standing.job_id !== null)
    await finishJob(tx, { jobId: standing.job_id, athleteId: key.athleteId }, "cancelled");
  const reports = await tx
    .selectFrom("import_reports")
    .select("activity_ids")
    .where("import_id", "=", key.importId)
    .where("athlete_id", "=", key.athleteId)
    .execute();
  const ids = [...new Set(reports.flatMap(({ activity_ids }) => activity_ids))];
  await tx
    .deleteFrom("activity_imports")
    .where("id", "=", key.importId)
    .where("athlete_id", "=", key.athleteId)
    .execute();
  await sql`
    delete from activities as one
    where one.athlete_id = ${key.athleteId} and one.id = any (${sql.val(ids)}::uuid[])
      and not exists (
        select 1 from import_reports as other
        where other.athlete_id = ${key.athleteId} and other.activity_ids @> array[one.id]
      )
  `.execute(tx);
  return true;
}

export async function removeActivity(tx: Tx, athleteId: string, activityId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("activities")
    .where("athlete_id", "=", athleteId)
    .where("id", "=", activityId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function removeOverdue(tx: Tx, athleteId: string, limits: readonly KeepLimit[]): Promise<void> {
  for (const { before, source } of limits)
    await tx
      .deleteFrom("activities")
      .where("athlete_id", "=", athleteId)
      .where("source", "=", source)
      .where("created_at", "<=", new Date(before))
      .execute();
}
