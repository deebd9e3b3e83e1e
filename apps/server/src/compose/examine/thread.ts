import { parentPort, workerData } from "node:worker_threads";
import { type ExaminedFiles, examineConfiguration } from "@strideiq/catalog";
import type { ThreadSays } from "./examine-in-thread.ts";

/* A thread that makes all plans by which a draft is judged. */

const say = (what: ThreadSays): void => parentPort?.postMessage(what);

const work = examineConfiguration(workerData as ExaminedFiles);
for (let step = work.next(); ; step = work.next()) {
  if (step.done === true) {
    say({ examined: step.value });
    break;
  }
  say({ progress: step.value });
}
