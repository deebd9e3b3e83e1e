import type { PlanKey, PlanReading } from "@strideiq/application";
import { Redis } from "ioredis";
import { gzipSync } from "node:zlib";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createSharedPlans, type SharedPlans } from "../cache/shared-plans.ts";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { openDatabase } from "../postgres/database.ts";
import { createPlanRepository } from "../postgres/plan-repository.ts";
import { createFindStanding } from "../postgres/plan-states.ts";
import { type FullAthlete, storeFullAthlete } from "../postgres/testing/full-athlete.fixture.ts";
import { createTestDatabase, type TestDatabase } from "../postgres/testing/test-database.ts";
import { type OpenRedis, openRedis } from "./open-redis.ts";
import { type RedisServer, runsRedis, startRedis } from "./testing/redis-server.ts";
import { createSharedAnswers } from "./shared-answers.ts";

/** As long as nobody who waits for Redis may wait, with a busy machine beside it. */
const PATIENCE = 600;

describe.skipIf(!runsRedis())("answers that lie in Redis", () => {
  let database: TestDatabase;
  let db: ReturnType<typeof openDatabase>;
  let server: RedisServer;
  let byHand: Redis;
  let redis: OpenRedis;
  let problems: unknown[];
  let shared: SharedPlans;
  let find: (key: PlanKey) => Promise<PlanReading | undefined>;
  let looked: number;
  let anna: FullAthlete;
  let berta: FullAthlete;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = openDatabase(database.appUrl);
    server = await startRedis();
    byHand = new Redis(server.url, { retryStrategy: () => 50 });
    byHand.on("error", () => undefined);
  });
  afterAll(async () => {
    byHand.disconnect();
    await server.stop();
    await db.destroy();
    await database.close();
  });
  beforeEach(async () => {
    [looked, problems] = [0, []];
    anna = await storeFullAthlete(database.db, `Anna${newUuidV7()}`);
    berta = await storeFullAthlete(database.db, `Berta${newUuidV7()}`);
    await write(anna, "Anna's plan");
    await write(berta, "Berta's plan");
    redis = openRedis({ url: server.url, onProblem: (problem) => problems.push(problem) });
    await expect.poll(redis.isThere, { timeout: 5_000 }).toBe(true);
    const answers = createSharedAnswers(redis);
    shared = createSharedPlans({ answers, findStanding: createFindStanding(db) });
    const plans = createPlanRepository({
      db,
      enqueue: () => Promise.resolve(),
      announce: () => undefined,
      renderSnapshot: () => "",
    });
    find = shared.findPlan((key) => {
      looked += 1;
      return plans.find(key);
    });
  });
  afterEach(() => redis.stop());

  /** The answer to the readers of a plan, as a use case stores it. */
  const write = async ({ planId }: FullAthlete, text: string): Promise<void> => {
    await sql`
      update plan_snapshots as answer set snapshot = ${gzipSync(text)}, revision = plan.revision
      from training_plans as plan where plan.id = answer.plan_id and plan.id = ${planId}`.execute(
      database.db,
    );
  };
  const answerTo = async (athlete: FullAthlete): Promise<unknown> => {
    const reading = await find(athlete);
    return reading?.state === "ready" ? Buffer.from(reading.snapshot) : reading;
  };
  const keyOf = ({ planId }: FullAthlete): string => `strideiq:plan:${planId}`;
  const kept = (athlete: FullAthlete) => byHand.getBuffer(keyOf(athlete));
  const isKept = async (athlete: FullAthlete): Promise<void> => {
    await find(athlete);
    await expect.poll(() => kept(athlete)).not.toBeNull();
    looked = 0;
  };

  it("spare the database reading and sending them", async () => {
    await isKept(anna);
    expect(await answerTo(anna)).toEqual(gzipSync("Anna's plan"));
    expect(looked).toBe(0);
    expect(shared.use()).toEqual({ hit: 1, miss: 1, bypassed: 0 });
    expect(await byHand.ttl(keyOf(anna))).toBeGreaterThan(80_000);
  });

  it("are asked for by many at once with few questions, and everybody gets their own", async () => {
    await isKept(anna);
    await isKept(berta);
    const turned = vi.spyOn(pg.Pool.prototype, "connect");
    const both = await Promise.all(Array.from({ length: 50 }, (_, i) => answerTo(i % 2 ? anna : berta)));
    expect(turned.mock.calls.length).toBeLessThanOrEqual(2);
    turned.mockRestore();
    expect(both).toEqual(both.map((_, i) => gzipSync(i % 2 ? "Anna's plan" : "Berta's plan")));
    expect(looked).toBe(0);
  });

  it.each<[string, () => Promise<unknown>]>([
    ["another athlete's", async () => byHand.set(keyOf(anna), (await kept(berta)) ?? "")],
    ["old", async () => write(anna, "Anna's new plan")],
    ["rubbish", () => byHand.set(keyOf(anna), "rubbish")],
    ["no text at all", () => byHand.del(keyOf(anna)).then(() => byHand.lpush(keyOf(anna), "a list"))],
    ["longer than any plan", () => byHand.set(keyOf(anna), Buffer.alloc(5_000_000, 1))],
    ["gone", () => byHand.flushall()],
  ])("are not used when they are %s, and are put right", async (_, spoil) => {
    await isKept(anna);
    await isKept(berta);
    await spoil();
    const { rows } = await sql<{ readonly snapshot: Buffer }>`
      select snapshot from plan_snapshots where plan_id = ${anna.planId}`.execute(database.db);
    expect(await answerTo(anna)).toEqual(rows[0]?.snapshot);
    expect(looked).toBe(1);
    await expect.poll(() => kept(anna)).toEqual(rows[0]?.snapshot);
    await answerTo(anna);
    expect(looked).toBe(1);
  });

  it("are nobody else's: whoever asks for the plan of another finds nothing", async () => {
    await isKept(anna);
    expect(await find({ planId: anna.planId, athleteId: berta.athleteId })).toBeUndefined();
  });

  it("are taken out when their plan changes or goes", async () => {
    await isKept(anna);
    shared.forget(anna.planId);
    await expect.poll(() => kept(anna)).toBeNull();
  });

  it("are passed by while Redis does not answer: one reader waits a little, the next not at all", async () => {
    await isKept(anna);
    server.signal("SIGSTOP");
    try {
      const times: number[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        const begun = performance.now();
        expect(await answerTo(anna)).toEqual(gzipSync("Anna's plan"));
        times.push(performance.now() - begun);
      }
      expect(Math.max(...times)).toBeLessThan(PATIENCE);
      expect(times.slice(1).reduce((sum, time) => sum + time, 0)).toBeLessThan(PATIENCE);
    } finally {
      server.signal("SIGCONT");
    }
    expect(problems).toHaveLength(1);
    await expect.poll(redis.isThere, { timeout: 5_000 }).toBe(true);
    await answerTo(anna);
    expect(shared.use().hit).toBe(1);
  });

  it("are passed by while Redis is gone, which is said once, and used again when it is back", async () => {
    await server.kill();
    await expect.poll(redis.isThere).toBe(false);
    try {
      for (let turn = 0; turn < 20; turn += 1) expect(await answerTo(anna)).toEqual(gzipSync("Anna's plan"));
    } finally {
      await server.restart();
    }
    await expect.poll(redis.isThere, { timeout: 10_000 }).toBe(true);
    expect(problems).toHaveLength(1);
    await isKept(anna);
  });
});
