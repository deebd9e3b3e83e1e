import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { Job, JobDone } from "./jobs.ts";

export interface Client {
  readonly does: (job: Job) => Promise<JobDone>;
  readonly stop: () => Promise<void>;
}

/** Starts the client, who knows the athletes of a file. */
export function startClient(file: string): Client {
  const child = start("client.ts", [file]);
  return {
    does: async (job) => {
      child.send(job);
      return (await answerOf(child)) as JobDone;
    },
    stop: () => end(child),
  };
}

/** Serves these bytes by `node:http` alone, in a process of its own as the service is. */
export async function startRawServer(
  bytes: Buffer,
): Promise<{ readonly port: number; readonly pid: number; readonly stop: () => Promise<void> }> {
  const child = start("raw-server.ts", []);
  child.send(bytes.toString("base64"));
  return { port: (await answerOf(child)) as number, pid: child.pid ?? 0, stop: () => end(child) };
}

function start(program: string, args: readonly string[]): ChildProcess {
  const child = fork(join(import.meta.dirname, program), args, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  process.once("exit", () => child.kill());
  return child;
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = once(child, "exit").then(([code]: unknown[]) => {
    throw new Error(`a process of the bench ended with ${String(code)}`);
  });
  ended.catch(() => undefined);
  const answers: unknown[] = await Promise.race([once(child, "message"), ended]);
  return answers[0];
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill();
  await exit;
}

/** Memory of a process as Linux counts it: now, and the most it has had. */
export function megabytesOf(pid: number): { readonly now: number; readonly most: number } {
  const text = readFileSync(`/proc/${String(pid)}/status`, "utf8");
  const read = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text)?.[1] ?? "NaN") / 1_024;
  return { now: read("VmRSS"), most: read("VmHWM") };
}

/** Linux counts hundredths of a second. */
const TICK_MILLISECONDS = 10;

/** Processor time that a process has taken, all its threads together: another program hardly changes it. */
export function processorMillisecondsOf(pid: number): number {
  const text = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
  const [user, system] = text.slice(text.lastIndexOf(")")).split(" ").slice(12, 14).map(Number);
  return ((user ?? Number.NaN) + (system ?? Number.NaN)) * TICK_MILLISECONDS;
}
