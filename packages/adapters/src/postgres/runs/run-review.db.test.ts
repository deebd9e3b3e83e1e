import { onDate, realActivityRules } from "@strideiq/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FullAthlete, storeFullAthlete } from "../testing/full-athlete.fixture.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { createRunReadings } from "./run-readings.ts";

let database: TestDatabase;
let ada: FullAthlete;

beforeAll(async () => {
  database = await createTestDatabase();
  ada = await storeFullAthlete(database.db, "Ada");
});
afterAll(() => database.close());

const readings = () => createRunReadings({ db: database.app, rules: realActivityRules() });

describe("a plan beside what was run", () => {
  it("closes a day when it is over where the plan's athlete lives", async () => {
    const dayIn = { "Europe/Berlin": onDate("2026-11-26"), UTC: onDate("2026-11-27") };
    const asked: string[] = [];
    const review = await readings().review(ada, (timeZone) => {
      asked.push(timeZone);
      return dayIn[timeZone === "Europe/Berlin" ? timeZone : "UTC"];
    });
    expect(asked).toEqual(["Europe/Berlin"]);
    // The session of the 26th: its day is not over in Berlin.
    expect(review?.adherence.plan).toMatchObject({ due: 1, done: 1, missed: 0 });
  });
});
