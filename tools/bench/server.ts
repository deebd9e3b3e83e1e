import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { Worker } from "node:worker_threads";
import { TODAY } from "./athletes.ts";

const MAIN = join(import.meta.dirname, "../../apps/server/src/main.ts");
/** As `npm start` and the container start it. */
const NODE_OPTIONS = ["--max-semi-space-size=8"];

interface RunningServer {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** The real server with database and worker, on a free port and with a data folder of its own. */
export async function startServer(): Promise<
  RunningServer & { readonly folder: string; readonly pid: number }
> {
  const folder = mkdtempSync(join(tmpdir(), "strideiq-bench-"));
  const child = spawn(process.execPath, [...NODE_OPTIONS, MAIN], {
    env: {
      PATH: process.env["PATH"],
      PORT: "0",
      TODAY,
      DATA_DIR: folder,
      PLANS_PER_MINUTE: "1000000",
      REQUESTS_PER_MINUTE: "9999999",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const killed = (): void => void child.kill("SIGTERM");
  process.once("exit", killed);
  return {
    address: await addressOf(child),
    folder,
    pid: child.pid ?? 0,
    stop: async () => {
      process.removeListener("exit", killed);
      await end(child);
    },
  };
}

/** One process of a larger service, on a free port. */
export async function startMember(
  role: "api" | "worker",
  env: Readonly<Record<string, string>>,
): Promise<RunningServer & { readonly pid: number }> {
  const child = spawn(process.execPath, [...NODE_OPTIONS, MAIN, "--role", role], {
    env: {
      PATH: process.env["PATH"],
      PORT: "0",
      TODAY,
      PLANS_PER_MINUTE: "1000000",
      REQUESTS_PER_MINUTE: "9999999",
      ...env,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const killed = (): void => void child.kill("SIGTERM");
  process.once("exit", killed);
  return {
    address: await addressOf(child),
    pid: child.pid ?? 0,
    stop: async () => {
      process.removeListener("exit", killed);
      await end(child);
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => {
      reject(new Error(`The server ended with ${String(code)}: ${said}`));
    });
    child.stdout?.on("data", (part: Buffer) => {
      said += part.toString("utf8");
      const found = /http:\/\/[^\s)]+|in the background/.exec(said);
      if (found !== null) resolve(found[0]);
    });
  });
}

const STOP_MILLISECONDS = 20_000;

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  const insist = setTimeout(() => child.kill("SIGKILL"), STOP_MILLISECONDS);
  child.kill("SIGTERM");
  await exit;
  clearTimeout(insist);
}

/** A web server that does nothing, on a thread of its own as the real one is in a process of its own. */
export async function startTrivialServer(): Promise<RunningServer> {
  const worker = new Worker(new URL("./trivial-server.ts", import.meta.url));
  const message: unknown[] = await once(worker, "message");
  return {
    address: `http://127.0.0.1:${String(message[0])}`,
    stop: async () => {
      await worker.terminate();
    },
  };
}
