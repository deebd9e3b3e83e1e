import {
  createGenerateStoredPlan,
  createGiveUpPlan,
  LOCAL_ATHLETE_ID,
  type PlanKey,
} from "@strideiq/application";
import { ok } from "@strideiq/engine";
import { PgBoss } from "pg-boss";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createSystemClock } from "../clock/system-clock.ts";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { ensureApplicationRole } from "../postgres/application-role.ts";
import { createPlanRepository } from "../postgres/plan-repository.ts";
import { createTestDatabase, type TestDatabase } from "../postgres/testing/test-database.ts";
import { tinyPlan, tinyRequest } from "../postgres/testing/tiny-plan.fixture.ts";
import { type GenerationQueue, installQueue, openGenerationQueue, QUEUE_SCHEMA } from "./generation-queue.ts";

let database: TestDatabase;
let queue: GenerationQueue;
let problems: unknown[];

beforeAll(async () => {
  database = await createTestDatabase();
  await installQueue(database.url);
  await ensureApplicationRole(database.db, [QUEUE_SCHEMA]);
});
afterEach(async () => {
  await queue.stop();
  await database.reset();
});
afterAll(() => database.close());

const open = async (): Promise<void> => {
  problems = [];
  queue = await openGenerationQueue({ url: database.appUrl, onProblem: (problem) => problems.push(problem) });
};

const repository = () =>
  createPlanRepository({
    db: database.app,
    enqueue: (key, transaction) => queue.enqueue(key, transaction),
    renderSnapshot: () => "{}",
  });

const handlers = (run?: (key: PlanKey) => Promise<unknown>) => {
  const plans = repository();
  const generate = createGenerateStoredPlan({
    plans,
    clock: createSystemClock(),
    checkRequest: ok,
    generate: (request) => ok(tinyPlan(request)),
  });
  return { run: run ?? generate, giveUp: createGiveUpPlan({ plans }) };
};

async function accept(): Promise<PlanKey> {
  const key = { planId: newUuidV7(), athleteId: LOCAL_ATHLETE_ID };
  await repository().accept(key, tinyRequest);
  return key;
}

const states = async (): Promise<readonly string[]> =>
  (await database.db.selectFrom("training_plans").select("state").execute()).map(({ state }) => state);

describe("the generation queue", { timeout: 60_000 }, () => {
  it("makes every accepted plan ready, once, though they come all at the same time", async () => {
    await open();
    await queue.work(handlers());
    await Promise.all(Array.from({ length: 60 }, accept));
    await expect.poll(states, { timeout: 20_000 }).toEqual(Array.from({ length: 60 }, () => "ready"));
    const versions = await database.db.selectFrom("plan_versions").select("plan_id").execute();
    expect(versions).toHaveLength(60);
  });

  it("answers one request in a fraction of a second, not at the next poll", async () => {
    await open();
    await queue.work(handlers());
    await accept();
    await expect.poll(states, { timeout: 1_500, interval: 20 }).toEqual(["ready"]);
  });

  it("keeps no job of a request that was rolled back", async () => {
    await open();
    const seen: PlanKey[] = [];
    await queue.work(handlers((key) => Promise.resolve(seen.push(key))));
    const undone = database.app.transaction().execute(async (tx) => {
      await queue.enqueue({ planId: newUuidV7(), athleteId: LOCAL_ATHLETE_ID }, tx);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    const kept = await accept();
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual([kept]);
  });

  it("tries a job again that threw, without failing the others of its batch", async () => {
    await open();
    const keys = await Promise.all([accept(), accept(), accept()]);
    const { run, giveUp } = handlers();
    const thrown = new Set<string>();
    await queue.work({
      run: async (key) => {
        if (key.planId === keys[1].planId && !thrown.has(key.planId)) {
          thrown.add(key.planId);
          throw new Error("database went away");
        }
        await run(key);
      },
      giveUp,
    });
    await expect.poll(states, { timeout: 30_000 }).toEqual(["ready", "ready", "ready"]);
    expect(problems).toHaveLength(1);
  });

  it("works through what was accepted while no worker ran", async () => {
    await open();
    await Promise.all(Array.from({ length: 20 }, accept));
    await queue.stop();
    await open();
    await queue.work(handlers());
    await expect.poll(states, { timeout: 20_000 }).toEqual(Array.from({ length: 20 }, () => "ready"));
  });

  it("takes up at once what a killed process had begun, without waiting for its heartbeat", async () => {
    await open();
    await Promise.all(Array.from({ length: 5 }, accept));
    await queue.stop();
    const killed = new PgBoss({ connectionString: database.url, supervise: false, schedule: false });
    await killed.start();
    expect(await killed.fetch("generate-plan", { batchSize: 5 })).toHaveLength(5);
    await killed.stop({ graceful: false });

    await open();
    await queue.work(handlers());
    await expect.poll(states, { timeout: 6_000 }).toEqual(Array.from({ length: 5 }, () => "ready"));
  });
});
