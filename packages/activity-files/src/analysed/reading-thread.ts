import { type MessagePort, workerData } from "node:worker_threads";
import { readFiles } from "../read-files.ts";
import type { FileReport } from "../report.ts";
import { analyseReport } from "./analyse-report.ts";
import type { FromThread, ReadingTask, ToThread } from "./reading-task.ts";

const port = workerData as MessagePort;
let task: ReadingTask | null = null;
let reports: AsyncGenerator<FileReport> | null = null;

/** A file is read when it is asked for, so that never more than one waits in memory. */
async function nextFile(): Promise<FromThread> {
  const next = await reports?.next();
  return {
    file:
      next === undefined || next.done === true || task === null
        ? null
        : analyseReport(next.value, task.home, task.rules),
  };
}

async function hear(message: ToThread): Promise<void> {
  if ("task" in message) {
    task = message.task;
    reports = readFiles(task.source, task.from);
  } else {
    const answer = await nextFile();
    port.postMessage(answer, bytesIn(answer));
  }
}

/** What is handed over rather than copied. */
const bytesIn = ({ file }: FromThread): readonly ArrayBuffer[] =>
  [file?.original, ...(file?.activities ?? []).map(({ track }) => track)].flatMap((bytes) =>
    bytes?.buffer instanceof ArrayBuffer ? bytes.buffer : [],
  );

port.on("message", (message: ToThread) => void hear(message));
