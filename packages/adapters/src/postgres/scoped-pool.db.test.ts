import { comparePlans, LOCAL_ATHLETE_ID } from "@strideiq/application";
import { type Kysely, sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { asAthlete, oneAsAthlete } from "./athlete-scope.ts";
import { lastStatement, openDatabase } from "./database.ts";
import { createPlanRepository } from "./plan-repository.ts";
import { createPlanHistory } from "./plan-history-repository.ts";
import type { Database } from "./schema.ts";
import { scopedPool } from "./scoped-pool.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";
import { day, tinyPlanWithOption, tinyRequest } from "./testing/tiny-plan.fixture.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  await database.reset();
  await database.db.deleteFrom("athlete_goals").execute();
});
afterAll(() => database.close());

/** How many messages the work sends to the server. */
async function messagesOf(work: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, "query");
  await work();
  const count = sent.mock.calls.length;
  sent.mockRestore();
  return count;
}

const names = (): Promise<readonly string[]> =>
  oneAsAthlete(database.app, LOCAL_ATHLETE_ID, async (one) => {
    const rows = await one.selectFrom("athlete_goals").select("name").orderBy("id").execute();
    return rows.map(({ name }) => name ?? "");
  });

const goal = (name: string) => ({
  id: newUuidV7(),
  athlete_id: LOCAL_ATHLETE_ID,
  name,
  distance: "10k" as const,
  race_date: day("2027-05-01"),
});

describe("a transaction of an athlete", () => {
  it("begins with its first statement, and ends with the one that is said to be its last", async () => {
    const messages = await messagesOf(() =>
      asAthlete(database.app, LOCAL_ATHLETE_ID, async (tx) => {
        await tx.insertInto("athlete_goals").values(goal("first")).execute();
        await lastStatement(() => tx.insertInto("athlete_goals").values(goal("second")).execute());
      }),
    );
    expect(messages).toBe(2);
    expect(await names()).toEqual(["first", "second"]);
  });

  it("leaves nothing behind when its last statement fails", async () => {
    const twice = goal("twice");
    const failing = asAthlete(database.app, LOCAL_ATHLETE_ID, async (tx) => {
      await tx.insertInto("athlete_goals").values(twice).execute();
      await lastStatement(() => tx.insertInto("athlete_goals").values(twice).execute());
    });
    await expect(failing).rejects.toThrow("duplicate key");
    expect(await names()).toEqual([]);
  });

  it("takes no statement after its last", async () => {
    const talkative = asAthlete(database.app, LOCAL_ATHLETE_ID, async (tx) => {
      await lastStatement(() => tx.insertInto("athlete_goals").values(goal("last")).execute());
      await tx.insertInto("athlete_goals").values(goal("too late")).execute();
    });
    await expect(talkative).rejects.toThrow("after the last one");
    expect(await names()).toEqual(["last"]);
  });

  it("that does nothing sends nothing, whether it goes well or not", async () => {
    const messages = await messagesOf(async () => {
      await asAthlete(database.app, LOCAL_ATHLETE_ID, () => Promise.resolve());
      const thrown = asAthlete(database.app, LOCAL_ATHLETE_ID, () =>
        Promise.reject(new Error("changed my mind")),
      );
      await expect(thrown).rejects.toThrow("changed my mind");
    });
    expect(messages).toBe(0);
  });

  it("of one statement sees that athlete's rows, and the next statement of the connection nobody's", async () => {
    await oneAsAthlete(database.app, LOCAL_ATHLETE_ID, (one) =>
      one.insertInto("athlete_goals").values(goal("mine")).execute(),
    );
    expect(await names()).toEqual(["mine"]);
    const found = await Promise.all(
      Array.from({ length: 10 }, () => database.app.selectFrom("athlete_goals").select("name").execute()),
    );
    expect(found.flat()).toEqual([]);
  });
});

