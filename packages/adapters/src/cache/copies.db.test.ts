import type { FindVisitor, PlanKey, PlanReading, Visitor } from "@strideiq/application";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createHearOfChanges } from "../postgres/watch-copies.ts";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { type FullAthlete, storeFullAthlete } from "../postgres/testing/full-athlete.fixture.ts";
import { createTestDatabase, type TestDatabase } from "../postgres/testing/test-database.ts";
import { type Copies, openCopies } from "./copies.ts";

let database: TestDatabase;
let copies: Copies;
let problems: unknown[];
let anna: FullAthlete;
let key: PlanKey;
let looked: number;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  problems = [];
  looked = 0;
  anna = await storeFullAthlete(database.db, `Anna${newUuidV7()}`);
  key = { planId: anna.planId, athleteId: anna.athleteId };
  copies = openCopies({
    hearOfChanges: createHearOfChanges({
      url: database.appUrl,
      milliseconds: () => performance.now(),
      onProblem: (problem) => problems.push(problem),
    }),
    now: () => new Date(),
    bytesMax: 1_000_000,
  });
  await expect.poll(readsACopy, { timeout: 5_000 }).toBe(true);
});
afterEach(() => copies.stop());

const ready: PlanReading = { state: "ready", version: 1, revision: 1, snapshot: new Uint8Array(100) };
const findPlan = (wanted: PlanKey = key): Promise<PlanReading | undefined> =>
  copies.findPlan(() => {
    looked += 1;
    return Promise.resolve(ready);
  })(wanted);
const findVisitor = (papers: Partial<Parameters<FindVisitor>[0]> = {}): Promise<Visitor | undefined> =>
  copies.findVisitor(() => {
    looked += 1;
    const account = { id: anna.accountId, name: "Anna", email: "anna@example.org", role: "athlete" as const };
    return Promise.resolve({ kind: "account", athleteId: anna.athleteId, account });
  })({ cookies: "strideiq.session_token=anna", authorization: undefined, guestId: undefined, ...papers });

/** Whether the second of two readings needs no look. */
async function readsACopy(): Promise<boolean> {
  await findPlan();
  await findVisitor();
  const before = looked;
  await findPlan();
  await findVisitor();
  return looked === before;
}

/** How many of plan and visitor are looked up again once this process has heard of everything. */
async function looksAfter(change: () => Promise<unknown>): Promise<number> {
  await change();
  await copies.caughtUp();
  const before = looked;
  await findPlan();
  await findVisitor();
  return looked - before;
}

describe("the copies of a process", () => {
  it.each<[string, () => Promise<unknown>]>([
    [
      "a new revision",
      () =>
        sql`update training_plans set revision = revision + 1 where id = ${anna.planId}`.execute(database.db),
    ],
    [
      "a plan that is deleted",
      () => sql`delete from training_plans where id = ${anna.planId}`.execute(database.db),
    ],
    [
      "a session that is ended",
      () => sql`delete from sessions where account_id = ${anna.accountId}`.execute(database.db),
    ],
    [
      "a session that is cut short",
      () =>
        sql`update sessions set expires_at = now() where account_id = ${anna.accountId}`.execute(database.db),
    ],
    [
      "an account that is banned",
      () =>
        sql`update accounts set banned = true, ban_reason = 'why' where id = ${anna.accountId}`.execute(
          database.db,
        ),
    ],
    [
      "another role",
      () => sql`update accounts set role = 'coach' where id = ${anna.accountId}`.execute(database.db),
    ],
    [
      "an athlete who leaves the account",
      () => sql`update athletes set account_id = null where id = ${anna.athleteId}`.execute(database.db),
    ],
  ])("are given up for %s, and no others", async (_, change) => {
    expect(await looksAfter(change)).toBe(1);
  });

  it("are given up altogether for somebody who is deleted, and for nobody else", async () => {
    const berta = await storeFullAthlete(database.db, `Berta${newUuidV7()}`);
    const bertas = { planId: berta.planId, athleteId: berta.athleteId };
    await findPlan(bertas);
    const gone = () => sql`delete from accounts where id = ${anna.accountId}`.execute(database.db);
    expect(await looksAfter(gone)).toBe(2);
    const before = looked;
    await findPlan(bertas);
    expect(looked).toBe(before);
  });

  it("are given up for a guest whose days are over", async () => {
    const guestId = newUuidV7();
    await sql`insert into athletes (id, name) values (${guestId}, 'Guest')`.execute(database.db);
    await sql`insert into guests (athlete_id, expires_at) values (${guestId}, now() + interval '1 day')`.execute(
      database.db,
    );
    const find = copies.findVisitor(() => {
      looked += 1;
      return Promise.resolve({ kind: "guest", athleteId: guestId });
    });
    const papers = { cookies: undefined, authorization: undefined, guestId };
    await find(papers);
    await sql`update guests set expires_at = now() where athlete_id = ${guestId}`.execute(database.db);
    await copies.caughtUp();
    const before = looked;
    await find(papers);
    expect(looked).toBe(before + 1);
  });

  it("stay when nothing of theirs changes: a look at a plan, a plan in the making, a session that goes on", async () => {
    const quiet = async (): Promise<void> => {
      await sql`select * from training_plans for update`.execute(database.db);
      await sql`insert into training_plans (id, athlete_id, state, request) select ${newUuidV7()}, athlete_id, 'generating', request from training_plans where id = ${anna.planId}`.execute(
        database.db,
      );
      await sql`update training_plans set state = 'failed', failure = 'x', settled_at = now() where current_version is null and state = 'generating'`.execute(
        database.db,
      );
      await sql`update sessions set updated_at = now() where account_id = ${anna.accountId}`.execute(
        database.db,
      );
    };
    expect(await looksAfter(quiet)).toBe(0);
  });

  it("are each visitor's own, by all papers together; a program's key is looked up each time", async () => {
    const before = looked;
    await findVisitor({ cookies: "strideiq.session_token=berta" });
    await findVisitor({ guestId: newUuidV7() });
    await findVisitor({ authorization: "Bearer key" });
    await findVisitor({ authorization: "Bearer key" });
    expect(looked - before).toBe(4);
  });

  it("of a plan are each athlete's own", async () => {
    const before = looked;
    await findPlan({ planId: anna.planId, athleteId: newUuidV7() });
    expect(looked - before).toBe(1);
  });

  it("are trusted by nobody after the connection broke, until it is there again", async () => {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'strideiq copies' and datname = current_database()`.execute(
      database.db,
    );
    await expect.poll(() => problems.length, { timeout: 5_000 }).toBe(1);
    const before = looked;
    await findPlan();
    await findPlan();
    expect(looked - before).toBe(2);
    expect(copies.use().process.plans.bypassed).toBeGreaterThanOrEqual(2);
    await copies.caughtUp();
    await expect.poll(readsACopy, { timeout: 5_000 }).toBe(true);
  });
});
