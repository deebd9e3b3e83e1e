import { gunzipSync } from "node:zlib";
import {
  type AthleteJob,
  type JobTrace,
  LOCAL_ATHLETE_ID,
  type PlanKey,
  type PlanRepository,
} from "@strideiq/application";
import type { Refusal } from "@strideiq/engine";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { planOfVersion } from "./plan-document.ts";
import { createPlanRepository } from "./plan-repository.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";
import { day, tinyPlan, tinyRequest } from "./testing/tiny-plan.fixture.ts";

const OTHER_ATHLETE_ID = "00000000-0000-7000-8000-000000000002";

let database: TestDatabase;
let plans: PlanRepository;
let enqueued: AthleteJob[];
let trace: JobTrace;
let queueIsBroken: boolean;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.insertInto("athletes").values({ id: OTHER_ATHLETE_ID, name: "Another" }).execute();
  plans = createPlanRepository({
    db: database.app,
    announce: () => undefined,
    enqueue: (key) => {
      if (queueIsBroken) return Promise.reject(new Error("no queue"));
      enqueued.push(key);
      return Promise.resolve();
    },
    renderSnapshot: (planId, { version }, planText) =>
      `${JSON.stringify({ planId, version }).slice(0, -1)},"plan":${planText}}`,
  });
});

beforeEach(async () => {
  await database.reset();
  trace = { jobId: newUuidV7() };
  enqueued = [];
  queueIsBroken = false;
});

afterAll(() => database.close());

const newKey = (): PlanKey => ({ planId: newUuidV7(), athleteId: LOCAL_ATHLETE_ID });

async function accepted(): Promise<PlanKey> {
  const key = newKey();
  await plans.accept(key, tinyRequest, trace);
  return key;
}

const refusal: Refusal = {
  type: "Refusal",
  law: "E1",
  field: "weeklyMetres",
  measured: 5_000,
  limit: 15_000,
  quantity: "distance",
  nearest: { request: tinyRequest, plan: tinyPlan() },
};

describe("the plan repository", () => {
  it("keeps an accepted request until it is settled, and enqueues it once", async () => {
    const key = await accepted();
    expect(await plans.findUnsettled(key)).toEqual(tinyRequest);
    expect(await plans.find(key)).toEqual({ state: "generating", jobId: trace.jobId });
    expect(enqueued).toEqual([{ kind: "generate_plan", ...key, trace }]);
  });

  it("stores no request whose job could not be enqueued", async () => {
    queueIsBroken = true;
    const key = newKey();
    await expect(plans.accept(key, tinyRequest, trace)).rejects.toThrow("no queue");
    expect(await plans.find(key)).toBeUndefined();
  });

  it("stores a plan with its version, its rows, its log and its rendered answer", async () => {
    const key = await accepted();
    const plan = tinyPlan();
    expect(await plans.settle(key, { state: "ready", plan }, 4.2)).toBe(true);

    const reading = await plans.find(key);
    if (reading?.state !== "ready") throw new Error("not ready");
    expect(JSON.parse(gunzipSync(reading.snapshot).toString("utf8"))).toEqual({
      planId: key.planId,
      version: 1,
      plan,
    });
    expect(await plans.findUnsettled(key)).toBeUndefined();

    const version = await database.db.selectFrom("plan_versions").selectAll().executeTakeFirstOrThrow();
    expect(version).toMatchObject({
      version: 1,
      document: null,
      reason: "generated",
      provenance: plan.provenance,
    });
    expect(planOfVersion(version)).toEqual(plan);
    const rows = await database.db.selectFrom("planned_workouts").selectAll().orderBy("date").execute();
    expect(rows.map(({ date, kind, week }) => [date, kind, week])).toEqual([
      ["2026-11-24", "easy", 1],
      ["2026-11-26", "easy", 1],
      ["2026-11-29", "long", 1],
      ["2026-12-01", "easy", 2],
      ["2026-12-03", "easy", 2],
      ["2026-12-06", "race", 2],
    ]);
    const logs = await database.db.selectFrom("generation_logs").selectAll().execute();
    expect(logs).toMatchObject([{ plan_id: key.planId, outcome: "ready", version: 1, milliseconds: 4.2 }]);
  });

  it("settles a plan once, however many workers try at the same time", async () => {
    const key = await accepted();
    const tries = Array.from({ length: 5 }, () => plans.settle(key, { state: "ready", plan: tinyPlan() }, 1));
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
    const { n } = await database.db
      .selectFrom("generation_logs")
      .select(({ fn }) => fn.countAll<string>().as("n"))
      .executeTakeFirstOrThrow();
    expect(n).toBe("1");
  });

  it("stores nothing at all when one row of the plan is nonsense", async () => {
    const key = await accepted();
    const plan = tinyPlan();
    const broken = {
      ...plan,
      weeks: plan.weeks.map((week) => ({ ...week, targetMetres: 1, week: 99 })),
    };
    await expect(plans.settle(key, { state: "ready", plan: broken }, 1)).rejects.toThrow(/week/);
    expect(await plans.find(key)).toMatchObject({ state: "generating" });
    expect(await database.db.selectFrom("plan_versions").select("version").execute()).toEqual([]);
  });

  it("keeps a refusal with its nearest plan", async () => {
    const key = await accepted();
    await plans.settle(key, { state: "refused", refusal }, 1);
    expect(await plans.find(key)).toEqual({ state: "refused", request: tinyRequest, refusal });
  });

  it("keeps the reason of a failure", async () => {
    const key = await accepted();
    await plans.settle(key, { state: "failed", failure: "Error: broken" }, 1);
    expect(await plans.find(key)).toEqual({ state: "failed", failure: "Error: broken" });
  });

  it("hides a plan from every other athlete, whether to read or to settle", async () => {
    const key = await accepted();
    const stranger = { ...key, athleteId: OTHER_ATHLETE_ID };
    expect(await plans.find(stranger)).toBeUndefined();
    expect(await plans.findUnsettled(stranger)).toBeUndefined();
    expect(await plans.settle(stranger, { state: "ready", plan: tinyPlan() }, 1)).toBe(false);
  });
});

describe("the tables", () => {
  it.each([
    ["a ready plan without a version", sql`update training_plans set state = 'ready', settled_at = now()`],
    [
      "a refused plan without a refusal",
      sql`update training_plans set state = 'refused', settled_at = now()`,
    ],
    ["a failed plan without a reason", sql`update training_plans set state = 'failed', settled_at = now()`],
    ["a settled plan that is still generating", sql`update training_plans set settled_at = now()`],
    ["a plan of nobody", sql`update training_plans set athlete_id = ${newUuidV7()}`],
    ["a request that is no object", sql`update training_plans set request = '[]'`],
    [
      "a version that does not exist",
      sql`update training_plans set state = 'ready', settled_at = now(), current_version = 1, first_date = '2026-11-23', last_date = '2026-12-06'`,
    ],
  ])("refuse %s", async (_what, statement) => {
    await accepted();
    await expect(statement.execute(database.db)).rejects.toThrow(/violates/);
  });

  it("read days as they were written, in every time zone of the machine", async () => {
    const found = await sql<{ day: string }>`select '2026-12-06'::date as day`.execute(database.db);
    expect(found.rows).toEqual([{ day: day("2026-12-06") }]);
  });
});
