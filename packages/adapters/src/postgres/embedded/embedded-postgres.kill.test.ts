import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { isPostmaster, readPostmasterFile } from "./postmaster-file.ts";
import { stopPostmaster } from "./postmaster.ts";
import { isAlive } from "./start-lock.ts";

const program = join(import.meta.dirname, "hold-server.test-program.ts");
let folder: string;
let holders: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-embedded-"));
  holders = [];
});

afterEach(async () => {
  for (const holder of holders) holder.kill("SIGKILL");
  await stopPostmaster(join(folder, "cluster"));
  await removeEmbeddedPostgres(folder);
});

/** Starts a process that holds the server; resolves with the address it printed. */
async function hold(): Promise<{ readonly holder: ChildProcess; readonly url: string }> {
  const holder = spawn(process.execPath, [program, folder], { stdio: ["ignore", "pipe", "inherit"] });
  holders.push(holder);
  const [line] = (await once(holder.stdout, "data")) as [Buffer];
  return { holder, url: line.toString("utf8").trim() };
}

async function query(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Takes a port as soon as it is free. */
async function listenOn(port: number): Promise<Server> {
  for (;;) {
    const server = createServer();
    const taken = once(server, "listening").then(
      () => true,
      () => false,
    );
    server.listen(port, "127.0.0.1");
    if (await taken) return server;
    await sleep(10);
  }
}

const postmasterPid = (): number => readPostmasterFile(join(folder, "cluster"))?.pid ?? 0;

async function start(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const started = await startEmbeddedPostgres({ folder, database: "strideiq", durable: false });
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  return started.value;
}

describe("the embedded PostgreSQL", { timeout: 60_000 }, () => {
  it("starts on loopback only, asks for a password, and is gone after it was left", async () => {
    const { url, stop } = await start();
    expect(await query(url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
    expect(await query(url, "show password_encryption")).toEqual([{ password_encryption: "scram-sha-256" }]);
    await expect(query(url.replace(/:[^:@]+@/, ":wrong@"), "select 1")).rejects.toThrow(/password/);
    expect(statSync(join(folder, "password")).mode & 0o777).toBe(0o600);

    const pid = postmasterPid();
    await stop();
    await expect.poll(() => isAlive(pid)).toBe(false);
    expect(existsSync(join(folder, "cluster", "postmaster.pid"))).toBe(false);
  });

  it("is started by one of three simultaneous starters; the last one to leave stops it", async () => {
    const held = await Promise.all([hold(), hold(), hold()]);
    expect(new Set(held.map(({ url }) => url)).size).toBe(1);
    const pid = postmasterPid();
    for (const [index, { holder }] of held.entries()) {
      expect(isPostmaster(pid, join(folder, "cluster")), `with ${String(3 - index)} users`).toBe(true);
      holder.kill("SIGTERM");
      await once(holder, "exit");
    }
    expect(isPostmaster(pid, join(folder, "cluster"))).toBe(false);
  });

  it("keeps what was committed when its starter is killed, and serves the next one", async () => {
    const { holder, url } = await hold();
    await query(url, "create table kept (n int); insert into kept values (1)");
    holder.kill("SIGKILL");
    await once(holder, "exit");

    const next = await start();
    expect(next.url).toBe(url);
    expect(await query(next.url, "select n from kept")).toEqual([{ n: 1 }]);
    const pid = postmasterPid();
    await next.stop();
    expect(isPostmaster(pid, join(folder, "cluster"))).toBe(false);
  });

  it("recovers when starter and server were both killed", async () => {
    const { holder, url } = await hold();
    await query(url, "create table kept (n int); insert into kept values (1)");
    holder.kill("SIGKILL");
    process.kill(postmasterPid(), "SIGKILL");

    const next = await start();
    expect(await query(next.url, "select n from kept")).toEqual([{ n: 1 }]);
    await next.stop();
  });

  it("brings the server back on the same port when only the server was killed", async () => {
    const { url, stop } = await start();
    await query(url, "create table kept (n int); insert into kept values (1)");
    process.kill(postmasterPid(), "SIGKILL");
    await sleep(100);
    await expect
      .poll(() => query(url, "select n from kept").catch(() => "down"), { timeout: 20_000 })
      .toEqual([{ n: 1 }]);
    await stop();
  });

  it("brings the server back on the same port when its first start fails, and dies a second time at once", async () => {
    const { url, stop } = await start();
    await query(url, "create table kept (n int); insert into kept values (1)");
    const lock = join(folder, "start.lock");
    // Whoever starts the server again waits for us, until somebody else has its port.
    writeFileSync(lock, `${String(process.pid)} held by the test\n`);
    process.kill(postmasterPid(), "SIGKILL");
    const squatter = await listenOn(Number(new URL(url).port));
    rmSync(lock);
    const log = (): string => readFileSync(join(folder, "server.log"), "utf8");
    await expect.poll(log, { timeout: 20_000 }).toContain("could not create any TCP/IP sockets");
    squatter.close();
    const kept = () => query(url, "select n from kept").catch(() => "down");
    await expect.poll(kept, { timeout: 20_000 }).toEqual([{ n: 1 }]);
    process.kill(postmasterPid(), "SIGKILL");
    await sleep(100);
    await expect.poll(kept, { timeout: 20_000 }).toEqual([{ n: 1 }]);
    await stop();
  });

  it("is not stopped by the lock or the process number that a killed starter left behind", async () => {
    const first = await start();
    await first.stop();
    writeFileSync(join(folder, "start.lock"), "4194000 left behind\n");
    // The number of a living process that is no PostgreSQL: what a reboot leaves.
    writeFileSync(
      join(folder, "cluster", "postmaster.pid"),
      [String(process.ppid), join(folder, "cluster"), "1", "5432", "", "127.0.0.1", "1 1", "ready", ""].join(
        "\n",
      ),
    );
    const next = await start();
    expect(await query(next.url, "select 1 as one")).toEqual([{ one: 1 }]);
    await next.stop();
  });

  it("says that a folder cannot be written, instead of failing somewhere inside", async () => {
    writeFileSync(join(folder, "file"), "");
    const unwritable = join(folder, "file", "data");
    expect(await startEmbeddedPostgres({ folder: unwritable, database: "strideiq" })).toEqual({
      ok: false,
      error: { type: "FolderNotWritable", folder: unwritable },
    });
  });

  it.skipIf(process.getuid?.() !== 0)(
    "keeps the data elsewhere, and says so, when its own account may not enter the folder",
    async () => {
      const closed = join(folder, "home");
      mkdirSync(closed, { mode: 0o700 });
      const options = { folder: join(closed, "checkout"), database: "strideiq", durable: false };
      const started = await startEmbeddedPostgres(options);
      if (!started.ok) throw new Error(JSON.stringify(started.error));
      expect(started.value.elsewhere).toBe(true);
      expect(started.value.folder).toMatch(/^\/var\/(lib|tmp)\/strideiq-[0-9a-f]{12}-checkout$/);
      expect(await query(started.value.url, "select 1 as one")).toEqual([{ one: 1 }]);
      await started.value.stop();
      await removeEmbeddedPostgres(options.folder);
      expect(existsSync(started.value.folder)).toBe(false);
    },
  );
});
