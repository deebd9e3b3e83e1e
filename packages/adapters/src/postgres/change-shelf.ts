import type { AthleteJob, ChangeShelf } from "@strideiq/application";
import type { Kysely, Transaction } from "kysely";
import { asAthlete } from "./athlete-scope.ts";
import { asAgreed } from "./health-consent.ts";
import { finishJob, insertJob } from "./job-rows.ts";
import type { Database } from "./schema.ts";

export interface ChangeShelfDeps {
  readonly db: Kysely<Database>;
  /** Puts a job into the queue, as part of the transaction. */
  readonly enqueue: (job: AthleteJob, transaction: Transaction<Database>) => Promise<void>;
  /** Tells the workers that there are jobs, after the transaction. */
  readonly announce: () => void;
}

/** Changes that wait for a worker, in PostgreSQL, each in the row of its job. */
export const createChangeShelf = ({ db, enqueue, announce }: ChangeShelfDeps): ChangeShelf => ({
  request: async (key, trace, change) => {
    await asAthlete(db, key.athleteId, async (tx) => {
      const job: AthleteJob = { kind: "change_plan", ...key, trace };
      if (await insertJob(tx, job, trace, await asAgreed(tx, key.athleteId, change))) await enqueue(job, tx);
    });
    announce();
  },
  find: ({ jobId, athleteId }) =>
    asAthlete(db, athleteId, async (tx) => {
      const row = await tx
        .selectFrom("jobs")
        .select("wish")
        .where("id", "=", jobId)
        .where("athlete_id", "=", athleteId)
        .where("state", "in", ["waiting", "running"])
        .executeTakeFirst();
      return row?.wish ?? undefined;
    }),
  end: (key, problem) =>
    asAthlete(db, key.athleteId, async (tx) => {
      await finishJob(tx, key, problem === null ? "done" : "failed", problem);
    }),
});
