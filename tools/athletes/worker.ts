/** A thread of `npm run check:athletes`: receives batches, sends back what came of them. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort } from "node:worker_threads";
import { realRulebook } from "@strideiq/testing";
import type { Batch } from "./batch.ts";
import { type JudgedBatch, judgeBatch } from "./judge-batch.ts";

/** A judged batch, and what the thread still holds in memory after it. */
export interface WorkerAnswer {
  readonly judged: JudgedBatch;
  readonly heapBytes: number;
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function heapBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const rulebooks = { first: realRulebook(), second: realRulebook() };

parentPort?.on("message", (batch: Batch) => {
  const judged = judgeBatch(batch, rulebooks);
  parentPort?.postMessage({ judged, heapBytes: heapBytes() } satisfies WorkerAnswer);
});
