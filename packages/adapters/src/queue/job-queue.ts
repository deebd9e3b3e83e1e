import { randomUUID } from "node:crypto";
import type { AthleteJob, Tracing } from "@strideiq/application";
import { fromKysely, type KyselyTransactionLike, PgBoss, type SendOptions } from "pg-boss";
import { createAnnouncer, createHearing } from "./announcements.ts";
import { type DeadLetterBox, openDeadLetters } from "./dead-letters.ts";
import { createHandOver } from "./hand-over.ts";
import {
  ATHLETE_QUEUE,
  CHECK_QUEUE,
  EARLIER_IMPORT_QUEUE,
  MAIL_QUEUE,
  PRIORITIES,
  SUPERVISE_SECONDS,
} from "./queues.ts";
import { withTrace } from "./trace-job.ts";
import { countUnfinishedJobs, type UnfinishedJobs } from "./unfinished-jobs.ts";
import type { OnProblem } from "./work-off.ts";
import { keepTime, type Workers, workOffAll } from "./work-off-all.ts";

const STOP_MILLISECONDS = 10_000;
/** Longer than it takes any worker to look for jobs: what was waited for goes first. */
const ASIDE_SECONDS = 3;
const SESSION_PREFIX = "strideiq-queue-";

export interface JobQueue {
  /** Adds the job inside the caller's transaction, if there is one: both happen, or neither. */
  readonly enqueue: (job: AthleteJob, transaction?: KyselyTransactionLike) => Promise<void>;
  /** Tells the workers that there are jobs, after the transactions that stored them. They find them later without it. */
  readonly announce: () => void;
  /** Adds a job once more that was begun before, inside the caller's transaction. It goes on after a moment. */
  readonly putBack: (job: AthleteJob, transaction?: KyselyTransactionLike) => Promise<void>;
  /** Adds the delivery of a letter. A letter is delivered by one job, however often it is added. */
  readonly enqueueMail: (mailId: string, transaction?: KyselyTransactionLike) => Promise<void>;
  /** Adds the judging of a draft of the configuration. */
  readonly enqueueCheck: (configurationId: number, transaction?: KyselyTransactionLike) => Promise<void>;
  /** Takes a job out again, unless it is under way. */
  readonly withdraw: (jobId: string, transaction: KyselyTransactionLike) => Promise<void>;
  /** Works through the jobs in this process, until `stop`. */
  readonly work: (workers: Workers) => Promise<void>;
  readonly deadLetters: DeadLetterBox;
  /** What is not done yet, by queue and state. */
  readonly unfinished: () => Promise<readonly UnfinishedJobs[]>;
  /** Gives every job of one athlete to another, inside the caller's transaction. */
  readonly handOver: (fromId: string, toId: string, transaction: KyselyTransactionLike) => Promise<void>;
  /** Removes every job of an athlete, whatever state it is in, inside the caller's transaction. */
  readonly forget: (athleteId: string, transaction: KyselyTransactionLike) => Promise<void>;
  /** Lets running jobs end; the others stay in the queue. */
  readonly stop: () => Promise<void>;
}

export interface JobQueueOptions {
  readonly url: string;
  /** Hears what went wrong inside the queue; it goes on by itself. */
  readonly onProblem: OnProblem;
  /** Whether this process also starts what is due by the clock. */
  readonly keepsTime?: boolean;
  /** Hears when each job was done, and what it was asked for by. */
  readonly tracing?: Tracing | undefined;
}

/** Opens the queue, in the same PostgreSQL as what its jobs are about. */
export async function openJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const { url, onProblem, keepsTime = false, tracing } = options;
  const session = `${SESSION_PREFIX}${randomUUID()}`;
  const boss = new PgBoss({
    connectionString: url,
    application_name: session,
    max: 5,
    useListenNotify: true,
    schedule: keepsTime,
    // Its tables belong to the owner, who made them; see `installQueue`.
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on("error", onProblem);
  await boss.start();
  if (keepsTime) await keepTime(boss);
  const send = async (job: AthleteJob, options: SendOptions): Promise<void> => {
    const singletonKey = job.athleteId;
    await boss.send(ATHLETE_QUEUE, withTrace(tracing, job), {
      singletonKey,
      priority: PRIORITIES[job.kind],
      ...options,
    });
  };
  const announce = createAnnouncer(boss);
  const hearing = createHearing(boss, onProblem);
  // Its first row in the queue has the id of the job by then.
  const sendAnew: JobQueue["putBack"] = (job, transaction) => send(job, within(transaction));
  return {
    enqueue: async (job, transaction) => {
      const { trace } = job;
      await send(job, { ...(trace === undefined ? {} : { id: trace.jobId }), ...within(transaction) });
      if (transaction === undefined) announce();
    },
    announce,
    putBack: (job, transaction) => send(job, { startAfter: ASIDE_SECONDS, ...within(transaction) }),
    enqueueMail: async (mailId, transaction) => {
      await boss.send(MAIL_QUEUE, withTrace(tracing, { mailId }), { id: mailId, ...within(transaction) });
    },
    enqueueCheck: async (configurationId, transaction) => {
      await boss.send(CHECK_QUEUE, withTrace(tracing, { configurationId }), within(transaction));
    },
    withdraw: async (jobId, transaction) => {
      for (const queue of [ATHLETE_QUEUE, EARLIER_IMPORT_QUEUE])
        await boss.cancel(queue, jobId, within(transaction));
    },
    work: async (workers) => {
      await takeUpAbandoned(boss, session);
      await hearing.start(await workOffAll(boss, { ...workers, putBack: sendAnew }, { onProblem, tracing }));
    },
    deadLetters: openDeadLetters(boss),
    unfinished: () => countUnfinishedJobs(boss),
    handOver: createHandOver(sendAnew),
    forget,
    stop: async () => {
      await hearing.stop();
      await boss.stop({ graceful: true, timeout: STOP_MILLISECONDS });
    },
  };
}

async function forget(athleteId: string, transaction: KyselyTransactionLike): Promise<void> {
  const db = fromKysely(transaction);
  const run = (text: string) => db.executeSql(text, [athleteId]);
  await run(`delete from pgboss.job where data ->> 'athleteId' = $1`);
  // The library's note of whose jobs were active when it last looked.
  await run(`update pgboss.queue set singletons_active = array_remove(singletons_active, $1)
    where $1 = any (singletons_active)`);
}

const within = (transaction: KyselyTransactionLike | undefined) =>
  transaction === undefined ? {} : { db: fromKysely(transaction) };

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
