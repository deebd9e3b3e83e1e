import type { ChildProcess } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import {
  removeEmbeddedPostgres,
  type RedisServer,
  runsRedis,
  startEmbeddedPostgres,
  startRedis,
} from "@strideiq/adapters";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Redis } from "ioredis";
import { end, freePort, startMember } from "./house.ts";
import { invite, type Reader, type Seen, watch } from "./readers.ts";

const READERS = 12;
const AWAY_MILLISECONDS = 3_000;
const STOPPED_MILLISECONDS = 10_000;
const TIMES = 3;
const SPOILINGS = 100;
const LONG = Buffer.alloc(2_000_000);

describe.skipIf(!runsRedis())("readers see their own plan as it is, and no fault", () => {
  let folder: string;
  let leave: () => Promise<void>;
  let redis: RedisServer;
  let byHand: Redis;
  let children: ChildProcess[];
  let addresses: string[];
  let figures: string[];
  let readers: readonly Reader[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "strideiq-redis-faults-"));
    const server = await startEmbeddedPostgres({ folder, database: "strideiq" });
    if (!server.ok) throw new Error(JSON.stringify(server.error));
    leave = server.value.stop;
    redis = await startRedis();
    byHand = new Redis(redis.url, { retryStrategy: () => 100 });
    byHand.on("error", () => undefined);
    const env = {
      PATH: process.env["PATH"],
      DATABASE_URL: server.value.url,
      REDIS_URL: redis.url,
      DATA_DIR: join(folder, "data"),
      TODAY: "2026-11-23",
      LOG_LEVEL: "fatal",
      REQUESTS_PER_MINUTE: "1000000",
    };
    const ports = [await freePort(), await freePort()];
    const told = [await freePort(), await freePort()];
    addresses = ports.map((port) => `http://127.0.0.1:${String(port)}`);
    figures = told.map((port) => `http://127.0.0.1:${String(port)}/metrics`);
    const settings = ports.map((port, i) => ({ PORT: String(port), METRICS_PORT: String(told[i]) }));
    children = [
      await startMember("api", { ...env, ...settings[0] }),
      await startMember("api", { ...env, ...settings[1] }),
      await startMember("worker", env),
    ];
    readers = await invite(addresses, READERS);
  }, 180_000);
  afterAll(async () => {
    await Promise.all(children.map((child) => end(child, "SIGTERM")));
    byHand.disconnect();
    await redis.stop();
    await leave();
    await removeEmbeddedPostgres(folder);
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  /** Readings by what came of them in Redis, of both processes. */
  async function readings(result: "hit" | "miss" | "bypassed"): Promise<number> {
    const row = `strideiq_cache_reads_total{tier="shared",cache="plans",result="${result}"} `;
    const texts = await Promise.all(figures.map(async (url) => (await fetch(url)).text()));
    const lines = texts.flatMap((text) => text.split("\n").filter((line) => line.startsWith(row)));
    return lines.reduce((sum, line) => sum + Number(line.slice(row.length)), 0);
  }
  const isUsed = async (): Promise<void> => {
    const before = await readings("hit");
    await expect.poll(() => readings("hit"), { timeout: 20_000 }).toBeGreaterThan(before + READERS);
  };

  /** Does something to Redis while it is used, and looks at what readers saw meanwhile and after it. */
  async function whileRead(fault: string, times: number, strike: () => Promise<unknown>): Promise<void> {
    const watching = watch(addresses, readers);
    try {
      await isUsed();
      for (let blow = 0; blow < times; blow += 1) await strike();
      await isUsed();
    } finally {
      await watching.stop();
    }
    const seen = await watching.stop();
    report(fault, times, seen);
    expect({ ...seen, reads: 0, changes: 0, slowest: 0 }).toEqual(NOTHING_WRONG);
    expect(seen.changes).toBeGreaterThan(READERS);
  }

  it("while Redis is killed, is gone for seconds and comes back empty, three times", () =>
    whileRead("Redis killed, gone for 3 s, back empty", TIMES, async () => {
      await redis.kill();
      const before = await readings("bypassed");
      await sleep(AWAY_MILLISECONDS);
      expect(await readings("bypassed")).toBeGreaterThan(before);
      await redis.restart();
      await isUsed();
    }));

  it("while Redis is stopped for ten seconds", () =>
    whileRead("Redis stopped for 10 s", 1, async () => {
      redis.signal("SIGSTOP");
      try {
        await sleep(STOPPED_MILLISECONDS);
      } finally {
        redis.signal("SIGCONT");
      }
    }));

  it("while Redis is emptied again and again", () =>
    whileRead("Redis emptied", SPOILINGS, async () => {
      await byHand.flushall();
      await sleep(20);
    }));

  it("while other athletes' plans, old ones and rubbish are written under their keys", async () => {
    const keys = readers.map(({ planId }) => `strideiq:plan:${planId}`);
    let old: (Buffer | null)[] = [];
    let turn = 0;
    const spoil = async (): Promise<void> => {
      if (turn === 0) old = await byHand.mgetBuffer(keys);
      const lies = [
        (i: number) => old[(i + 1) % READERS],
        (i: number) => old[i],
        () => "rubbish",
        () => LONG,
      ];
      const lie = lies[turn % lies.length];
      await Promise.all(keys.map((key, i) => byHand.set(key, lie?.(i) ?? "")));
      turn += 1;
      await sleep(20);
    };
    const before = await readings("miss");
    await whileRead("other plans, old ones and rubbish written into Redis", SPOILINGS, spoil);
    expect(await readings("miss")).toBeGreaterThan(before + READERS);
  });
});

const NOTHING_WRONG: Seen = { reads: 0, changes: 0, errors: [], stale: [], foreign: [], slowest: 0 };

function report(fault: string, times: number, { errors, stale, foreign, ...seen }: Seen): void {
  const row = { ...seen, errors: errors.length, stale: stale.length, foreign: foreign.length };
  const line = JSON.stringify({ fault, times, ...row });
  console.log(line);
  const file = process.env["STRIDEIQ_FAULTS_REPORT"];
  if (file !== undefined) appendFileSync(file, `${line}\n`);
}
