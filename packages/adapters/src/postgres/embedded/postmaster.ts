import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import process from "node:process";
import { err, ok, type Result } from "@strideiq/engine";
import { lastLines } from "./cluster.ts";
import type { ServerFolders } from "./folders.ts";
import { disownPostmasterFile, isPostmaster, readPostmasterFile } from "./postmaster-file.ts";
import type { EmbeddedPostgresProblem } from "./problem.ts";
import { asUser } from "./server-user.ts";
import { canConnect, type ServerAddress } from "./session.ts";

const READY_MILLISECONDS = 60_000;
const STOP_MILLISECONDS = 20_000;
const POLL_MILLISECONDS = 25;
const LOG_BYTES_MAX = 5_000_000;
const START_ATTEMPTS = 20;

export interface PostmasterOptions {
  readonly binaries: string;
  readonly password: string;
  /** False only in tests: a crash of the machine may then lose the data. */
  readonly durable: boolean;
  /** The port of the server that this one replaces, so that waiting clients find it again. */
  readonly port?: number;
}

/** Attaches to the running server of the cluster, or starts one. Call it under the start lock. */
export async function attachOrStart(
  folders: ServerFolders,
  options: PostmasterOptions,
): Promise<Result<ServerAddress, EmbeddedPostgresProblem>> {
  const running = await attach(folders, options.password);
  if (running !== null) return ok(running);

  let log = "";
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    const port = options.port ?? (await freePort());
    const started = await startPostmaster(folders, options, port);
    if (started.ok) return started;
    log = started.error;
    if (!isPassing(log)) break;
    await sleep(500);
  }
  return err({ type: "DidNotStart", folder: folders.folder, log: lastLines(log) });
}

/** Backends of a killed server need a moment to notice; a port may be taken between looking and using. */
const isPassing = (log: string): boolean =>
  log.includes("pre-existing shared memory block") || log.includes("could not create any TCP/IP sockets");

async function attach({ cluster }: ServerFolders, password: string): Promise<ServerAddress | null> {
  const giveUpAt = Date.now() + READY_MILLISECONDS;
  while (Date.now() < giveUpAt) {
    const running = readPostmasterFile(cluster);
    if (running === null || !isPostmaster(running.pid, cluster)) return null;
    const address = { port: running.port, password };
    if (await canConnect(address)) return address;
    await sleep(POLL_MILLISECONDS);
  }
  return null;
}

async function startPostmaster(
  folders: ServerFolders,
  { binaries, password, durable }: PostmasterOptions,
  port: number,
): Promise<Result<ServerAddress, string>> {
  disownPostmasterFile(folders.cluster);
  const log = openLog(folders.logFile);
  const offset = statSync(folders.logFile).size;
  const server = spawn(join(binaries, "bin", "postgres"), serverOptions(folders, port, durable), {
    ...asUser(folders.user),
    cwd: folders.cluster,
    // Its own process group: Ctrl-C in the terminal is for us, and we stop the server when it is unused.
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  server.unref();

  const state = { ended: false };
  server.once("exit", () => (state.ended = true));
  server.once("error", () => (state.ended = true));
  const giveUpAt = Date.now() + READY_MILLISECONDS;
  while (!hasEnded(state) && Date.now() < giveUpAt) {
    if (await canConnect({ port, password })) return ok({ port, password });
    await sleep(POLL_MILLISECONDS);
  }
  return err(readFileSync(folders.logFile).subarray(offset).toString("utf8"));
}

// A function, because the compiler does not see that an event handler changes the field.
const hasEnded = (state: { readonly ended: boolean }): boolean => state.ended;

const openLog = (file: string): number => {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return openSync(file, size > LOG_BYTES_MAX ? "w" : "a");
};

function serverOptions({ cluster }: ServerFolders, port: number, durable: boolean): readonly string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    log_timezone: "UTC",
    timezone: "UTC",
    ...(durable ? {} : { fsync: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", cluster, "-p", String(port), ...flags];
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === "string") reject(new Error("no port was given"));
        else resolve(address.port);
      });
    });
  });

/** Ends the server of the cluster: sessions are closed, everything is on disk when it returns. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const running = readPostmasterFile(cluster);
  if (running === null || !isPostmaster(running.pid, cluster)) return;
  process.kill(running.pid, "SIGINT");
  if (await ended(running.pid, cluster, STOP_MILLISECONDS)) return;
  process.kill(running.pid, "SIGQUIT");
  await ended(running.pid, cluster, STOP_MILLISECONDS);
}

async function ended(pid: number, cluster: string, milliseconds: number): Promise<boolean> {
  const giveUpAt = Date.now() + milliseconds;
  while (Date.now() < giveUpAt) {
    if (!isPostmaster(pid, cluster)) return true;
    await sleep(POLL_MILLISECONDS);
  }
  return false;
}
