import type { JobBoard } from "@strideiq/application";
import type { JobWatch } from "../routes/job-events.ts";

const LOOK_MILLISECONDS = 150;
const SIGN_OF_LIFE_MILLISECONDS = 15_000;

interface Waiting {
  readonly jobId: string;
  readonly revision: number;
  readonly wake: (news: Awaited<ReturnType<JobWatch["next"]>>) => void;
}

/**
 * Looks after all jobs that somebody watches in this process, with one query for all of them, and with none
 * while nobody does. It needs no connection of its own, so that a database that went away costs a look, not the watch.
 */
export function createJobWatch({ revisions }: Pick<JobBoard, "revisions">): JobWatch {
  const waiting = new Set<Waiting>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const look = async (): Promise<void> => {
    const asked = [...waiting];
    const found = await revisions([...new Set(asked.map(({ jobId }) => jobId))]).catch(() => undefined);
    if (found !== undefined)
      for (const { jobId, revision, wake } of asked) if (found.get(jobId) !== revision) wake("news");
    timer = undefined;
    schedule();
  };
  const schedule = (): void => {
    if (waiting.size > 0 && !isClosed) timer ??= setTimeout(() => void look(), LOOK_MILLISECONDS);
  };

  return {
    next: (jobId, revision, signal) =>
      new Promise((resolve) => {
        if (isClosed || signal.aborted) {
          resolve("closed");
          return;
        }
        const wake: Waiting["wake"] = (news) => {
          clearTimeout(patience);
          signal.removeEventListener("abort", onAbort);
          waiting.delete(one);
          resolve(news);
        };
        const onAbort = (): void => {
          wake("closed");
        };
        const patience = setTimeout(() => {
          wake("nothing");
        }, SIGN_OF_LIFE_MILLISECONDS);
        const one = { jobId, revision, wake };
        signal.addEventListener("abort", onAbort);
        waiting.add(one);
        schedule();
      }),
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      for (const { wake } of [...waiting]) wake("closed");
    },
  };
}
