import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { AthleteJob, ExportShelf } from "@strideiq/application";
import type { Kysely, Transaction } from "kysely";
import { asAthlete } from "./athlete-scope.ts";
import { finishJob, insertJob } from "./job-rows.ts";
import type { Database } from "./schema.ts";

const compress = promisify(gzip);

export interface ExportShelfDeps {
  readonly db: Kysely<Database>;
  /** Puts a job into the queue, as part of the transaction. */
  readonly enqueue: (job: AthleteJob, transaction: Transaction<Database>) => Promise<void>;
  /** Tells the workers that there are jobs, after the transaction. */
  readonly announce: () => void;
}

/** Exports in PostgreSQL, each a file of its job. */
export const createExportShelf = ({ db, enqueue, announce }: ExportShelfDeps): ExportShelf => ({
  request: async ({ athleteId }, trace) => {
    const jobId = await asAthlete(db, athleteId, async (tx) => {
      const standing = await unfinishedOf(tx, athleteId);
      if (standing !== undefined) return standing;
      const job: AthleteJob = { kind: "export_data", athleteId, trace };
      if (await insertJob(tx, job, trace)) await enqueue(job, tx);
      return trace.jobId;
    });
    announce();
    return jobId;
  },
  keep: async (key, text) => {
    const content = await compress(text);
    return asAthlete(db, key.athleteId, async (tx) => {
      if (!(await finishJob(tx, key, "done"))) return false;
      await tx
        .insertInto("export_files")
        .values({ job_id: key.jobId, athlete_id: key.athleteId, content })
        .execute();
      return true;
    });
  },
  find: ({ jobId, athleteId }) =>
    asAthlete(db, athleteId, async (tx) => {
      const row = await tx
        .selectFrom("export_files")
        .select("content")
        .where("job_id", "=", jobId)
        .where("athlete_id", "=", athleteId)
        .executeTakeFirst();
      return row?.content;
    }),
});

/** The export that an athlete waits for already. Who asks at the same time comes one after the other. */
async function unfinishedOf(tx: Transaction<Database>, athleteId: string): Promise<string | undefined> {
  await tx.selectFrom("athletes").select("id").where("id", "=", athleteId).forNoKeyUpdate().execute();
  const job = await tx
    .selectFrom("jobs")
    .select("id")
    .where("athlete_id", "=", athleteId)
    .where("kind", "=", "export_data")
    .where("finished_at", "is", null)
    .executeTakeFirst();
  return job?.id;
}
