import { MessageChannel, Worker } from "node:worker_threads";
import type { AnalysedFile } from "@strideiq/activity";
import type { FromThread, ReadingTask, ToThread } from "./reading-task.ts";

/** A file of the size that is allowed needs about a third of it. */
const HEAP_MEGABYTES_MAX = 1024;
/** Room for what is made and forgotten at once; left alone it takes 130 MB on a machine that has them. */
const YOUNG_MEGABYTES_MAX = 4;

/** A thread that reads sources, one after the other. */
export interface ReadingThread {
  /** A file at a time, as they are asked for. What breaks in the thread is thrown here. */
  readonly read: (task: ReadingTask) => AsyncGenerator<AnalysedFile>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (message: FromThread) => void;
  readonly reject: (error: Error) => void;
}

/** Opens a thread of its own, so that reading for minutes does not keep this process from answering. */
export function openReadingThread(): ReadingThread {
  const { port1: here, port2: port } = new MessageChannel();
  const thread = new Worker(new URL("./reading-thread.ts", import.meta.url), {
    workerData: port,
    transferList: [port],
    resourceLimits: {
      maxOldGenerationSizeMb: HEAP_MEGABYTES_MAX,
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES_MAX,
    },
  });
  let waiting: Waiting | undefined;
  let broken: { readonly error: Error } | undefined;
  here.on("message", (message: FromThread) => waiting?.resolve(message));
  thread.on("error", (error: Error) => {
    broken = { error };
    waiting?.reject(error);
  });
  // A promise of its own for each file: one that outlives them, raced against each, would hold them all.
  const ask = (): Promise<FromThread> => {
    if (broken !== undefined) return Promise.reject(broken.error);
    return new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      tell({ next: true });
    });
  };
  const tell = (message: ToThread): void => {
    here.postMessage(message);
  };
  return {
    read: async function* (task) {
      tell({ task });
      for (let { file } = await ask(); file !== null; { file } = await ask()) yield file;
    },
    close: async () => {
      here.close();
      await thread.terminate();
    },
  };
}
