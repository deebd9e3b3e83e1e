import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

/** Where a change is judged a missing server is a failure; anywhere else its tests are named as not run. */
export const runsRedis = (): boolean =>
  process.env["CI"] === "true" || spawnSync("redis-server", ["--version"]).status === 0;

/** A Redis of its own on this machine, which keeps nothing on the disk. */
export interface RedisServer {
  readonly url: string;
  readonly signal: (name: "SIGSTOP" | "SIGCONT") => void;
  readonly kill: () => Promise<void>;
  /** Starts a killed one again, empty, at the same port. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const LOOKS_MAX = 250;
const LOOK_MILLISECONDS = 20;

export async function startRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), "strideiq-redis-"));
  const port = await freePort();
  let child = await launch(port, folder);
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, "exit");
    child.kill("SIGKILL");
    await exit;
  };
  return {
    url: `redis://127.0.0.1:${String(port)}`,
    signal: (name) => void child.kill(name),
    kill,
    restart: async () => {
      child = await launch(port, folder);
    },
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function launch(port: number, folder: string): Promise<ChildProcess> {
  const settings = { port, bind: "127.0.0.1", dir: folder, save: "", appendonly: "no" };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn("redis-server", args, { stdio: "ignore" });
  const failed = once(child, "error").then(([problem]: unknown[]) => {
    throw problem;
  });
  failed.catch(() => undefined);
  await Promise.race([answers(port), failed]);
  return child;
}

async function answers(port: number): Promise<void> {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    const socket = connect(port, "127.0.0.1");
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once("connect", () => {
        resolve(true);
      });
      socket.once("error", () => {
        resolve(false);
      });
    });
    socket.destroy();
    if (isOpen) return;
    await sleep(LOOK_MILLISECONDS);
  }
  throw new Error("redis-server did not start");
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return address === null || typeof address === "string" ? 0 : address.port;
}
