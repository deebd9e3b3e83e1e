import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { type OpenRedis, openRedis } from "./open-redis.ts";
import { type RedisServer, runsRedis, startRedis } from "./testing/redis-server.ts";
import { createSharedCounts, type SharedCounts } from "./shared-counts.ts";

const WINDOW = 60_000;
const MAX = 32;

describe.skipIf(!runsRedis())("what two processes count together", () => {
  let server: RedisServer;
  let opened: OpenRedis[];
  let here: SharedCounts;
  let there: SharedCounts;
  let key: string;
  let now: number;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    [key, now] = [newUuidV7(), 0];
    opened = [0, 1].map(() => openRedis({ url: server.url, onProblem: () => undefined }));
    const milliseconds = (): number => now;
    const [one, other] = opened.map((redis) => createSharedCounts({ redis, milliseconds }));
    if (one === undefined || other === undefined) throw new Error("two were opened");
    [here, there] = [one, other];
    await expect.poll(() => opened.every(({ isThere }) => isThere()), { timeout: 5_000 }).toBe(true);
  });
  afterEach(async () => {
    await Promise.all([here, there, ...opened].map(({ stop }) => stop()));
  });

  const add = (counts: SharedCounts, times: number): number => {
    for (let time = 1; time < times; time += 1) counts.add(key, WINDOW, MAX);
    return counts.add(key, WINDOW, MAX).current;
  };

  it("is what both did, whoever did it, soon after", async () => {
    expect(add(here, 10)).toBe(10);
    expect(add(there, 10)).toBe(10);
    await expect.poll(() => add(here, 1), { interval: 100 }).toBeGreaterThan(20);
    await expect.poll(() => add(there, 1), { interval: 100 }).toBeGreaterThan(22);
  });

  it("ends with its window, in both", async () => {
    add(here, 10);
    add(there, 10);
    await expect.poll(() => add(here, 1), { interval: 100 }).toBeGreaterThan(20);
    now += WINDOW + 1;
    expect(add(here, 1)).toBe(1);
    expect(add(there, 1)).toBe(1);
  });

  it("goes on in each alone while Redis is gone, and no answer waits for it", async () => {
    add(here, 10);
    await server.kill();
    try {
      expect(add(here, 10)).toBe(20);
      expect(add(there, 10)).toBe(10);
    } finally {
      await server.restart();
    }
  });
});
