import {
  createConfigurationChecks,
  createConfigurationStore,
  createTestDatabase,
  newUuidV7,
  type TestDatabase,
} from "@strideiq/adapters";
import { NO_ATHLETES } from "@strideiq/application";
import { AuditAnswer, PluginListAnswer } from "@strideiq/contracts";
import type { Plan } from "@strideiq/engine";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { readyPlan } from "./people.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

const PLAN = "/v1/standard-plans/10k-12-weeks-mid?raceDate=2027-04-18";
const VERSIONS = "/v1/admin/configuration/versions";
/** Two seconds, and what a slow machine needs to make the plans that are looked at. */
const WITHIN = { timeout: 6_000, interval: 50 };
const HILLS = { "hill-blocks": "1.0.0" };

let database: TestDatabase;
let service: Service;
let admin: Visitor;
const newcomer = (): Visitor => createVisitor(() => service.address ?? "");

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database);
  admin = newcomer();
  const body = { name: "Ruth", email: "ruth@example.org", password: "correct horse battery" };
  expect((await send(admin, "POST", "/v1/accounts", body)).status).toBe(201);
  await sql`update accounts set role = 'admin'`.execute(database.db);
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const bytes = async (): Promise<string> => (await newcomer().call(PLAN)).bytes.toString("utf8");
const madeWith = async () => {
  const { rulebook, plugins } = (JSON.parse(await bytes()) as { readonly plan: Plan }).plan.provenance;
  return { rulebook, plugins };
};
const publish = async (id: number): Promise<void> => {
  expect((await send(admin, "POST", `${VERSIONS}/${String(id)}/publish`, { why: "a test" })).status).toBe(
    200,
  );
};

async function switchHills(on: boolean): Promise<void> {
  const { revision } = PluginListAnswer.parse((await admin.call("/v1/admin/plugins")).json);
  const answer = await send(admin, "PUT", "/v1/admin/plugins/hill-blocks", { on, revision, why: "a test" });
  expect(answer.status).toBe(200);
}

/** A version in which this plan runs on four days, checked and ready to be published. */
async function checkedDraft() {
  const store = createConfigurationStore(database.app);
  const standing = await store.findPublished();
  const author = { by: { accountId: newUuidV7() }, why: "a test" };
  const drafted = await store.draft(standing?.id ?? 0, author);
  if (!drafted.ok || standing === undefined) throw new Error("no draft");
  const planTemplates = standing.rows.planTemplates.map((row) =>
    row.id === "10k-12-weeks-mid" ? { ...row, definition: { ...row.definition, daysPerWeek: 4 } } : row,
  );
  await store.replace(drafted.value.id, 1, { ...standing.rows, planTemplates }, author);
  const checks = createConfigurationChecks({ db: database.app, enqueue: () => Promise.resolve() });
  await checks.ask(drafted.value.id, author);
  await checks.finish(drafted.value.id, 2, { problems: [], plans: [], athletes: NO_ATHLETES });
  return { before: standing, after: drafted.value };
}

describe("rules that are rolled back after a plugin was switched off", { timeout: 120_000 }, () => {
  it("bring back their numbers, leave the plugin off, and with it on again every byte of then", async () => {
    await switchHills(true);
    await expect.poll(madeWith, WITHIN).toMatchObject({ plugins: HILLS });
    const then = await bytes();
    const runner = newcomer();
    const { plan, planId } = await readyPlan(runner);
    expect(plan.provenance.plugins).toEqual(HILLS);

    const { before, after } = await checkedDraft();
    await publish(after.id);
    await expect.poll(madeWith, WITHIN).toEqual({ rulebook: after.name, plugins: HILLS });
    await switchHills(false);
    await expect.poll(madeWith, WITHIN).toEqual({ rulebook: after.name, plugins: {} });

    await publish(before.id);
    await expect.poll(madeWith, WITHIN).toEqual({ rulebook: before.name, plugins: {} });
    const { plugins } = PluginListAnswer.parse((await admin.call("/v1/admin/plugins")).json);
    expect(plugins.find(({ id }) => id === "hill-blocks")?.on).toBe(false);
    // What was made then is what it was, whatever is on now.
    const again = `/v1/plans/${planId}/versions/1/again`;
    expect((await runner.call(again)).json).toMatchObject({ because: "same_to_the_byte" });

    await switchHills(true);
    await expect.poll(bytes, WITHIN).toBe(then);
    const { entries } = AuditAnswer.parse((await admin.call("/v1/admin/audit?limit=100")).json);
    const told = entries
      .filter(({ action }) => action === "plugin.switch" || action === "configuration.publish")
      .map(({ action, after: now }) => [action, now]);
    expect(told.slice(0, 4)).toEqual([
      ["plugin.switch", { on: true, version: null }],
      ["configuration.publish", before.name],
      ["plugin.switch", { on: false, version: null }],
      ["configuration.publish", after.name],
    ]);
  });
});
