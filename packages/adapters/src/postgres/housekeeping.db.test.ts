import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { createAthletes } from "./athlete-repository.ts";
import { sweep } from "./housekeeping.ts";
import { storeFullAthlete } from "./testing/full-athlete.fixture.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

it("sweeps out guests, sessions, links and kept answers that have run out, and leaves everything else", async () => {
  const athletes = createAthletes(database.app);
  const [gone, still] = [newUuidV7(), newUuidV7()];
  await athletes.createGuest(gone, new Date("2100-01-01"));
  await athletes.createGuest(still, new Date("2100-01-01"));
  await sql`update guests set created_at = '2020-01-01', expires_at = '2020-01-15' where athlete_id = ${gone}`.execute(
    database.db,
  );
  const ada = await storeFullAthlete(database.db, "Ada");
  await database.db
    .insertInto("sessions")
    .values({
      id: newUuidV7(),
      account_id: ada.accountId,
      token: newUuidV7(),
      expires_at: new Date("2020-01-01"),
    })
    .execute();
  await database.db
    .insertInto("verifications")
    .values({ id: newUuidV7(), identifier: "reset", value: "x", expires_at: new Date("2020-01-01") })
    .execute();

  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  for (const [created_at, job_id] of [
    [yesterday, null],
    [yesterday, newUuidV7()],
    [new Date(), null],
  ] as const)
    await database.db
      .insertInto("activity_imports")
      .values({ id: newUuidV7(), athlete_id: ada.athleteId, time_zone: "UTC", created_at, job_id })
      .execute();
  await database.db
    .insertInto("idempotency_keys")
    .values({
      athlete_id: ada.athleteId,
      key: "old",
      operation: "POST /v1/plans",
      request_hash: Buffer.alloc(32),
      created_at: new Date(Date.now() - 25 * 3_600_000),
    })
    .execute();

  expect(await sweep(database.app, new Date())).toEqual({
    guests: 1,
    sessions: 1,
    links: 1,
    answers: 1,
    imports: 1,
  });
  expect(await athletes.isGuest(still)).toBe(true);
  expect(await athletes.isGuest(gone)).toBe(false);
  const left = await database.db
    .selectFrom("athletes")
    .select("id")
    .where("id", "in", [gone, still, ada.athleteId])
    .execute();
  expect(left.map(({ id }) => id).toSorted()).toEqual([still, ada.athleteId].toSorted());
  expect(await database.db.selectFrom("sessions").select("id").execute()).toHaveLength(1);
  expect(await sweep(database.app, new Date())).toEqual({
    guests: 0,
    sessions: 0,
    links: 0,
    answers: 0,
    imports: 0,
  });
});
