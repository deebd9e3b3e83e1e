import { LOCAL_ATHLETE_ID } from "@strideiq/application";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { createCalendarRepository } from "./calendar-repository.ts";
import { createPlanRepository } from "./plan-repository.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";
import { day, tinyPlan, tinyRequest } from "./testing/tiny-plan.fixture.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => database.reset());
afterAll(() => database.close());

/** Stores a plan that races on the given day; later calls make newer plans. */
async function storePlan(raceDate: string, createdAt: number): Promise<string> {
  const plans = createPlanRepository({
    db: database.app,
    announce: () => undefined,
    enqueue: () => Promise.resolve(),
    renderSnapshot: () => "{}",
  });
  const key = { planId: newUuidV7(createdAt), athleteId: LOCAL_ATHLETE_ID };
  const request = { ...tinyRequest, raceDate: day(raceDate) };
  await plans.accept(key, request, { jobId: newUuidV7() });
  await plans.settle(key, { state: "ready", plan: tinyPlan(request) }, 1);
  return key.planId;
}

const entries = async (from: string, to: string, athleteId = LOCAL_ATHLETE_ID) =>
  (await createCalendarRepository(database.app).findEntries(athleteId, day(from), day(to))).map(
    ({ date, planId, kind }) => [date, planId, kind],
  );

describe("the calendar", () => {
  it("shows the sessions between two days, both included", async () => {
    const planId = await storePlan("2026-12-06", 1);
    expect(await entries("2026-11-26", "2026-12-01")).toEqual([
      ["2026-11-26", planId, "easy"],
      ["2026-11-29", planId, "long"],
      ["2026-12-01", planId, "easy"],
    ]);
  });

  it("gives a day that two plans cover to the newer one, its rest days too", async () => {
    const older = await storePlan("2026-12-06", 1);
    const newer = await storePlan("2026-12-13", 2);
    expect(await entries("2026-11-23", "2026-12-07")).toEqual([
      ["2026-11-24", older, "easy"],
      ["2026-11-26", older, "easy"],
      ["2026-11-29", older, "long"],
      ["2026-12-01", newer, "easy"],
      ["2026-12-03", newer, "easy"],
      ["2026-12-06", newer, "long"],
    ]);
  });

  it("is empty for another athlete", async () => {
    await storePlan("2026-12-06", 1);
    expect(await entries("2026-11-23", "2026-12-07", newUuidV7())).toEqual([]);
  });
});
