import { activityFromTold } from "@strideiq/activity";
import { createChangeRuns } from "@strideiq/application";
import { onDate, realActivityRules } from "@strideiq/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newUuidV7 } from "../../ids/uuid-v7.ts";
import { createCompletions } from "../completion-repository.ts";
import { type FullAthlete, storeFullAthlete } from "../testing/full-athlete.fixture.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { createRunStore } from "./run-desk.ts";
import { createRunReadings } from "./run-readings.ts";

const RULES = realActivityRules();

let database: TestDatabase;
let ada: FullAthlete;

beforeAll(async () => {
  database = await createTestDatabase();
  ada = await storeFullAthlete(database.db, "Ada");
  await database.db.deleteFrom("activities").where("athlete_id", "=", ada.athleteId).execute();
});
afterAll(() => database.close());

const readings = () => createRunReadings({ db: database.app, rules: RULES });

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

describe("a session that was told to be skipped, and its run", () => {
  const runId = newUuidV7();
  const TODAY = onDate("2026-11-27");
  const changeRuns = () =>
    createChangeRuns({
      runs: createRunStore(database.app),
      clock: { today: () => TODAY },
      activityRules: RULES,
    });

  /** Whether the run is the session, is beside the plan, and what became of the session: on every screen the same. */
  async function asSeen() {
    const run = (await readings().list(ada, { limit: 100 })).find(({ activity }) => activity.id === runId);
    const review = await readings().review(ada, () => TODAY);
    return {
      ofRun: run?.session?.sessionId ?? null,
      isExtra: review?.extra.some(({ activity }) => activity.id === runId),
      missed: review?.adherence.plan.missed,
    };
  }

  beforeAll(async () => {
    const told = { day: onDate("2026-11-26"), sport: "run", metres: 5000, seconds: 1800 } as const;
    const activity = activityFromTold(runId, { ...told, effort: null, name: null }, RULES);
    if (activity === null) throw new Error("too fast");
    await createRunStore(database.app).change(ada, (desk) =>
      desk.add(runId, { activity, speeds: [], track: null }),
    );
    await changeRuns().settle(ada);
  });

  it("agree while nothing was told", async () => {
    expect(await asSeen()).toEqual({ ofRun: "w1d3", isExtra: false, missed: 0 });
  });

  it("agree on the athlete's word: it was skipped, and the run is one beside the plan", async () => {
    const terms = {
      state: "skipped",
      doneOn: null,
      metres: null,
      seconds: null,
      effort: null,
      note: null,
    } as const;
    await createCompletions(database.app).tell(ada, "w1d3", terms, undefined);
    expect(await asSeen()).toEqual({ ofRun: null, isExtra: true, missed: 1 });
  });

  it("agree on the later word when the athlete then says that the run was it", async () => {
    await changeRuns().linkSession({ ...ada, activityId: runId }, { ...ada, sessionId: "w1d3" });
    expect(await asSeen()).toEqual({ ofRun: "w1d3", isExtra: false, missed: 0 });
  });
});
