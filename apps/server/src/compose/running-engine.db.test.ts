import {
  createConfigurationChecks,
  createConfigurationStore,
  createPluginStore,
  createTestDatabase,
  newUuidV7,
  type TestDatabase,
} from "@strideiq/adapters";
import {
  type ConfigurationRows,
  type ConfigurationStore,
  NO_ATHLETES,
  type WatchConfiguration,
} from "@strideiq/application";
import { standardPlanName } from "@strideiq/engine";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { root } from "../test-service.fixture.ts";
import { type RunningEngine, type RunningEngineDeps, startEngine } from "./running-engine.ts";
import { readShipped, type Shipped } from "./shipped.ts";

let database: TestDatabase;
let shipped: Shipped;
let store: ConfigurationStore;
beforeAll(async () => {
  database = await createTestDatabase();
  const read = await readShipped(root);
  if (!read.ok) throw new Error(read.error.join("\n"));
  shipped = read.value;
});
afterAll(() => database.close());
beforeEach(async () => {
  await sql`truncate configuration_versions, audit_log cascade`.execute(database.db);
  store = createConfigurationStore(database.app);
});

const by = { accountId: newUuidV7() };
const problems: unknown[] = [];
/** Looks when it is told to. */
const looks = new Set<() => void>();
const watch: WatchConfiguration = (onChange) => {
  looks.add(onChange);
  return { stop: () => Promise.resolve(void looks.delete(onChange)) };
};

async function start(changed: Partial<RunningEngineDeps> = {}): Promise<RunningEngine> {
  const started = await startEngine({
    store,
    plugins: createPluginStore(database.app),
    shipped,
    watch,
    onProblem: (problem) => problems.push(problem),
    ...changed,
  });
  if (!started.ok) throw new Error(started.error.join("\n"));
  return started.value;
}

const daysOf = ({ engine }: RunningEngine): number | undefined =>
  engine.standardPlans().find((plan) => standardPlanName(plan) === "5k-8-weeks-low")?.daysPerWeek;

const withDays = (rows: ConfigurationRows, daysPerWeek: unknown): ConfigurationRows => ({
  ...rows,
  planTemplates: rows.planTemplates.map((row) =>
    row.id === "5k-8-weeks-low" ? { ...row, definition: { ...row.definition, daysPerWeek } } : row,
  ),
});

/** Puts a version in force in which new runners of the 5K run on so many days. */
async function publish(daysPerWeek: unknown): Promise<void> {
  const standing = await store.findPublished();
  if (standing === undefined) throw new Error("nothing is in force");
  const draft = await store.draft(standing.id, { by, why: "a test" });
  if (!draft.ok) throw new Error(draft.error.type);
  const { id } = draft.value;
  await store.replace(id, 1, withDays(standing.rows, daysPerWeek), { by, why: "a test" });
  const checks = createConfigurationChecks({ db: database.app, enqueue: () => Promise.resolve() });
  await checks.ask(id, { by, why: "a test" });
  await checks.finish(id, 2, { problems: [], plans: [], athletes: NO_ATHLETES });
  await store.publish(id, { by, why: "a test" });
}

describe("the engine of a running process", () => {
  it("has the configuration that lies in the folder at the first start", async () => {
    const running = await start();
    expect(daysOf(running)).toBe(4);
    expect(await store.findPublished()).toMatchObject({ state: "published", createdBy: null });
    await running.stop();
  });

  it("takes up what is published while it runs, and keeps its last when it cannot read that", async () => {
    const running = await start();
    await publish(3);
    for (const look of looks) look();
    await expect.poll(() => daysOf(running)).toBe(3);
    await publish("many");
    problems.length = 0;
    for (const look of looks) look();
    await expect.poll(() => problems).toHaveLength(1);
    expect(String(problems[0])).toContain("plan_rules.yaml:");
    expect(daysOf(running)).toBe(3);
    await running.stop();
  });

  it("does not read the folder where a coach has published, not even when that is broken", async () => {
    await (await start()).stop();
    await publish(3);
    const broken = { name: "plan_rules.yaml", text: "version: [" };
    const other = { ...shipped, digest: "0".repeat(64), files: { ...shipped.files, planRules: broken } };
    const running = await start({ shipped: other });
    expect(daysOf(running)).toBe(3);
    await running.stop();
  });

  it("starts with the folder, and says so in the audit, where it cannot read what was published", async () => {
    await (await start()).stop();
    await publish("many");
    const running = await start();
    expect(daysOf(running)).toBe(4);
    const last = await database.db
      .selectFrom("audit_log")
      .select(["actor_kind", "reason"])
      .orderBy("id", "desc")
      .executeTakeFirst();
    expect(last).toEqual({
      actor_kind: "system",
      reason: expect.stringContaining("cannot be used") as string,
    });
    await running.stop();
  });

  it("does not start on an empty database with a folder that is broken, and names the line", async () => {
    const broken = { name: "plan_rules.yaml", text: "version: [" };
    const started = await startEngine({
      store,
      plugins: createPluginStore(database.app),
      shipped: { ...shipped, files: { ...shipped.files, planRules: broken } },
      watch,
      onProblem: (problem) => problems.push(problem),
    });
    expect(started).toMatchObject({
      ok: false,
      error: [expect.stringMatching(/^plan_rules.yaml:1:/)],
    });
  });
});
