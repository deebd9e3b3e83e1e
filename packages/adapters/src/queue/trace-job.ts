import type { Tracing } from "@strideiq/application";

/** What a job is called. */
export interface NamedJob {
  readonly queue: string;
  readonly jobId: string;
  readonly requestId?: string;
}

const CARRIED = "traceParent";

/** The job, with what leads back to whatever asks for it now. */
export function withTrace<Job extends object>(tracing: Tracing | undefined, job: Job): Job {
  const carried = tracing?.carry();
  return carried === undefined ? job : { ...job, [CARRIED]: carried };
}

/** Does a job as a part of the request that it came from, whichever process that was answered by. */
export async function traceJob(
  tracing: Tracing | undefined,
  { queue, jobId, requestId }: NamedJob,
  data: unknown,
  work: () => Promise<unknown>,
): Promise<void> {
  if (tracing === undefined) {
    await work();
    return;
  }
  const facts = {
    "messaging.destination.name": queue,
    "strideiq.job_id": jobId,
    ...(requestId === undefined ? {} : { "strideiq.request_id": requestId }),
  };
  const span = tracing.begin(`job ${wordOf(data, "kind") ?? queue}`, facts, {
    kind: "consumer",
    carried: wordOf(data, CARRIED) ?? null,
  });
  try {
    await span.run(work);
    span.end();
  } catch (problem) {
    span.end({ "error.type": problem instanceof Error ? problem.name : "unknown" }, true);
    throw problem;
  }
}

function wordOf(data: unknown, key: string): string | undefined {
  const word: unknown = typeof data === "object" && data !== null ? Reflect.get(data, key) : undefined;
  return typeof word === "string" ? word : undefined;
}
