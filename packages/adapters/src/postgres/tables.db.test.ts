import { Readable } from "node:stream";
import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { ACCOUNT_TABLES, createOwnDataReader, OWN_TABLES } from "./own-data.ts";
import { countRows, tablesWithColumn } from "./testing/catalog.ts";
import { type FullAthlete, storeFullAthlete } from "./testing/full-athlete.fixture.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";
import { tinyPlan } from "./testing/tiny-plan.fixture.ts";

let database: TestDatabase;
let ada: FullAthlete;

beforeAll(async () => {
  database = await createTestDatabase();
  ada = await storeFullAthlete(database.db, "Ada");
  await storeFullAthlete(database.db, "Ben");
});
afterAll(() => database.close());

const refuses = (name: string, statement: (ada: FullAthlete) => RawBuilder<unknown>): void => {
  it(`refuse ${name}`, async () => {
    await expect(statement(ada).execute(database.db)).rejects.toThrow(/violates/);
  });
};

describe("the tables", () => {
  it("of athletes are all locked by row, all handed out to their athlete, and all filled by the athlete of these tests", async () => {
    const tables = await tablesWithColumn(database.db, "athlete_id");
    const { rows } = await sql<{ readonly name: string }>`
      select distinct relname as name from pg_class join pg_policy on polrelid = pg_class.oid
      where relrowsecurity order by relname`.execute(database.db);
    expect(rows.map(({ name }) => name)).toEqual([...tables, "athletes"].toSorted());
    expect(tables.length).toBeGreaterThanOrEqual(14);
    expect(Object.keys(OWN_TABLES).toSorted()).toEqual(tables);
    const counts = await countRows(database.db, tables);
    expect(Object.entries(counts).filter(([, rowCount]) => rowCount < 2)).toEqual([]);
  });

  it("of athletes and of accounts are all in the export, with what was done, and no secret is", async () => {
    const ofAccounts = (await tablesWithColumn(database.db, "account_id")).filter(
      (name) => name !== "athletes",
    );
    expect(Object.keys(ACCOUNT_TABLES).toSorted()).toEqual(ofAccounts);
    const { athleteId, accountId } = ada;
    const key = Buffer.alloc(32, 7);
    await sql`insert into sign_up_keys (key_hash, request_hash, account_id)
      values (${key}, ${key}, ${accountId})`.execute(database.db);
    await sql`insert into mail_outbox (id, kind, recipient, subject, body)
      values (${newUuidV7()}, 'coach_invitation', 'Ada@example.org', 'An invitation', 'token=abc')`.execute(
      database.db,
    );
    for (const [actor, subject] of [
      [accountId, "somebody"],
      [newUuidV7(), athleteId],
      [newUuidV7(), newUuidV7()],
    ])
      await sql`insert into audit_log (actor_kind, actor_id, action, subject_kind, subject_id)
        values ('account', ${actor}, 'role.changed', 'athlete', ${subject})`.execute(database.db);
    const { account, tables } = await createOwnDataReader(database.app).read({ athleteId });
    expect(account).toMatchObject({ id: accountId });
    const empty = [...Object.keys(OWN_TABLES), ...ofAccounts, "athletes"].filter(
      (name) => (tables[name] ?? []).length === 0,
    );
    expect(empty).toEqual([]);
    const plan: unknown = tinyPlan();
    expect(tables["plan_versions"]).toMatchObject([{ document: plan }, { document: plan }]);
    expect(tables["mail_outbox"]).toHaveLength(2);
    expect(tables["audit_log"]).toHaveLength(2);
    const text = JSON.stringify(tables);
    for (const secret of ["$argon2id$", "token=abc", '"token"', '"password"', '"hash"'])
      expect(text).not.toContain(secret);
    await sql`delete from audit_log`.execute(database.db);
  });

  it("of athletes are handed out row by row, and what is left out of a row stands elsewhere or is a secret", async () => {
    const { athleteId } = ada;
    const reader = createOwnDataReader(database.app);
    const { tables } = await reader.read({ athleteId });
    for (const table of Object.keys(OWN_TABLES)) {
      const kept = await sql`select 1 from ${sql.table(table)} where athlete_id = ${athleteId}`.execute(
        database.db,
      );
      expect([table, tables[table]?.length]).toEqual([table, kept.rows.length]);
    }
    const recordings = await Readable.from(reader.recordings({ athleteId })).toArray();
    expect(recordings).toMatchObject([
      { activity_id: tables["activities"]?.[0]?.["id"], speeds: [], track: null },
    ]);
    const uploads = await Readable.from(reader.uploads({ athleteId })).toArray();
    expect(uploads).toMatchObject([{ position: 0, piece: 0, content: { content: "eA==" } }]);
    const [recording = [], upload = []] = [recordings, uploads].map(([row]: readonly unknown[]) =>
      Object.keys(Object(row) as object),
    );
    const elsewhere: Readonly<Record<string, readonly string[]>> = {
      activities: recording,
      import_pieces: upload,
      api_keys: ["hash"],
      export_files: ["content"],
      idempotency_keys: ["request_hash", "body"],
      plan_snapshots: ["snapshot", "digest"],
      plan_versions: ["snapshot", "packed"],
    };
    for (const [table, hidden] of Object.entries(OWN_TABLES))
      for (const column of hidden) expect(elsewhere[table] ?? [], `${table}.${column}`).toContain(column);
  });

  for (const [name, document] of [
    ["that says nothing of itself", "{}"],
    ["of another kind", '{"schema":"strideiq.plan/2","weeks":[]}'],
    ["that names its kind inside", '{"plan":{"schema":"strideiq.plan/1"}}'],
  ] as const)
    refuses(
      `a plan ${name}`,
      () => sql`update plan_versions set document = ${document}::json where document is not null`,
    );
  refuses("a version without a plan", () => sql`update plan_versions set document = null, packed = null`);
  refuses(
    "a version with two plans",
    () =>
      sql`update plan_versions set document = '{"schema":"strideiq.plan/1","weeks":[]}' where packed is not null`,
  );
  refuses(
    "a packed plan that is none",
    () => sql`update plan_versions set packed = '\\x00' where packed is not null`,
  );
  refuses("a goal of another century", () => sql`update athlete_goals set race_date = '1900-01-01'`);
  refuses(
    "a run before there were watches, or after everybody is gone",
    () => sql`update workout_completions set done_on = '2099-01-01' where state <> 'skipped'`,
  );
  refuses(
    "five hundred kilometres in a second, told by hand",
    () =>
      sql`update workout_completions set metres = 500000, seconds = 1
        where source = 'manual' and state <> 'skipped'`,
  );
  refuses("an account in capital letters", () => sql`update accounts set email = upper(email)`);
  refuses("two accounts of one address", () => sql`update accounts set email = 'same@example.org'`);
  refuses("an unknown role", () => sql`update accounts set role = 'king'`);
  refuses("a password in the clear", () => sql`update credentials set password = 'secret'`);
  refuses(
    "an athlete with the id of its account",
    ({ accountId }) =>
      sql`insert into athletes (id, name, account_id) values (${accountId}, 'Ada', ${accountId})`,
  );
  refuses(
    "two athletes of one account",
    ({ accountId }) =>
      sql`insert into athletes (id, name, account_id) values (${newUuidV7()}, 'Ada', ${accountId})`,
  );
  refuses("a guest that was never there", () => sql`update guests set expires_at = created_at`);
  refuses("a key that may do everything", () => sql`update api_keys set scopes = '{everything}'`);
  refuses("a key that may do nothing", () => sql`update api_keys set scopes = '{}'`);
  refuses(
    "a consent that is given twice",
    ({ athleteId }) =>
      sql`insert into consents (id, athlete_id, kind, text_version)
      values (${newUuidV7()}, ${athleteId}, 'health_data', '2026-11-22')`,
  );
  refuses(
    "answers about health without a consent",
    () => sql`update athlete_questionnaires set consent_id = null`,
  );
  refuses(
    "answers about health with another's consent",
    ({ athleteId }) =>
      sql`update athlete_questionnaires
      set consent_id = (select id from consents where athlete_id <> ${athleteId} limit 1)
      where athlete_id = ${athleteId}`,
  );
  refuses("a grant of nobody", () => sql`update entitlements set granted_by = null`);
  refuses("half an answer to a repeated request", () => sql`update idempotency_keys set status = 202`);
  refuses("a race of ten seconds", () => sql`update athlete_goals set target_seconds = 10`);
  refuses(
    "a plan for another's goal",
    ({ athleteId }) =>
      sql`update training_plans
      set goal_id = (select id from athlete_goals where athlete_id <> ${athleteId} limit 1)
      where athlete_id = ${athleteId}`,
  );
  refuses("a change back in time", () => sql`update plan_adaptations set from_version = 2, to_version = 1`);
  refuses("a choice that makes a version", () => sql`update plan_adaptations set kind = 'option'`);
  refuses("a change to a version that is not there", () => sql`update plan_adaptations set to_version = 9`);
  refuses("a change that undoes itself", () => sql`update plan_adaptations set undone_by = id`);
  refuses("a run that was skipped and run", () => sql`update workout_completions set state = 'skipped'`);
  refuses("a run on no day", () => sql`update workout_completions set done_on = null`);
  refuses("a match without an activity", () => sql`update workout_completions set source = 'matched'`);
  refuses("an effort of eleven", () => sql`update workout_completions set effort = 11`);
  refuses("sent mail that can still be read", () => sql`update mail_outbox set sent_at = now()`);
  refuses(
    "two configurations in force",
    () =>
      sql`insert into configuration_versions (name, state, note, published_at)
      values ('a', 'published', 'a', now()), ('b', 'published', 'b', now())`,
  );
  refuses(
    "two configurations of one name",
    () => sql`insert into configuration_versions (name, note) values ('a', 'a'), ('a', 'b')`,
  );
  refuses(
    "a second installation",
    () => sql`insert into installation (only_row, secret) values (false, decode(repeat('00', 32), 'hex'))`,
  );

  it("lose everything of an athlete whose account is deleted, and nothing of another", async () => {
    const lost = await storeFullAthlete(database.db, "Cleo");
    const tables = await tablesWithColumn(database.db, "athlete_id");
    const accountTables = await tablesWithColumn(database.db, "account_id");
    const before = await countRows(database.db, [...tables, ...accountTables]);
    await database.db.deleteFrom("accounts").where("id", "=", lost.accountId).execute();
    for (const table of tables) {
      const left = await sql`select 1 from ${sql.table(table)} where athlete_id = ${lost.athleteId}`.execute(
        database.db,
      );
      expect([table, left.rows.length]).toEqual([table, 0]);
    }
    for (const table of accountTables) {
      const left = await sql`select 1 from ${sql.table(table)} where account_id = ${lost.accountId}`.execute(
        database.db,
      );
      expect([table, left.rows.length]).toEqual([table, 0]);
    }
    const after = await countRows(database.db, [...tables, ...accountTables]);
    for (const table of tables) expect([table, after[table]]).toEqual([table, expectedLeft(before, table)]);
  });

  it("show a completion told by hand before one that was matched, and keep both", async () => {
    const { planId, athleteId } = ada;
    await sql`insert into workout_completions (plan_id, session_id, source, athlete_id, state, done_on, activity_id)
      values (${planId}, 'w1d1', 'matched', ${athleteId}, 'partly_done', '2026-11-24', ${newUuidV7()})`.execute(
      database.db,
    );
    const current = (): Promise<readonly unknown[]> =>
      database.db.selectFrom("current_completions").select("source").where("plan_id", "=", planId).execute();
    expect(await current()).toEqual([{ source: "manual" }]);
    await sql`delete from workout_completions where plan_id = ${planId} and source = 'manual'`.execute(
      database.db,
    );
    expect(await current()).toEqual([{ source: "matched" }]);
  });
});

/** Cleo had as much as Ada and Ben have each. */
const expectedLeft = (before: Readonly<Record<string, number>>, table: string): number =>
  ((before[table] ?? 0) * 2) / 3;
