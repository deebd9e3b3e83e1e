import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plansWithoutAnswer, removeOldJobs } from "./night-work.ts";
import { storeFullAthlete } from "./testing/full-athlete.fixture.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

describe("the night's work", () => {
  it("finds ready plans whose answer is not rendered as they are now", async () => {
    const { athleteId, planId } = await storeFullAthlete(database.db, "Ada");
    expect(await plansWithoutAnswer(database.app, 10)).toEqual([{ planId, athleteId }]);
    await sql`update plan_snapshots set revision = 1`.execute(database.db);
    expect(await plansWithoutAnswer(database.app, 10)).toEqual([]);
    await sql`delete from plan_snapshots`.execute(database.db);
    expect(await plansWithoutAnswer(database.app, 10)).toEqual([{ planId, athleteId }]);
  });

  it("forgets jobs a month after their end, and what they wrote after a week", async () => {
    await storeFullAthlete(database.db, "Ben");
    const count = async (table: "jobs" | "export_files"): Promise<number> =>
      (await database.db.selectFrom(table).selectAll().execute()).length;
    const inDays = (days: number): Date => new Date(Date.now() + days * 24 * 3_600_000);
    await sql`update jobs set state = 'done', finished_at = now()`.execute(database.db);
    const before = [await count("jobs"), await count("export_files")];
    await removeOldJobs(database.app, inDays(6));
    expect([await count("jobs"), await count("export_files")]).toEqual(before);
    await removeOldJobs(database.app, inDays(8));
    expect([await count("jobs"), await count("export_files")]).toEqual([before[0], 0]);
    await removeOldJobs(database.app, inDays(31));
    expect(await count("jobs")).toBe(0);
  });
});
