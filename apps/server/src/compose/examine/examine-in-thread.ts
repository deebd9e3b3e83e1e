import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { Examined, ExaminedFiles, Progress } from "@strideiq/catalog";

const THREAD = new URL("./thread.ts", import.meta.url);

/** What the thread says: how far it has come, and at last what it found. */
export type ThreadSays = { readonly progress: Progress } | { readonly examined: Examined };

/**
 * Judges a draft in a thread of its own: it reads two rulebooks and makes more than four hundred plans, and whoever asks
 * this process for something meanwhile is answered. Whoever stops listening stops it.
 */
export async function* examineInThread(files: ExaminedFiles): AsyncGenerator<Progress, Examined, undefined> {
  const worker = new Worker(THREAD, { workerData: files });
  try {
    for await (const [said] of on(worker, "message", { close: ["exit"] }) as AsyncIterable<[ThreadSays]>) {
      if ("examined" in said) return said.examined;
      yield said.progress;
    }
    throw new Error("The thread that judges a draft ended without a word.");
  } finally {
    await worker.terminate();
  }
}
