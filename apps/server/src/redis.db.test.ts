import {
  createTestDatabase,
  type RedisServer,
  runsRedis,
  startRedis,
  type TestDatabase,
} from "@strideiq/adapters";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { optionalSession, readyPlan } from "./people.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

const MAX = 64;

describe.skipIf(!runsRedis())("two processes with one Redis", () => {
  let database: TestDatabase;
  let redis: RedisServer;
  let here: Service;
  let there: Service;
  beforeAll(async () => {
    database = await createTestDatabase();
    redis = await startRedis();
    const metrics = { host: "127.0.0.1", port: 0 };
    here = await startTestService(database, { role: "all", metrics, redisUrl: redis.url });
    there = await startTestService(database, { role: "api", metrics, redisUrl: redis.url });
  }, 60_000);
  afterAll(async () => {
    await there.stop();
    await here.stop();
    await redis.stop();
    await database.close();
  });

  async function figure({ metricsAddress = "" }: Service, row: string): Promise<number | undefined> {
    const text = await (await fetch(metricsAddress)).text();
    const line = text.split("\n").find((one) => one.startsWith(`${row} `));
    return line === undefined ? undefined : Number(line.slice(row.length + 1));
  }
  const sharedHits = (service: Service): Promise<number | undefined> =>
    figure(service, 'strideiq_cache_reads_total{tier="shared",cache="plans",result="hit"}');
  const at = (service: Service, { cookies }: Visitor): Visitor =>
    createVisitor(() => service.address ?? "", cookies());

  it("spare each other a plan, and see each other's changes within two seconds", async () => {
    for (const service of [here, there])
      await expect.poll(() => figure(service, "strideiq_redis_up"), { timeout: 5_000 }).toBe(1);
    const runner = createVisitor(() => here.address ?? "");
    const plan = await readyPlan(runner);
    const address = `/v1/plans/${plan.planId}`;
    const first = await runner.call(address);
    const elsewhere = at(there, runner);
    expect((await elsewhere.call(address)).bytes).toEqual(first.bytes);
    expect(await sharedHits(there)).toBe(1);
    const option = `${address}/sessions/${optionalSession(plan)}/option`;
    const chosen = await send(runner, "PUT", option, { option: "b" });
    const tag = async (): Promise<unknown> => (await elsewhere.call(address)).headers["etag"];
    await expect.poll(tag, { timeout: 2_000, interval: 5 }).toBe(chosen.headers["etag"]);
  });

  it("allow a reader together what one of them allows", async () => {
    const changed = { role: "api", redisUrl: redis.url, requestsPerMinute: MAX } as const;
    const both = [await startTestService(database, changed), await startTestService(database, changed)];
    try {
      const statuses: number[] = [];
      for (let turn = 0; turn < MAX * 2 && !statuses.includes(429); turn += 1) {
        const { status } = await fetch(`${both[turn % 2]?.address ?? ""}/v1/standard-plans`);
        statuses.push(status);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      // Processes tell each other twenty times a second.
      expect(statuses.length).toBeGreaterThan(MAX / 2);
      expect(statuses.length).toBeLessThan(MAX * 1.5);
      expect(new Set(statuses)).toEqual(new Set([200, 429]));
    } finally {
      await Promise.all(both.map(({ stop }) => stop()));
    }
  });
});
