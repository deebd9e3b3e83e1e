import { Worker } from "node:worker_threads";
import type { Batch } from "./batch.ts";
import type { JudgedBatch } from "./judge-batch.ts";
import type { WorkerAnswer } from "./worker.ts";

/** What one thread held in memory after its first batch and after its last, garbage collected. */
export interface ThreadMemory {
  readonly startBytes: number;
  readonly endBytes: number;
}

export interface ThreadsAnswer {
  /** In the order of the batches, whichever thread was faster. */
  readonly judged: readonly JudgedBatch[];
  readonly memory: readonly ThreadMemory[];
}

/** Judges batches in as many threads as asked for; `tell` hears of each when it is done. */
export async function judgeInThreads(
  batches: readonly Batch[],
  threads: number,
  tell: (judged: JudgedBatch) => void,
): Promise<ThreadsAnswer> {
  const waiting = [...batches];
  const judged: JudgedBatch[] = [];
  const take = (): Batch | undefined => waiting.shift();
  const memory = await Promise.all(
    Array.from({ length: Math.min(threads, batches.length) }, async () =>
      runThread(take, (one) => {
        judged.push(one);
        tell(one);
      }),
    ),
  );
  return { judged: judged.toSorted((a, b) => a.batch.from - b.batch.from), memory };
}

async function runThread(
  take: () => Batch | undefined,
  receive: (judged: JudgedBatch) => void,
): Promise<ThreadMemory> {
  const worker = new Worker(new URL("worker.ts", import.meta.url));
  const heaps: number[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      const next = (): void => {
        const batch = take();
        if (batch === undefined) resolve();
        else worker.postMessage(batch);
      };
      worker.on("error", reject);
      worker.on("message", (answer: WorkerAnswer) => {
        heaps.push(answer.heapBytes);
        receive(answer.judged);
        next();
      });
      next();
    });
  } finally {
    await worker.terminate();
  }
  return { startBytes: heaps[0] ?? 0, endBytes: heaps.at(-1) ?? 0 };
}
