import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTakeOverGuest } from "./take-over-guest.ts";
import { tablesWithColumn } from "./testing/catalog.ts";
import { type FullAthlete, storeFullAthlete } from "./testing/full-athlete.fixture.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";

let database: TestDatabase;
let tables: readonly string[];
let guest: FullAthlete;
let ben: FullAthlete;
let handedOver: string[];
let people = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  tables = await tablesWithColumn(database.db, "athlete_id");
});
beforeEach(async () => {
  handedOver = [];
  guest = await storeFullAthlete(database.db, `Guest${String((people += 1))}`);
  ben = await storeFullAthlete(database.db, `Ben${String(people)}`);
  await sql`update athletes set account_id = null where id = ${guest.athleteId}`.execute(database.db);
});
afterAll(() => database.close());

const takeOver = (guestId: string, athleteId: string): Promise<boolean> =>
  createTakeOverGuest({
    db: database.app,
    handOver: (from, to) => Promise.resolve(void handedOver.push(from, to)),
  })(guestId, athleteId);

const ownRows = async (athleteId: string): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await sql`select 1 from ${sql.table(table)} where athlete_id = ${athleteId}`.execute(
      database.db,
    );
    counts[table] = rows.length;
  }
  return counts;
};

/** What is about being a guest, or about one request of a guest, ends with it; and only an account invites a coach. */
const STAYS_BEHIND = new Set(["coach_invitations", "guests", "idempotency_keys"]);

describe("a guest that signs in", () => {
  it("hands over every row of every table, next to what the account has", async () => {
    const [before, brought] = [await ownRows(ben.athleteId), await ownRows(guest.athleteId)];
    expect(Object.values(brought).every((count) => count > 0)).toBe(true);
    expect(await takeOver(guest.athleteId, ben.athleteId)).toBe(true);
    const expected = Object.entries(before).map(([table, count]) => [
      table,
      STAYS_BEHIND.has(table) ? count : count + (brought[table] ?? 0),
    ]);
    expect(await ownRows(ben.athleteId)).toEqual(Object.fromEntries(expected));
    expect(Object.values(await ownRows(guest.athleteId)).every((count) => count === 0)).toBe(true);
    const left = await database.db
      .selectFrom("athletes")
      .select("id")
      .where("id", "=", guest.athleteId)
      .execute();
    expect(left).toEqual([]);
    expect(handedOver).toEqual([guest.athleteId, ben.athleteId]);
  });

  it("brings its heart rate at threshold along, where the account has none", async () => {
    const tell = (athleteId: string, beats: number) =>
      sql`update athletes set threshold_heart_rate = ${beats} where id = ${athleteId}`.execute(database.db);
    const kept = async (): Promise<number | null> => {
      const { threshold_heart_rate } = await database.db
        .selectFrom("athletes")
        .select("threshold_heart_rate")
        .where("id", "=", ben.athleteId)
        .executeTakeFirstOrThrow();
      return threshold_heart_rate;
    };
    await tell(guest.athleteId, 168);
    expect(await takeOver(guest.athleteId, ben.athleteId)).toBe(true);
    expect(await kept()).toBe(168);
    const later = await storeFullAthlete(database.db, `Later${String(people)}`);
    await sql`update athletes set account_id = null where id = ${later.athleteId}`.execute(database.db);
    await tell(later.athleteId, 180);
    expect(await takeOver(later.athleteId, ben.athleteId)).toBe(true);
    expect(await kept()).toBe(168);
  });

  it("keeps one consent in force, the later, which covers the answers of both", async () => {
    await sql`update consents set given_at = now() - interval '1 day' where athlete_id = ${guest.athleteId}`.execute(
      database.db,
    );
    await takeOver(guest.athleteId, ben.athleteId);
    const { rows } = await sql<{ readonly covered: string; readonly lasting: string }>`
      select (select count(*) from athlete_questionnaires as telling where telling.consent_id = consent.id) as covered,
        (consent.given_at > now() - interval '1 hour')::text as lasting
      from consents as consent
      where consent.athlete_id = ${ben.athleteId} and consent.withdrawn_at is null`.execute(database.db);
    expect(rows).toEqual([{ covered: "2", lasting: "true" }]);
  });

  it("is known in the audit by the athlete it became", async () => {
    const line = { actor_kind: "guest", action: "data.exported", subject_kind: "athlete" } as const;
    await database.db
      .insertInto("audit_log")
      .values({ ...line, actor_id: guest.athleteId, subject_id: guest.athleteId })
      .execute();
    await takeOver(guest.athleteId, ben.athleteId);
    const lines = await database.db
      .selectFrom("audit_log")
      .select(["actor_id", "subject_id"])
      .where("subject_id", "in", [guest.athleteId, ben.athleteId])
      .execute();
    expect(lines).toEqual([{ actor_id: ben.athleteId, subject_id: ben.athleteId }]);
  });
});

describe("nothing changes hands", () => {
  it("from an athlete with an account, from a guest whose time has run out, and to somebody without an account", async () => {
    const other = await storeFullAthlete(database.db, `Cleo${String(people)}`);
    const before = await ownRows(ben.athleteId);
    expect(await takeOver(other.athleteId, ben.athleteId)).toBe(false);
    expect(await takeOver(ben.athleteId, guest.athleteId)).toBe(false);
    expect(await takeOver(guest.athleteId, guest.athleteId)).toBe(false);
    await sql`update guests set created_at = '2020-01-01', expires_at = '2020-01-15' where athlete_id = ${guest.athleteId}`.execute(
      database.db,
    );
    expect(await takeOver(guest.athleteId, ben.athleteId)).toBe(false);
    expect(await ownRows(ben.athleteId)).toEqual(before);
    expect(handedOver).toEqual([]);
  });
});
