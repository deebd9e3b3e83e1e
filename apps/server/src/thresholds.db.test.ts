import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import {
  ActivityDetailAnswer,
  ActivityListAnswer,
  CompletionListAnswer,
  FitnessAnswer,
  PlanAnswer,
  ThresholdHeartRate,
} from "@strideiq/contracts";
import { parseCalendarDate } from "@strideiq/engine";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import type { Ready } from "./people.fixture.ts";
import { gpxFile, imported } from "./runs.fixture.ts";
import { marathonWish, startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
let runner: Visitor;
let ready: Ready;

/** The plan is made in November, and run in January. */
beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database, { role: "all" });
  runner = newVisitor();
  const { headers } = await send(runner, "POST", "/v1/plans", marathonWish);
  ready = await vi.waitFor(
    async () => {
      const answer = PlanAnswer.parse((await runner.call(String(headers["location"]))).json);
      if (answer.status !== "ready") throw new Error(answer.status);
      return answer;
    },
    { timeout: 60_000, interval: 50 },
  );
  await service.stop();
  const today = parseCalendarDate("2027-01-16");
  if (!today.ok) throw new Error("no day");
  service = await startTestService(database, { today: today.value });
}, 180_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const newVisitor = (): Visitor => createVisitor(() => service.address ?? "");

const keep = async (visitor: Visitor, thresholdHeartRate: number | null): Promise<number> =>
  (await send(visitor, "PUT", "/v1/me/threshold-heart-rate", { thresholdHeartRate })).status;

async function theRun(visitor: Visitor): Promise<ActivityDetailAnswer> {
  const { activities } = ActivityListAnswer.parse((await visitor.call("/v1/activities")).json);
  const { json } = await visitor.call(`/v1/activities/${activities[0]?.activityId ?? ""}`);
  return ActivityDetailAnswer.parse(json);
}

describe("the heart rate at threshold that a runner keeps", () => {
  it("gives every run its zones and load, and the curves theirs, until it is taken back", async () => {
    const visitor = newVisitor();
    await imported(visitor, [
      gpxFile("hour.gpx", { at: "2027-01-10T07:00:00Z", metres: 10_000, seconds: 3600, heartRate: 153 }),
    ]);
    expect(await theRun(visitor)).toMatchObject({ heartRateZones: null, load: { from: "assumed" } });
    expect(await keep(visitor, 170)).toBe(200);
    const kept = ThresholdHeartRate.parse((await visitor.call("/v1/me/threshold-heart-rate")).json);
    expect(kept).toEqual({ thresholdHeartRate: 170 });
    const run = await theRun(visitor);
    expect(run.load.from).toBe("heart_rate");
    expect(run.load.value).toBeCloseTo(81, 0);
    // 153 is nine tenths of 170, where the third zone begins.
    expect(run.heartRateZones?.find(({ zone }) => zone === 3)?.seconds).toBeCloseTo(3600, -2);
    const { days } = FitnessAnswer.parse((await visitor.call("/v1/me/fitness?days=30")).json);
    expect(days.find(({ day }) => day === "2027-01-10")?.load).toBeCloseTo(run.load.value, 0);
    expect(await keep(visitor, null)).toBe(200);
    expect(await theRun(visitor)).toMatchObject({ heartRateZones: null, load: { from: "assumed" } });
  });

  it("has a word in whether an easy run was easy, also of runs that were there before", async () => {
    const easy = ready.plan.weeks
      .flatMap(({ days }) => days.flatMap(({ date, sessions }) => sessions.map((one) => ({ ...one, date }))))
      .find(({ date, kind }) => kind === "easy" && date < "2027-01-15");
    if (easy === undefined) throw new Error("a plan without easy runs");
    const { date, metres, seconds } = easy;
    await imported(runner, [
      gpxFile("easy.gpx", { at: `${date}T07:00:00Z`, metres, seconds, heartRate: 165 }),
    ]);
    const intent = async (): Promise<unknown> => (await theRun(runner)).review?.intent;
    expect(await intent()).toMatchObject({ score: "nailed", reasons: [] });
    await keep(runner, 170);
    expect(await intent()).toMatchObject({ score: "missed", reasons: ["heart_rate_high"] });
    await keep(runner, 200);
    expect(await intent()).toMatchObject({ score: "nailed", reasons: [] });
    const { json } = await runner.call(`/v1/plans/${ready.planId}/completions`);
    expect(CompletionListAnswer.parse(json).completions).toHaveLength(1);
  });

  it("is one of a heart, and nobody else's", async () => {
    const visitor = newVisitor();
    for (const beats of [79, 221, 170.5, "170"] as const) {
      const { status } = await send(visitor, "PUT", "/v1/me/threshold-heart-rate", {
        thresholdHeartRate: beats,
      });
      expect(status).toBe(422);
    }
    await keep(visitor, 160);
    const stranger = await newVisitor().call("/v1/me/threshold-heart-rate");
    expect(stranger.json).toEqual({ thresholdHeartRate: null });
  });
});
