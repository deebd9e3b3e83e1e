import { FEATURES, type FlagDefinition } from "@strideiq/access";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RunningFlags, startFlags } from "../flags/flags.ts";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { createFlagStore } from "./flag-store.ts";
import { storeAccount } from "./testing/an-account.fixture.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";
import { createWatchConfiguration, tellConfigurationChanged } from "./watch-configuration.ts";

const KEY = "plan.option_ab";
const on: FlagDefinition = {
  description: "A choice.",
  owner: "coaching",
  killed: false,
  rolloutPercent: 100,
  athletes: [],
  only: {},
  environments: {},
};
const killed = { ...on, killed: true };
const seed = Object.fromEntries(FEATURES.map((name) => [name, on])) as Record<
  (typeof FEATURES)[number],
  FlagDefinition
>;
const by = { accountId: newUuidV7() };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await storeAccount(database.db, by.accountId);
});
afterAll(() => database.close());
beforeEach(async () => {
  await sql`truncate feature_flags, audit_log`.execute(database.db);
  await createFlagStore(database.app).seed(seed);
});

const startProcess = (problems: unknown[] = []): Promise<RunningFlags> =>
  startFlags({
    store: createFlagStore(database.app),
    watch: createWatchConfiguration({ url: database.appUrl, onProblem: (problem) => problems.push(problem) }),
    environment: "production",
    seed,
    onProblem: (problem) => problems.push(problem),
  });

const ada = { athleteId: "ada", attributes: {} };

/** Milliseconds until all processes give this reason. */
async function untilAll(processes: readonly RunningFlags[], reason: string): Promise<number> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < 10_000) {
    const verdicts = await Promise.all(processes.map((one) => one.ask(KEY, ada)));
    if (verdicts.every((verdict) => verdict.reason === reason)) return performance.now() - startedAt;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`not ${reason} in ten seconds`);
}

describe("the flags in the database", () => {
  it("are seeded once: what somebody has decided stays", async () => {
    const store = createFlagStore(database.app);
    expect(
      await store.change({ key: KEY, definition: killed, revision: 1, by, why: "complaints" }),
    ).toMatchObject({
      ok: true,
      value: { revision: 2 },
    });
    await store.seed(seed);
    const rows = await store.readAll();
    expect(rows).toHaveLength(FEATURES.length);
    expect(rows.find(({ key }) => key === KEY)).toEqual({ key: KEY, definition: killed, revision: 2 });
  });

  it("leave who, when, before, after and why of each change in the audit", async () => {
    await createFlagStore(database.app).change({
      key: KEY,
      definition: killed,
      revision: 1,
      by,
      why: "complaints",
    });
    const entries = await database.db.selectFrom("audit_log").selectAll().execute();
    expect(entries).toMatchObject([
      {
        actor_kind: "account",
        actor_id: by.accountId,
        action: "flag.change",
        subject_id: KEY,
        reason: "complaints",
        before: on,
        after: killed,
      },
    ]);
    expect(Math.abs((entries[0]?.at.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  it("refuse a change of what was changed in between, and write nothing of it", async () => {
    const store = createFlagStore(database.app);
    const change = { key: KEY, definition: killed, revision: 1, by, why: "complaints" } as const;
    const both = await Promise.all([store.change(change), store.change(change)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({
      ok: false,
      error: { type: "ChangedMeanwhile", revision: 2 },
    });
    expect(await database.db.selectFrom("audit_log").select("id").execute()).toHaveLength(1);
  });

  it("reach four processes within two seconds, with their messages and without", async () => {
    const processes = await Promise.all([1, 2, 3, 4].map(() => startProcess()));
    const store = createFlagStore(database.app);
    await store.change({ key: KEY, definition: killed, revision: 1, by, why: "complaints" });
    expect(await untilAll(processes, "killed")).toBeLessThan(2_000);

    // By hand, past the store: nobody is told, and looking finds it.
    await sql`update feature_flags set definition = ${JSON.stringify(on)} where key = ${KEY}`.execute(
      database.db,
    );
    expect(await untilAll(processes, "everybody")).toBeLessThan(2_000);
    await Promise.all(processes.map((one) => one.stop()));
  });

  it("call out each change by a message, long before anybody looks", async () => {
    let heard = 0;
    const watching = createWatchConfiguration({ url: database.appUrl, onProblem: () => undefined })(() => {
      heard += 1;
    });
    while (heard === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const before = heard;
    for (let n = 0; n < 20; n += 1) await tellConfigurationChanged(database.app, KEY);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(heard - before).toBeGreaterThanOrEqual(20);
    await watching.stop();
  });

  it("are followed again after the connection that listens was cut", async () => {
    const problems: unknown[] = [];
    const process = await startProcess(problems);
    while ((await cutListeners()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await createFlagStore(database.app).change({ key: KEY, definition: killed, revision: 1, by, why: "x" });
    expect(await untilAll([process], "killed")).toBeLessThan(2_000);
    await process.stop();
    expect(problems.length).toBeGreaterThanOrEqual(1);
  });
});

/** Ends the connections that listen; how many there were. */
async function cutListeners(): Promise<number> {
  const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'strideiq configuration' and datname = current_database()
      and query like 'listen%'`.execute(database.db);
  return rows.length;
}
