import { once } from "node:events";
import { MessageChannel, Worker } from "node:worker_threads";
import type { AnalysedFile } from "@strideiq/activity";
import type { FromThread, ReadingTask, ToThread } from "./reading-task.ts";

/** A file of the size that is allowed needs about a third of it. */
const HEAP_MEGABYTES_MAX = 1024;

/** A thread that reads sources, one after the other. */
export interface ReadingThread {
  /** A file at a time, as they are asked for. What breaks in the thread is thrown here. */
  readonly read: (task: ReadingTask) => AsyncGenerator<AnalysedFile>;
  readonly close: () => Promise<void>;
}

/** Opens a thread of its own, so that reading for minutes does not keep this process from answering. */
export function openReadingThread(): ReadingThread {
  const { port1: here, port2: port } = new MessageChannel();
  const thread = new Worker(new URL("./reading-thread.ts", import.meta.url), {
    workerData: port,
    transferList: [port],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES_MAX },
  });
  const ended = new AbortController();
  const broken = once(thread, "error", { signal: ended.signal }).then(([error]): never => {
    throw error;
  });
  broken.catch(() => undefined);
  const ask = async (): Promise<FromThread> => {
    tell({ next: true });
    const [message] = (await Promise.race([once(here, "message"), broken])) as readonly FromThread[];
    return message ?? { file: null };
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
      ended.abort();
      here.close();
      await thread.terminate();
    },
  };
}
