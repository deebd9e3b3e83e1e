import { Readable } from "node:stream";
import { isFinished } from "@strideiq/application";
import type { JobAnswer } from "@strideiq/contracts";
import type { FastifyReply, FastifyRequest } from "fastify";

/** Waits for news of jobs. */
export interface JobWatch {
  /** Comes back when the job is no longer at this revision, when it is time for a sign of life, or at the end. */
  readonly next: (
    jobId: string,
    revision: number,
    signal: AbortSignal,
  ) => Promise<"news" | "nothing" | "closed">;
  /** Ends all waiting; for a server that stops. */
  readonly close: () => void;
}

interface Source {
  readonly first: JobAnswer;
  readonly read: () => Promise<JobAnswer | undefined>;
  readonly watch: JobWatch;
}

/**
 * The job as it is, then each change. State is sent, never differences: whoever comes again after a break has
 * missed nothing.
 */
export function openEventStream(request: FastifyRequest, reply: FastifyReply, source: Source): FastifyReply {
  const seen = Number(request.headers["last-event-id"] ?? 0);
  void reply.header("cache-control", "no-store");
  // A browser takes 204 for the end; after any other it would ask again and again.
  if (isFinished(source.first.status) && source.first.revision === seen) return reply.code(204).send();
  const gone = new AbortController();
  reply.raw.once("close", () => {
    gone.abort();
  });
  return reply
    .type("text/event-stream; charset=utf-8")
    .header("x-accel-buffering", "no")
    .send(Readable.from(events(source, seen, gone.signal)));
}

async function* events({ first, read, watch }: Source, seen: number, signal: AbortSignal) {
  let job: JobAnswer | undefined = first;
  let known = seen;
  while (job !== undefined) {
    if (job.revision !== known) yield textOf(job);
    known = job.revision;
    if (isFinished(job.status)) return;
    const news = await watch.next(job.jobId, known, signal);
    if (news === "closed") return;
    if (news === "nothing") yield SIGN_OF_LIFE;
    else job = await read();
  }
}

// Proxies cut a connection that is silent for long.
const SIGN_OF_LIFE = ": waiting\n\n";

const textOf = (job: JobAnswer): string =>
  `id: ${String(job.revision)}\nevent: job\ndata: ${JSON.stringify(job)}\n\n`;
