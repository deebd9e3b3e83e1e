import { randomUUID } from "node:crypto";
import type { AthleteJob } from "@strideiq/application";
import { fromKysely, type KyselyTransactionLike, PgBoss } from "pg-boss";
import { ATHLETE_QUEUE, EARLIER_QUEUE, SUPERVISE_SECONDS } from "./queues.ts";
import { type JobHandlers, workOff } from "./work-off.ts";

const STOP_MILLISECONDS = 10_000;
const SESSION_PREFIX = "strideiq-queue-";

/** Somebody waits for these; what is done in the night has none. */
const WAITED_FOR = 10;

export interface JobQueue {
  /** Adds the job inside the caller's transaction: both happen, or neither. */
  readonly enqueue: (job: AthleteJob, transaction: KyselyTransactionLike) => Promise<void>;
  /** Takes a job out again, unless it is under way. */
  readonly withdraw: (jobId: string, transaction: KyselyTransactionLike) => Promise<void>;
  /** Works through the jobs in this process, until `stop`. */
  readonly work: (handlers: JobHandlers) => Promise<void>;
  /** Removes every job of an athlete, whatever state it is in. */
  readonly forget: (athleteId: string) => Promise<void>;
  /** Lets running jobs end; the others stay in the queue. */
  readonly stop: () => Promise<void>;
}

export interface JobQueueOptions {
  readonly url: string;
  /** Hears what went wrong inside the queue; it goes on by itself. */
  readonly onProblem: (problem: unknown) => void;
}

/** Opens the queue, in the same PostgreSQL as what its jobs are about. */
export async function openJobQueue({ url, onProblem }: JobQueueOptions): Promise<JobQueue> {
  const session = `${SESSION_PREFIX}${randomUUID()}`;
  const boss = new PgBoss({
    connectionString: url,
    application_name: session,
    max: 5,
    useListenNotify: true,
    schedule: false,
    // Its tables belong to the owner, who made them; see `installQueue`.
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on("error", onProblem);
  await boss.start();
  return {
    enqueue: async (job, transaction) => {
      const { athleteId, trace } = job;
      await boss.send(ATHLETE_QUEUE, job, {
        ...(trace === undefined ? {} : { id: trace.jobId }),
        singletonKey: athleteId,
        priority: WAITED_FOR,
        db: fromKysely(transaction),
      });
    },
    withdraw: async (jobId, transaction) => {
      await boss.cancel(ATHLETE_QUEUE, jobId, { db: fromKysely(transaction) });
    },
    work: async (handlers) => {
      await takeUpAbandoned(boss, session);
      for (const queue of [ATHLETE_QUEUE, EARLIER_QUEUE]) await workOff(boss, queue, handlers, onProblem);
    },
    forget: async (athleteId) => {
      await boss.getDb().executeSql(`delete from pgboss.job where data ->> 'athleteId' = $1`, [athleteId]);
    },
    stop: () => boss.stop({ graceful: true, timeout: STOP_MILLISECONDS }),
  };
}

/**
 * Jobs under way when nobody else is connected belong to a process that was killed. They are taken
 * up at once, instead of when their heartbeat is found to be old. Were one of them alive after all,
 * no harm is done: a plan is settled once.
 */
async function takeUpAbandoned(boss: PgBoss, session: string): Promise<void> {
  const { rows } = await boss.getDb().executeSql(
    `select name, id from pgboss.job
     where state = 'active' and not exists (
       select 1 from pg_stat_activity
       where datname = current_database() and starts_with(application_name, $1) and application_name <> $2
     )`,
    [SESSION_PREFIX, session],
  );
  for (const { name, id } of rows as readonly { readonly name: string; readonly id: string }[])
    await boss.fail(name, id, { message: "its process was killed" });
}
