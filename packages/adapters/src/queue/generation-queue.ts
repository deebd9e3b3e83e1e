import { randomUUID } from "node:crypto";
import type { PlanKey } from "@strideiq/application";
import {
  fromKysely,
  type JobResult,
  type JobWithMetadata,
  type KyselyTransactionLike,
  PgBoss,
} from "pg-boss";

const QUEUE = "generate-plan";

// After kill -9 a job is taken up again when its heartbeat is this old, seen by a check as often
// as the second number says. The library's own values would leave an athlete waiting for minutes.
const HEARTBEAT_SECONDS = 10;
const SUPERVISE_SECONDS = 5;

// A plan must not be given up because the machine was switched off a few times in a row.
const RETRY_LIMIT = 1_000;
// ... but a job that ran to an error this often has met a defect, and its athlete is told.
const ERRORS_MAX = 5;
const RETRY_DELAY_SECONDS_MAX = 5;
const RETENTION_SECONDS = 365 * 24 * 3600;
const KEEP_FINISHED_SECONDS = 24 * 3600;

// With one job at a time the library would wait out the whole interval after each of them.
const BATCH_SIZE = 8;
const NOTIFIED_POLLING_SECONDS = 2;

const STOP_MILLISECONDS = 5_000;
const SESSION_PREFIX = "strideiq-queue-";

export interface GenerationHandlers {
  /** Does the job. What it throws is tried again. */
  readonly run: (key: PlanKey) => Promise<unknown>;
  /** Settles a plan whose job has thrown too often. */
  readonly giveUp: (key: PlanKey, problem: unknown) => Promise<unknown>;
}

export interface GenerationQueue {
  /** Adds the job inside the caller's transaction: both happen, or neither. */
  readonly enqueue: (key: PlanKey, transaction: KyselyTransactionLike) => Promise<void>;
  /** Works through the jobs in this process, until `stop`. */
  readonly work: (handlers: GenerationHandlers) => Promise<void>;
  /** Removes every job of an athlete, whatever state it is in. */
  readonly forget: (athleteId: string) => Promise<void>;
  /** Lets running jobs end; the others stay in the queue. */
  readonly stop: () => Promise<void>;
}

export interface GenerationQueueOptions {
  readonly url: string;
  /** Hears what went wrong inside the queue; it goes on by itself. */
  readonly onProblem: (problem: unknown) => void;
}

/** The schema of the queue's own tables. */
export const QUEUE_SCHEMA = "pgboss";

/** Lays the tables of the queue into the database, or brings them up to date; run as the owner. */
export async function installQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    application_name: "strideiq-install",
    max: 2,
    supervise: false,
    schedule: false,
  });
  const problems: unknown[] = [];
  boss.on("error", (problem) => problems.push(problem));
  await boss.start();
  await boss.createQueue(QUEUE, QUEUE_OPTIONS);
  await boss.stop({ graceful: false });
  if (problems.length > 0) throw new Error("The queue could not be laid out.", { cause: problems[0] });
}

const QUEUE_OPTIONS = {
  // One job per plan that is queued or active, however often it is added.
  policy: "exclusive",
  notify: true,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  retryLimit: RETRY_LIMIT,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: RETRY_DELAY_SECONDS_MAX,
  retentionSeconds: RETENTION_SECONDS,
  deleteAfterSeconds: KEEP_FINISHED_SECONDS,
} as const;

/** Opens the queue of plans to generate, in the same PostgreSQL as the plans. */
export async function openGenerationQueue({
  url,
  onProblem,
}: GenerationQueueOptions): Promise<GenerationQueue> {
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
    enqueue: async ({ planId, athleteId }, transaction) => {
      const data: PlanKey = { planId, athleteId };
      await boss.send(QUEUE, data, { singletonKey: planId, db: fromKysely(transaction) });
    },
    work: async (handlers) => {
      await takeUpAbandoned(boss, session);
      await work(boss, handlers, onProblem);
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
    `select id from pgboss.job
     where name = $1 and state = 'active' and not exists (
       select 1 from pg_stat_activity
       where datname = current_database() and starts_with(application_name, $2) and application_name <> $3
     )`,
    [QUEUE, SESSION_PREFIX, session],
  );
  const ids = rows.map(({ id }: { readonly id: string }) => id);
  if (ids.length > 0) await boss.fail(QUEUE, ids, { message: "its process was killed" });
}

async function work(
  boss: PgBoss,
  handlers: GenerationHandlers,
  onProblem: (problem: unknown) => void,
): Promise<void> {
  const options = {
    batchSize: BATCH_SIZE,
    burstWhenBatchFull: true,
    notifyPollingIntervalSeconds: NOTIFIED_POLLING_SECONDS,
    pollingIntervalSeconds: NOTIFIED_POLLING_SECONDS,
    // Each job has its own result: one that throws must not fail the others of its batch.
    perJobResults: true,
    includeMetadata: true,
  } as const;
  await boss.work<PlanKey, unknown, typeof options>(
    QUEUE,
    options,
    // Side by side: while one plan waits for its transaction, the next is being built.
    (jobs: JobWithMetadata<PlanKey>[]) => Promise.all(jobs.map((job) => runJob(job, handlers, onProblem))),
  );
}

async function runJob(
  { id, data, retryCount }: JobWithMetadata<PlanKey>,
  { run, giveUp }: GenerationHandlers,
  onProblem: (problem: unknown) => void,
): Promise<JobResult> {
  try {
    await run(data);
    return { id, status: "completed" };
  } catch (problem) {
    onProblem(problem);
    if (retryCount + 1 < ERRORS_MAX) return failed(id, problem);
    return giveUp(data, problem).then(
      () => ({ id, status: "completed" }),
      () => failed(id, problem),
    );
  }
}

const failed = (id: string, problem: unknown): JobResult => ({
  id,
  status: "failed",
  output: { message: String(problem) },
});
