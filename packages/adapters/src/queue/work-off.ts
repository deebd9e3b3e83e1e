import type { AthleteJob } from "@strideiq/application";
import type { JobResult, JobWithMetadata, PgBoss } from "pg-boss";

// A job that ran to an error this often has met a defect, and its athlete is told.
const ERRORS_MAX = 5;

// With one job at a time the library would wait out the whole interval after each of them.
const BATCH_SIZE = 8;
const NOTIFIED_POLLING_SECONDS = 2;

export interface JobHandlers {
  /** Marks jobs as begun; those that are still to be done. The others were cancelled. */
  readonly begin: (jobIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Does the job. What it throws is tried again. */
  readonly run: (job: AthleteJob) => Promise<unknown>;
  /** Settles a job that has thrown too often. */
  readonly giveUp: (job: AthleteJob, problem: unknown) => Promise<unknown>;
}

/** Works off a queue, several jobs side by side: while one waits for its transaction, the next is computed. */
export async function workOff(
  boss: PgBoss,
  queue: string,
  handlers: JobHandlers,
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
  const workerId = await boss.work<AthleteJob, unknown, typeof options>(queue, options, async (jobs) => {
    const results = await runBatch(jobs, handlers, onProblem);
    // The next job of the same athlete could not be fetched before; nobody else says that it can be now.
    boss.notifyWorker(workerId);
    return results;
  });
}

async function runBatch(
  jobs: readonly JobWithMetadata<AthleteJob>[],
  handlers: JobHandlers,
  onProblem: (problem: unknown) => void,
): Promise<JobResult[]> {
  const traced = jobs.flatMap(({ data }) => (data.trace === undefined ? [] : [data.trace.jobId]));
  const begun = traced.length === 0 ? new Set<string>() : await handlers.begin(traced);
  const isWanted = ({ data: { trace } }: JobWithMetadata<AthleteJob>): boolean =>
    trace === undefined || begun.has(trace.jobId);
  return Promise.all(
    jobs.map((job): Promise<JobResult> =>
      isWanted(job) ? runJob(job, handlers, onProblem) : Promise.resolve({ id: job.id, status: "completed" }),
    ),
  );
}

async function runJob(
  { id, data, retryCount }: JobWithMetadata<AthleteJob>,
  { run, giveUp }: JobHandlers,
  onProblem: (problem: unknown) => void,
): Promise<JobResult> {
  try {
    await run(data);
    return { id, status: "completed" };
  } catch (problem) {
    onProblem(problem);
    const output = { message: String(problem) };
    if (retryCount + 1 < ERRORS_MAX) return { id, status: "failed", output };
    return giveUp(data, problem).then(
      () => ({ id, status: "deadletter", output }),
      () => ({ id, status: "failed", output }),
    );
  }
}
