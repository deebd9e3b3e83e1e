import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import {
  ActivityDetailAnswer,
  ActivityListAnswer,
  Problem,
  TrainingHistoryAnswer,
} from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { gpxFile, imported } from "./runs.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
let runner: Visitor;

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database, { role: "all" });
  runner = createVisitor(() => service.address ?? "");
}, 120_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const AT = "2026-11-18T07:00:00Z";
/** Twenty kilometres in 75 minutes: a very good runner, or anybody on a bicycle. */
const BICYCLE = gpxFile("no-word.gpx", { at: AT, metres: 20_000, seconds: 4500 });

async function all(): Promise<ActivityListAnswer["activities"]> {
  return ActivityListAnswer.parse((await runner.call("/v1/activities?limit=50")).json).activities;
}

const idOf = async (): Promise<string> => (await all())[0]?.activityId ?? "";

const tell = async (sport: string): ReturnType<typeof send> =>
  send(runner, "POST", `/v1/activities/${await idOf()}/decisions`, { kind: "sport", sport });

async function bestEfforts(): Promise<number> {
  const { json } = await runner.call(`/v1/activities/${await idOf()}`);
  return ActivityDetailAnswer.parse(json).bestEfforts.length;
}

async function longest(): Promise<number | null> {
  const { json } = await runner.call("/v1/me/training-history?timeZone=Europe/Zurich");
  return TrainingHistoryAnswer.parse(json).longestMetres;
}

describe("an athlete who tells the sport of an activity", () => {
  it("takes a ride out of the weeks and best efforts; it stays so when the file comes again, until told anew", async () => {
    const { importId } = await imported(runner, [BICYCLE]);
    expect(await all()).toMatchObject([{ sport: "run" }]);
    expect(await bestEfforts()).toBeGreaterThan(0);
    expect(await longest()).toBeGreaterThan(19_000);
    expect((await tell("ride")).status).toBe(200);
    const told = [{ sport: "ride", notes: ["the sport is the one you told"] }];
    expect(await all()).toMatchObject(told);
    expect([await bestEfforts(), await longest()]).toEqual([0, null]);
    await send(runner, "DELETE", `/v1/imports/${importId}`);
    await imported(runner, [BICYCLE]);
    expect(await all()).toMatchObject(told);
    expect((await tell("run")).status).toBe(200);
    expect(await bestEfforts()).toBeGreaterThan(0);
    expect(await longest()).toBeGreaterThan(19_000);
  });

  it("still has one activity of two recordings when one of them was corrected", async () => {
    await tell("ride");
    await imported(runner, [gpxFile("other-watch.gpx", { at: AT, metres: 20_100, seconds: 4510 })]);
    expect((await all()).filter(({ countsAs }) => countsAs === null)).toHaveLength(1);
  });

  it("cannot make a run of what nobody could have run, nor name a sport that is none", async () => {
    const car = { at: "2026-11-19T07:00:00Z", metres: 20_000, seconds: 2000 };
    await imported(runner, [gpxFile("car.gpx", car)]);
    const refused = await tell("run");
    expect([refused.status, Problem.parse(refused.json).errors?.[0]?.field]).toEqual([422, "sport"]);
    expect((await tell("zorbing")).status).toBe(422);
    expect((await all())[0]?.sport).not.toBe("run");
  });
});