describe("a statement", () => {
  it("carries every kind of value there and back", async () => {
    const values = {
      text: `quote ' " \\ {}, ü🏃`,
      texts: ["a", 'b"c', "d\\e", "f,g", "{}", null, ""],
      nested: [["1"], ["2"]],
      bytes: new Uint8Array([0, 255, 92, 34]),
      several: [Buffer.from([0, 255]), Buffer.from([92])],
      moment: new Date("2026-11-23T12:34:56.789Z"),
      object: { deep: ["x"] },
      whole: 7,
      nothing: null,
    };
    const { rows } = await sql<Record<string, unknown>>`select
      ${values.text}::text as "text", ${sql.val(values.texts)}::text[] as "texts",
      ${sql.val(values.nested)}::text[] as "nested", ${sql.val(values.bytes)}::bytea as "bytes",
      ${sql.val(values.several)}::bytea[] as "several", ${values.moment}::timestamptz as "moment",
      ${sql.val(values.object)}::jsonb as "object", ${values.whole}::int as "whole",
      ${values.nothing}::text as "nothing"`.execute(database.app);
    expect(rows).toEqual([{ ...values, bytes: Buffer.from(values.bytes) }]);
  });

  it("works again on the connection on which it failed, and so does the one that failed with it", async () => {
    const db = openDatabase(database.url);
    const divide = (by: number) => sql<{ n: number }>`select 6 / ${by}::int as n`.execute(db);
    for (const by of [0, 3, 0, 2]) {
      if (by === 0) await expect(divide(by)).rejects.toThrow("division by zero");
      else expect((await divide(by)).rows).toEqual([{ n: 6 / by }]);
    }
    await db.destroy();
  });

  it("goes on when a newer version of the service adds a column to what it reads", async () => {
    const db = openDatabase(database.url);
    await sql`create table growing (id int)`.execute(db);
    await sql`insert into growing values (1)`.execute(db);
    const read = async () => (await sql`select * from growing where id = ${1}`.execute(db)).rows;
    expect(await read()).toEqual([{ id: 1 }]);
    await sql`alter table growing add column more text default 'x'`.execute(db);
    expect(await read()).toEqual([{ id: 1, more: "x" }]);
    await sql`drop table growing`.execute(db);
    await db.destroy();
  });

  it("is given back as it is where it is no text: nothing is read piece by piece", async () => {
    const pool = new pg.Pool({ connectionString: database.url });
    const client = await scopedPool(pool, () => undefined).connect();
    const cursor = { read: () => Promise.resolve([]), close: () => Promise.resolve() };
    expect(client.query(cursor)).toBe(cursor);
    client.release();
    await pool.end();
  });
});

describe("how many messages it takes", () => {
  const renderSnapshot = (): string => "{}";

  it("to accept, make and read the plan of a newcomer, and to choose an option in it", async () => {
    const key = { planId: newUuidV7(), athleteId: newUuidV7() };
    const trace = { jobId: newUuidV7() };
    const enqueue = async (_job: unknown, tx: Kysely<Database>): Promise<void> => {
      await sql`select ${true}::boolean as queued`.execute(tx);
    };
    const plans = createPlanRepository({
      db: database.app,
      enqueue,
      announce: () => undefined,
      renderSnapshot,
    });
    const history = createPlanHistory({ db: database.app, renderSnapshot, newId: newUuidV7 });
    const guestUntil = new Date(Date.now() + 3_600_000);
    expect(await messagesOf(() => plans.accept(key, tinyRequest, trace, { guestUntil }))).toBe(2);
    expect(await messagesOf(() => plans.findUnsettled(key))).toBe(1);
    const plan = tinyPlanWithOption();
    const outcome = { state: "ready", plan } as const;
    expect(await messagesOf(() => plans.settle(key, outcome, 1, trace))).toBe(1);
    expect(await messagesOf(() => plans.find(key))).toBe(1);
    expect(await messagesOf(() => history.findCurrent(key))).toBe(1);
    const standing = await history.findCurrent(key);
    if (standing === undefined) throw new Error("no plan");
    const change = { actor: { kind: "athlete", id: key.athleteId }, reason: "rain" } as const;
    const choice = { ...change, sessionId: "w1d1", from: "a", to: "b" } as const;
    expect(await messagesOf(() => history.choose(key, standing, choice))).toBe(1);
    const now = await history.findCurrent(key);
    if (now === undefined) throw new Error("no plan");
    const moved = { ...change, kind: "moved", plan, diff: comparePlans(plan, plan) };
    expect(await messagesOf(() => history.append(key, now, moved))).toBe(1);
  });
});
