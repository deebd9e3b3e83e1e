import type { DeadLetter } from "@strideiq/application";
import { fromKysely, type JobWithMetadata, type KyselyTransactionLike, type PgBoss } from "pg-boss";
import { DEAD_LETTERS } from "./queues.ts";

/** Jobs that were given up. */
export interface DeadLetterBox {
  /** Oldest first. */
  readonly list: (page: {
    readonly after?: string;
    readonly limit: number;
  }) => Promise<readonly DeadLetter[]>;
  readonly find: (letterId: string) => Promise<DeadLetter | undefined>;
  /** Moves the job back into its queue, inside the caller's transaction. False when somebody else did. */
  readonly putBack: (letterId: string, transaction: KyselyTransactionLike) => Promise<boolean>;
}

export const openDeadLetters = (boss: PgBoss): DeadLetterBox => ({
  list: async ({ after, limit }) => {
    // A cursor that was put back in the meantime is no page's end any more: the list begins anew.
    const isKnown = after !== undefined && (await findJob(boss, after)) !== undefined;
    const jobs = await boss.findJobs<object>(DEAD_LETTERS, {
      queued: true,
      limit,
      ...(isKnown ? { after } : {}),
    });
    return jobs.map(letterOf);
  },
  find: async (letterId) => {
    const job = await findJob(boss, letterId);
    return job && letterOf(job);
  },
  putBack: async (letterId, transaction) =>
    (await boss.redrive(DEAD_LETTERS, { ids: [letterId], db: fromKysely(transaction) })) === 1,
});

async function findJob(boss: PgBoss, id: string): Promise<JobWithMetadata | undefined> {
  return (await boss.findJobs<object>(DEAD_LETTERS, { id, queued: true }))[0];
}

const letterOf = (job: JobWithMetadata): DeadLetter => ({
  letterId: job.id,
  queue: job.sourceName ?? DEAD_LETTERS,
  job: { ...job.data },
  problem: messageOf(job.sourceOutput),
  attempts: (job.sourceRetryCount ?? 0) + 1,
  diedAt: job.createdOn,
});

function messageOf(output: unknown): string {
  if (typeof output !== "object" || output === null) return "unknown";
  const message: unknown = Reflect.get(output, "message");
  return typeof message === "string" ? message : "unknown";
}
