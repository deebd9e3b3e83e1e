import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import process from "node:process";

const { PATH, NODE_COMPILE_CACHE } = process.env;
export const ROOT = join(import.meta.dirname, "../..");

/** A real server in a process of its own. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly address: string;
  readonly output: () => string;
  /** What it wrote into its log. */
  readonly log: () => string;
}

/** A start that nobody waits for. */
export const spawnServer = (env: Readonly<Record<string, string>>, args: readonly string[] = []) =>
  spawn(process.execPath, [join(ROOT, "apps/server/src/main.ts"), ...args], {
    env: { PATH, NODE_COMPILE_CACHE, PORT: "0", TODAY: "2026-11-23", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });

/** Starts the server as `npm start` does, without the page, and waits for the line with its address. */
export async function startServer(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<ServerProcess> {
  const child = spawnServer(env, args);
  const parts: string[] = [];
  const complaints: string[] = [];
  child.stderr.on("data", (part: Buffer) => {
    complaints.push(part.toString("utf8"));
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => {
      reject(new Error(`the server ended with ${String(code)}: ${[...parts, ...complaints].join("")}`));
    });
    child.stdout.on("data", (part: Buffer) => {
      parts.push(part.toString("utf8"));
      const found = /http:\/\/\S+|in the background/.exec(parts.join(""));
      if (found !== null) resolve(found[0]);
    });
  });
  return { child, address, output: () => parts.join(""), log: () => complaints.join("") };
}

/** Ends the process with the signal; its exit code, null after a kill. */
export async function end(
  { child }: ServerProcess,
  signal: "SIGKILL" | "SIGINT" | "SIGTERM",
): Promise<number | null> {
  const exit = once(child, "exit");
  child.kill(signal);
  await exit;
  return child.exitCode;
}
