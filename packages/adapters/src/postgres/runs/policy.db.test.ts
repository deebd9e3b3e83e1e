import { type Activity, activityFromTold, type Source, SOURCES } from "@strideiq/activity";
import { createChangeRuns } from "@strideiq/application";
import { onDate, realActivityRules } from "@strideiq/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { createRunStore } from "./run-desk.ts";
import { createRunReadings } from "./run-readings.ts";

const RULES = realActivityRules();
const TODAY = onDate("2026-11-23");
const TOLD = { sport: "run", metres: 10_000, seconds: 3600, effort: null, name: null } as const;
const NIGHT = new Date("2026-11-23T03:17:00Z");

let database: TestDatabase;
let people = 0;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const newId = (): string => `0190a0e0-0000-7000-8000-${String((people += 1)).padStart(12, "0")}`;

async function someAthlete(): Promise<{ readonly athleteId: string }> {
  const athleteId = newId();
  await database.db.insertInto("athletes").values({ id: athleteId, name: "Ada" }).execute();
  return { athleteId };
}

/** A run of this source, which came in so many days before the night. */
async function run(athleteId: string, source: Source, day: string, daysAgo = 0): Promise<string> {
  const id = newId();
  const told = activityFromTold(id, { ...TOLD, day: onDate(day) }, RULES);
  if (told === null) throw new Error("too fast");
  const activity: Activity = { ...told, source };
  await createRunStore(database.app).change({ athleteId }, (desk) =>
    desk.add(id, { activity, speeds: [], track: null }),
  );
  const came = new Date(NIGHT.getTime() - daysAgo * 24 * 3_600_000);
  await sql`update activities set created_at = ${came} where id = ${id}`.execute(database.db);
  return id;
}

const readingsBy = (rules: typeof RULES) => createRunReadings({ db: database.app, rules });
const letGo = () =>
  createChangeRuns({
    runs: createRunStore(database.app),
    clock: { today: () => TODAY },
    activityRules: RULES,
  }).letGo(NIGHT);

async function idsOf(scope: { readonly athleteId: string }): Promise<readonly string[]> {
  const found = await readingsBy(RULES).list(scope, { limit: 100 });
  return found.map(({ activity }) => activity.id).toSorted();
}

describe("the table of what a source may be used for", () => {
  it.each(SOURCES)("is asked by every figure that %s runs could be joined into", async (source) => {
    const scope = await someAthlete();
    await run(scope.athleteId, source, "2026-11-20");
    for (const combined of [true, false]) {
      const rules = {
        ...RULES,
        sources: { ...RULES.sources, [source]: { ...RULES.sources[source], combined } },
      };
      const readings = readingsBy(rules);
      const { sources } = await readings.history(scope, TODAY);
      const days = await readings.fitness(scope, TODAY, 10);
      expect([sources, days.some(({ load }) => load > 0)]).toEqual([combined ? [source] : [], combined]);
      // Its athlete sees it all the same.
      expect(await readings.list(scope, { limit: 10 })).toHaveLength(1);
    }
  });

  it("is asked each night: what may be kept for a week goes before it is over, and everything else stays", async () => {
    const [ada, ben] = [await someAthlete(), await someAthlete()];
    const kept = await run(ada.athleteId, "strava_api", "2026-11-18", 5.9);
    await run(ada.athleteId, "strava_api", "2026-11-17", 6.1);
    await run(ben.athleteId, "strava_api", "2026-11-17", 400);
    const own = await Promise.all(
      (["file", "strava_archive", "manual"] as const).map((source) =>
        run(ben.athleteId, source, "2025-10-01", 400),
      ),
    );
    expect(await letGo()).toBe(2);
    expect(await idsOf(ada)).toEqual([kept]);
    expect(await idsOf(ben)).toEqual(own.toSorted());
    expect(await letGo()).toBe(0);
  });
});
