import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { asAthlete } from "./athlete-scope.ts";
import { openDatabase } from "./database.ts";
import { PRIVILEGES } from "./privileges.ts";
import { countRows, tablesWithColumn } from "./testing/catalog.ts";
import { type FullAthlete, storeFullAthlete } from "./testing/full-athlete.fixture.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";

let database: TestDatabase;
let tables: readonly string[];
let ada: FullAthlete;
let ben: FullAthlete;

beforeAll(async () => {
  database = await createTestDatabase();
  tables = await tablesWithColumn(database.db, "athlete_id");
  ada = await storeFullAthlete(database.db, "Ada");
  ben = await storeFullAthlete(database.db, "Ben");
});
afterAll(() => database.close());

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

describe("the locks on rows", () => {
  it("show nothing to a query that names no athlete", async () => {
    const counts = await countRows(database.app, [...tables, "athletes", "current_completions"]);
    expect(Object.entries(counts).filter(([, seen]) => seen > 0)).toEqual([]);
  });

  it("show one athlete's rows to a query that forgets to ask whose they are", async () => {
    const seen = await asAthlete(database.app, ada.athleteId, (tx) => countRows(tx, tables));
    expect(seen).toEqual(await ownRows(ada.athleteId));
    expect(Object.values(seen).every((count) => count > 0)).toBe(true);
  });

  it("let nobody change or remove another's rows, even with no condition at all", async () => {
    const before = await ownRows(ben.athleteId);
    await asAthlete(database.app, ada.athleteId, async (tx) => {
      await sql`update training_plans set revision = revision + 1`.execute(tx);
      await sql`delete from training_plans`.execute(tx);
      await sql`delete from athletes`.execute(tx);
    });
    expect(await ownRows(ben.athleteId)).toEqual(before);
    const { revision } = await database.db
      .selectFrom("training_plans")
      .select("revision")
      .where("id", "=", ben.planId)
      .executeTakeFirstOrThrow();
    expect(revision).toBe(1);
    ada = await storeFullAthlete(database.db, "Ada2");
  });

  it("let nobody write rows for another", async () => {
    const planted = asAthlete(database.app, ada.athleteId, (tx) =>
      tx
        .insertInto("athlete_goals")
        .values({ id: newUuidV7(), athlete_id: ben.athleteId, distance: "5k", race_date: sql`'2027-01-01'` })
        .execute(),
    );
    await expect(planted).rejects.toThrow(/row-level security/);
    const given = asAthlete(database.app, ada.athleteId, (tx) =>
      tx.updateTable("athlete_goals").set({ athlete_id: ben.athleteId }).execute(),
    );
    await expect(given).rejects.toThrow(/row-level security/);
  });

  it("close again when the transaction ends", async () => {
    await asAthlete(database.app, ada.athleteId, (tx) => countRows(tx, ["training_plans"]));
    const all = await Promise.all(
      Array.from({ length: 20 }, () => countRows(database.app, ["training_plans"])),
    );
    expect(all).toEqual(all.map(() => ({ training_plans: 0 })));
  });

  it("cannot be opened by the application itself", async () => {
    const attempts = [
      sql`alter table training_plans disable row level security`,
      sql`drop policy own_rows on training_plans`,
      sql`set role strideiq`,
      sql`set session_replication_role = replica`,
      sql`select secret from installation`,
      sql`create table mine (id int)`,
      sql`grant select on installation to current_user`,
    ];
    for (const attempt of attempts) await expect(attempt.execute(database.app)).rejects.toThrow();
    const { rows } = await sql<{ readonly owned: string }>`
      select relname as owned from pg_class where relowner = (select oid from pg_roles where rolname = current_user)
      union all select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls or rolcreaterole)`.execute(
      database.app,
    );
    expect(rows).toEqual([]);
  });

  it("give out ids and counts only, where there is a way past them", async () => {
    const one = async (query: ReturnType<typeof sql<{ readonly found: unknown }>>): Promise<unknown> =>
      (await query.execute(database.app)).rows[0]?.found;
    expect(await one(sql`select athlete_of_account(${ben.accountId}) as found`)).toBe(ben.athleteId);
    expect(await one(sql`select athlete_of_account(${newUuidV7()}) as found`)).toBeNull();
    expect(await one(sql`select is_guest(${ben.athleteId}) as found`)).toBe(true);
    expect(await one(sql`select is_guest(${newUuidV7()}) as found`)).toBe(false);
    const key = Buffer.alloc(32, ben.athleteId);
    expect(await one(sql`select athlete_id as found from athlete_of_api_key(${key})`)).toBe(ben.athleteId);
    expect(
      await one(sql`select athlete_id as found from athlete_of_api_key(${Buffer.alloc(32, "x")})`),
    ).toBeUndefined();
  });
});

describe("the application's role", () => {
  it("has its rights spelt out for every table and view there is", async () => {
    const { rows } = await sql<{ readonly name: string }>`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p')
        and relname not like 'kysely%' order by relname`.execute(database.db);
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(PRIVILEGES).toSorted());
  });

  it("cannot overwrite a version, a log or the audit", async () => {
    const attempts = [
      sql`update plan_versions set reason = 'x'`,
      sql`delete from plan_versions`,
      sql`update plan_adaptations set reason = 'x'`,
      sql`delete from plan_adaptations`,
      sql`delete from generation_logs`,
      sql`delete from audit_log`,
      sql`update audit_log set action = 'x'`,
    ];
    for (const attempt of attempts)
      await expect(attempt.execute(database.app)).rejects.toThrow(/permission denied/);
  });

  it("does not open the database of another installation", async () => {
    const other = await createTestDatabase();
    const url = new URL(database.appUrl);
    url.pathname = new URL(other.appUrl).pathname;
    const stranger = openDatabase(url.href);
    await expect(sql`select * from training_plans`.execute(stranger)).rejects.toThrow(/permission denied/);
    await stranger.destroy();
    await other.close();
  });
});

describe("guests whose cookie has run out", () => {
  it("are removed with all that was theirs, and nobody else is", async () => {
    await sql`update guests set created_at = '2020-01-01', expires_at = '2020-01-15'`.execute(database.db);
    await sql`update athletes set account_id = null where id = ${ada.athleteId}`.execute(database.db);
    const { rows } = await sql<{ readonly n: string }>`select remove_expired_guests(100) as n`.execute(
      database.app,
    );
    expect(rows).toEqual([{ n: "1" }]);
    expect(Object.values(await ownRows(ada.athleteId)).every((count) => count === 0)).toBe(true);
    expect(Object.values(await ownRows(ben.athleteId)).every((count) => count > 0)).toBe(true);
  });
});
