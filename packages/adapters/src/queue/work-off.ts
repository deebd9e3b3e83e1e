import type { Tracing } from "@strideiq/application";
import type { JobResult, JobWithMetadata, PgBoss } from "pg-boss";
import { type NamedJob, traceJob } from "./trace-job.ts";

// A job that ran to an error this often has met a defect, and whoever waits for it is told.
const ERRORS_MAX = 5;

// With one job at a time the library would wait out the whole interval after each of them.
const BATCH_SIZE = 16;
const NOTIFIED_POLLING_SECONDS = 2;

/** Which job a problem is about. */
export type JobProblem = NamedJob;

export type OnProblem = (problem: unknown, about?: JobProblem) => void;

/** Who hears of what happens to jobs. */
export interface Watchers {
  readonly onProblem: OnProblem;
  readonly tracing?: Tracing | undefined;
}

export interface JobHandlers<Job> {
  /** Marks jobs as begun, and says which are still to be done. The others were cancelled. */
  readonly begin?: (jobs: readonly Job[]) => Promise<(job: Job) => boolean>;
  /** Does the job. What it throws is tried again. */
  readonly run: (job: Job) => Promise<unknown>;
  /** Settles a job that has thrown too often. Without it a job is tried as often as its queue says. */
  readonly giveUp?: (job: Job, problem: unknown) => Promise<unknown>;
}

/** Which of a queue's jobs are worked off, and how. */
export interface Hands {
  readonly batchSize?: number;
  /** Batches at the same time. */
  readonly localConcurrency?: number;
  readonly minPriority?: number;
  readonly maxPriority?: number;
  /** Called when a batch has come to its end. */
  readonly onDone?: () => void;
}

/**
 * Works off a queue, several jobs side by side: while one waits for its transaction, the next is computed. What comes
 * back has it looked for jobs at once.
 */
export async function workOff<Job extends object>(
  boss: PgBoss,
  queue: string,
  handlers: JobHandlers<Job>,
  watchers: Watchers,
  { onDone, ...hands }: Hands = {},
): Promise<() => void> {
  const options = {
    batchSize: BATCH_SIZE,
    ...hands,
    burstWhenBatchFull: true,
    notifyPollingIntervalSeconds: NOTIFIED_POLLING_SECONDS,
    pollingIntervalSeconds: NOTIFIED_POLLING_SECONDS,
    // Each job has its own result: one that throws must not fail the others of its batch.
    perJobResults: true,
    includeMetadata: true,
  } as const;
  const workerId = await boss.work<Job, unknown, typeof options>(queue, options, async (jobs) => {
    // The library chooses a batch by priority, but hands it over in no order.
    const inOrder = jobs.toSorted((a, b) => b.priority - a.priority);
    const results = await runBatch(inOrder, handlers, watchers);
    // The next job of the same athlete could not be fetched before; nobody else says that it can be now.
    boss.notifyWorker(workerId);
    onDone?.();
    return results;
  });
  return () => {
    boss.notifyWorker(workerId);
  };
}

async function runBatch<Job>(
  jobs: readonly JobWithMetadata<Job>[],
  handlers: JobHandlers<Job>,
  watchers: Watchers,
): Promise<JobResult[]> {
  const isWanted = (await handlers.begin?.(jobs.map(({ data }) => data))) ?? ((): boolean => true);
  return Promise.all(
    jobs.map((job): Promise<JobResult> =>
      isWanted(job.data)
        ? runJob(job, handlers, watchers)
        : Promise.resolve({ id: job.id, status: "completed" }),
    ),
  );
}

async function runJob<Job>(
  { id, name, data, retryCount }: JobWithMetadata<Job>,
  { run, giveUp }: JobHandlers<Job>,
  { onProblem, tracing }: Watchers,
): Promise<JobResult> {
  const about = { queue: name, ...traceOf(id, data) };
  try {
    await traceJob(tracing, about, data, () => run(data));
    return { id, status: "completed" };
  } catch (problem) {
    onProblem(problem, about);
    const output = { message: String(problem) };
    if (giveUp === undefined || retryCount + 1 < ERRORS_MAX) return { id, status: "failed", output };
    return giveUp(data, problem).then(
      () => ({ id, status: "deadletter", output }),
      () => ({ id, status: "failed", output }),
    );
  }
}

/** The id that its athlete knows, if it has one, and the request that it came from. */
function traceOf(id: string, data: unknown): Omit<JobProblem, "queue"> {
  const trace: unknown = typeof data === "object" && data !== null ? Reflect.get(data, "trace") : undefined;
  if (typeof trace !== "object" || trace === null) return { jobId: id };
  const jobId: unknown = Reflect.get(trace, "jobId");
  const requestId: unknown = Reflect.get(trace, "requestId");
  return {
    jobId: typeof jobId === "string" ? jobId : id,
    ...(typeof requestId === "string" ? { requestId } : {}),
  };
}
