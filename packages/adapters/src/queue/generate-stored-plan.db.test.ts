import {
  createGenerateStoredPlan,
  createGiveUpPlan,
  type GenerateStoredPlanDeps,
  LOCAL_ATHLETE_ID,
  type PlanKey,
  type PlanRepository,
} from "@strideiq/application";
import { err, ok, type Refusal } from "@strideiq/engine";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSystemClock } from "../clock/system-clock.ts";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { createPlanRepository } from "../postgres/plan-repository.ts";
import { createTestDatabase, type TestDatabase } from "../postgres/testing/test-database.ts";
import { tinyPlan, tinyRequest } from "../postgres/testing/tiny-plan.fixture.ts";

let database: TestDatabase;
let plans: PlanRepository;
let key: PlanKey;

beforeAll(async () => {
  database = await createTestDatabase();
  plans = createPlanRepository({
    db: database.app,
    enqueue: () => Promise.resolve(),
    announce: () => undefined,
    renderSnapshot: () => "{}",
  });
});
beforeEach(async () => {
  await database.reset();
  key = { planId: newUuidV7(), athleteId: LOCAL_ATHLETE_ID };
  await plans.accept(key, tinyRequest, { jobId: newUuidV7() });
});
afterAll(() => database.close());

const generator = (changed: Partial<GenerateStoredPlanDeps> = {}) =>
  createGenerateStoredPlan({
    plans,
    clock: createSystemClock(),
    checkRequest: ok,
    generate: (request) => ok(tinyPlan(request)),
    ...changed,
  });

const refusal: Refusal = {
  type: "Refusal",
  law: "horizon",
  field: "raceDate",
  measured: 1,
  limit: 4,
  quantity: "weeks",
  nearest: null,
};

describe("generating a stored plan", () => {
  it("stores it the first time, and finds it settled the second time", async () => {
    expect(await generator()(key)).toEqual({ state: "ready" });
    expect(await generator()(key)).toEqual({ state: "already_settled" });
  });

  it("tells whoever watches the job of each step that lasts long enough to be seen", async () => {
    const trace = { jobId: newUuidV7() };
    const watched = { planId: newUuidV7(), athleteId: LOCAL_ATHLETE_ID };
    await plans.accept(watched, tinyRequest, trace);
    expect(await plans.find(watched)).toEqual({ state: "generating", jobId: trace.jobId });
    const progress = async () => {
      const columns = ["progress_done as done", "progress_of as of"] as const;
      return database.db.selectFrom("jobs").select(columns).where("id", "=", trace.jobId).executeTakeFirst();
    };
    const seen: unknown[] = [await progress()];
    let milliseconds = 0;
    const slow = generator({
      clock: { milliseconds: () => (milliseconds += 200) },
      plans: {
        findUnsettled: async (...asked) => {
          const request = await plans.findUnsettled(...asked);
          seen.push(await progress());
          return request;
        },
        settle: async (...outcome) => {
          seen.push(await progress());
          return plans.settle(...outcome);
        },
        tellMade: plans.tellMade,
      },
    });
    expect(await slow(watched, trace)).toEqual({ state: "ready" });
    seen.push(await progress());
    expect(seen).toEqual([
      { done: null, of: null },
      { done: 1, of: 3 },
      { done: 2, of: 3 },
      { done: 3, of: 3 },
    ]);
  });

  it("finds it settled when another run of the job was faster", async () => {
    const overtaken = generator({
      plans: { ...plans, findUnsettled: () => Promise.resolve(tinyRequest) },
    });
    await generator()(key);
    expect(await overtaken(key)).toEqual({ state: "already_settled" });
  });

  it("keeps a refusal as an answer", async () => {
    expect(await generator({ generate: () => err(refusal) })(key)).toEqual({ state: "refused" });
    expect(await plans.find(key)).toMatchObject({ state: "refused", refusal });
  });

  it("fails, with the reason, when the generator has a defect", async () => {
    const broken = generator({
      generate: () => {
        throw new TypeError("weeks of minus one");
      },
    });
    const failure = "TypeError: weeks of minus one";
    expect(await broken(key)).toEqual({ state: "failed", failure });
    expect(await plans.find(key)).toEqual({ state: "failed", failure });
  });

  it("fails, naming the field, when the rules changed and the request makes no sense any more", async () => {
    const strict = generator({
      checkRequest: () => err([{ field: "daysPerWeek", problem: "out_of_range", value: 3 }]),
    });
    expect(await strict(key)).toEqual({
      state: "failed",
      failure: "The stored request is no longer valid: daysPerWeek (out_of_range)",
    });
  });

  it("can be given up, so that the athlete is told", async () => {
    await createGiveUpPlan({ plans })(key, new Error("disk full"));
    expect(await plans.find(key)).toEqual({ state: "failed", failure: "Error: disk full" });
  });

  it.each([
    ["as a text", "disk full", "disk full"],
    ["without a word", "", "unknown"],
    ["at great length", "week ".repeat(1_000), "week ".repeat(200)],
  ])("keeps what fits of a problem that is told %s", async (_how, problem, failure) => {
    await createGiveUpPlan({ plans })(key, problem);
    expect(await plans.find(key)).toEqual({ state: "failed", failure });
  });
});
