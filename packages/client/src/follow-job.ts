import type { JobAnswer, PlanAccepted, PlanAnswer } from "@strideiq/contracts";
import { err, ok, type Result } from "@strideiq/engine";
import type { Client } from "./create-client.ts";
import { eventsOf } from "./events.ts";
import { ABORTED, type ApiProblem } from "./problem.ts";

export interface FollowOptions {
  readonly signal?: AbortSignal;
  /** Hears of every change of the job. */
  readonly onProgress?: (job: JobAnswer) => void;
  /** How long to wait before a stream that broke is asked for again; by default half a second. */
  readonly pauseMilliseconds?: number;
}

const ENDS: readonly JobAnswer["status"][] = ["done", "failed", "cancelled"];
const isFinished = ({ status }: JobAnswer): boolean => ENDS.includes(status);

/** Waits for the end of a job by its events; where none get through, by asking. */
export async function followJob(
  client: Client,
  jobId: string,
  { signal, onProgress, pauseMilliseconds = 500 }: FollowOptions = {},
): Promise<Result<JobAnswer, ApiProblem>> {
  let seen: JobAnswer | undefined;
  const tell = (job: JobAnswer): void => {
    if (job.revision === seen?.revision) return;
    seen = job;
    onProgress?.(job);
  };
  for (;;) {
    await listen(client, jobId, seen, tell, signal);
    if (seen !== undefined && isFinished(seen)) return ok(seen);
    if (signal?.aborted === true) return err(ABORTED);
    const asked = await client.ask("GET /v1/jobs/{jobId}", {
      path: { jobId },
      ...(signal === undefined ? {} : { signal }),
    });
    if (!asked.ok) return asked;
    tell(asked.value.body);
    if (isFinished(asked.value.body)) return ok(asked.value.body);
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
}

/** Reads the stream until it ends, for whatever reason; the state is sent each time, so nothing can be missed. */
async function listen(
  { open }: Client,
  jobId: string,
  seen: JobAnswer | undefined,
  tell: (job: JobAnswer) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const opened = await open(`/v1/jobs/${encodeURIComponent(jobId)}/events`, {
    headers: {
      accept: "text/event-stream",
      ...(seen === undefined ? {} : { "last-event-id": String(seen.revision) }),
    },
    ...(signal === undefined ? {} : { signal }),
  });
  if (!opened.ok || opened.value.status !== 200 || opened.value.body === null) return;
  for await (const { data } of eventsOf(opened.value.body)) tell(JSON.parse(data) as JobAnswer);
}

/** Waits until a plan that was asked for is there, refused or given up. */
export async function waitForPlan(
  client: Client,
  { planId, jobId }: Pick<PlanAccepted, "planId" | "jobId">,
  options: FollowOptions = {},
): Promise<Result<PlanAnswer, ApiProblem>> {
  const followed = await followJob(client, jobId, options);
  if (!followed.ok) return followed;
  const { signal } = options;
  const read = await client.ask("GET /v1/plans/{planId}", {
    path: { planId },
    ...(signal === undefined ? {} : { signal }),
  });
  return read.ok ? ok(read.value.body) : read;
}
