import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  createConfigurationChecks,
  createConfigurationStore,
  createTestDatabase,
  newUuidV7,
  type TestDatabase,
} from "@strideiq/adapters";
import type { Paywall } from "@strideiq/access";
import { NO_ATHLETES } from "@strideiq/application";
import {
  FlagListAnswer,
  PaywallAnswer,
  type PlanAnswer,
  type PlanWishInput,
  PluginListAnswer,
  Problem,
} from "@strideiq/contracts";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { marathonWish, root, settledPlan, startTestService } from "./test-service.fixture.ts";

/** Two seconds, and what a slow machine needs besides. */
const WITHIN = { timeout: 6_000, interval: 50 };
const CALENDAR = "/v1/calendar?from=2026-11-23&to=2026-11-29";
const standardWish: PlanWishInput = { ...marathonWish, raceDate: "2027-03-28", result: null };
const anyLength: PlanWishInput = { ...standardWish, distance: "5k", raceDate: "2027-05-02" };

let database: TestDatabase;
let service: Service;
let admin: Visitor;
let runner: Visitor;
let athleteId: string;

const newcomer = (cookies?: string): Visitor => createVisitor(() => service.address ?? "", cookies);

async function signUp(name: string, role: string): Promise<readonly [Visitor, string]> {
  const visitor = newcomer();
  const email = `${name}@example.org`;
  const made = await send(visitor, "POST", "/v1/accounts", {
    name,
    email,
    password: "correct horse battery",
  });
  await sql`update accounts set role = ${role} where email = ${email}`.execute(database.db);
  return [visitor, (made.json as { readonly athleteId: string }).athleteId];
}

beforeAll(async () => {
  database = await createTestDatabase();
  // In this process, so that what it asks the database can be counted.
  service = await startTestService(database, { role: "all", plansPerMinute: 100_000 });
  [admin] = await signUp("ruth", "admin");
  [runner, athleteId] = await signUp("ben", "athlete");
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const put = async (path: string, body: object): Promise<Answer> => {
  const answer = await send(admin, "PUT", path, body);
  expect(answer.status).toBe(200);
  return answer;
};
const codeOf = ({ json }: Answer): string | null => Problem.safeParse(json).data?.code ?? null;
const eventually = (look: () => Promise<unknown>, expected: unknown): Promise<void> =>
  expect.poll(look, WITHIN).toEqual(expected);

describe("phase A is complete: ", { timeout: 120_000 }, () => {
  it("feature flags work and gate features correctly", async () => {
    const { flags } = FlagListAnswer.parse((await admin.call("/v1/admin/flags")).json);
    const flag = flags.find(({ key }) => key === "plan.calendar");
    const set = (settings: object, seen: number) =>
      put("/v1/admin/flags/plan.calendar", {
        definition: { ...(flag?.definition as object), ...settings },
        revision: (flag?.revision ?? 0) + seen,
        why: "a test",
      });
    const seenBy = async (who: Visitor) => codeOf(await who.call(CALENDAR));
    expect(await seenBy(runner)).toBeNull();
    await set({ killed: true }, 0);
    await eventually(() => seenBy(runner), "feature_off");
    await set({ rolloutPercent: 0, athletes: [athleteId] }, 1);
    await eventually(() => seenBy(runner), null);
    expect(await seenBy(newcomer())).toBe("feature_off");
    await set({}, 2);
    await eventually(() => seenBy(newcomer()), null);
  });

  it("plugins can be added without code changes", async () => {
    const text = await readFile(join(root, "plugins/hill-blocks/workouts.yaml"), "utf8");
    const workouts = text.replace("hill-block", "club-climb").replace("Short climbs", "Club climbs");
    const plugin = "id: club\nversion: 1.0.0\ntitle: Our club\ndescription: Tuesdays.\non: false\n";
    const handedIn = await send(admin, "POST", "/v1/admin/plugins", {
      files: { plugin, workouts },
      why: "ours",
    });
    const { revision } = PluginListAnswer.parse(handedIn.json);
    const plan = async () => {
      const { json } = await runner.call("/v1/standard-plans/10k-12-weeks-mid?raceDate=2027-04-18");
      const made = (json as { readonly plan: Extract<PlanAnswer, { readonly status: "ready" }>["plan"] })
        .plan;
      return { plugins: made.provenance.plugins, climbs: "club-climb" in made.workouts };
    };
    expect(await plan()).toEqual({ plugins: {}, climbs: false });
    await put("/v1/admin/plugins/club", { on: true, revision, why: "wanted" });
    await eventually(plan, { plugins: { club: "1.0.0" }, climbs: true });
    await put("/v1/admin/plugins/club", { on: false, revision: revision + 1, why: "enough" });
    await eventually(plan, { plugins: {}, climbs: false });
  });

  it("entitlements correctly determine access", async () => {
    const { definition, revision } = PaywallAnswer.parse((await admin.call("/v1/admin/paywall")).json);
    const tiers = { ...(definition as Paywall), mode: "tiers" };
    const ask = async (wish: PlanWishInput) => (await send(runner, "POST", "/v1/plans", wish)).status;
    expect(await ask(anyLength)).toBe(202);
    await put("/v1/admin/paywall", { definition: tiers, revision, why: "we sell" });
    await eventually(() => ask(anyLength), 402);
    expect(await ask(standardWish)).toBe(202);
    const grants = `/v1/admin/athletes/${athleteId}/grants`;
    const given = await send(admin, "POST", grants, { product: "pro", endsAt: null, why: "a test" });
    expect(await ask(anyLength)).toBe(202);
    const { grantId } = given.json as { readonly grantId: string };
    await send(admin, "POST", `${grants}/${grantId}/revoke`, { why: "a test" });
    expect(await ask(anyLength)).toBe(402);
    await put("/v1/admin/paywall", { definition, revision: revision + 1, why: "not yet" });
    await eventually(() => ask(anyLength), 202);
  });

  it("config drives behavior, not hardcoded values", async () => {
    const store = createConfigurationStore(database.app);
    const standing = await store.findPublished();
    const author = { by: { accountId: newUuidV7() }, why: "a test" };
    const drafted = await store.draft(standing?.id ?? 0, author);
    if (!drafted.ok || standing === undefined) throw new Error("no draft");
    const { id } = drafted.value;
    const planTemplates = standing.rows.planTemplates.map((row) =>
      row.id === "5k-8-weeks-low" ? { ...row, definition: { ...row.definition, daysPerWeek: 3 } } : row,
    );
    await store.replace(id, 1, { ...standing.rows, planTemplates }, author);
    const checks = createConfigurationChecks({ db: database.app, enqueue: () => Promise.resolve() });
    await checks.ask(id, author);
    await checks.finish(id, 2, { problems: [], plans: [], athletes: NO_ATHLETES });
    const runDays = async (): Promise<number> => {
      const { json } = await runner.call("/v1/standard-plans/5k-8-weeks-low?raceDate=2027-04-18");
      return (json as { readonly plan: { readonly daysPerWeek: number } }).plan.daysPerWeek;
    };
    expect(await runDays()).toBe(4);
    await store.publish(id, author);
    await eventually(runDays, 3);
    await store.publish(standing.id, author);
    await eventually(runDays, 4);
  });

  it("cache reduces database load", async () => {
    const { planId } = await settledPlan(runner);
    const bare = await startTestService(database, { role: "api", cacheMegabytes: 0 });
    const READS = 50;
    const connects = vi.spyOn(pg.Pool.prototype, "connect");
    const questions = async (where: Service): Promise<number> => {
      const visitor = createVisitor(() => where.address ?? "", runner.cookies());
      await visitor.call(`/v1/plans/${planId}`);
      const before = connects.mock.calls.length;
      for (let read = 0; read < READS; read += 1)
        expect((await visitor.call(`/v1/plans/${planId}`)).status).toBe(200);
      return connects.mock.calls.length - before;
    };
    const [with_, without] = [await questions(service), await questions(bare)];
    await bare.stop();
    connects.mockRestore();
    expect(without).toBeGreaterThanOrEqual(READS);
    // What is left is what processes look for by themselves, each second.
    expect(with_).toBeLessThan(without / 2);
  });

  it("async generation completes reliably", async () => {
    const PLANS = 40;
    const visitors = Array.from({ length: PLANS }, () => newcomer());
    const accepted = await Promise.all(
      visitors.map((visitor) => send(visitor, "POST", "/v1/plans", standardWish)),
    );
    expect(accepted.map(({ status }) => status)).toEqual(visitors.map(() => 202));
    const look = (visitor: Visitor, index: number) =>
      visitor.call(String(accepted[index]?.headers["location"]));
    const states = async () => {
      const answers = await Promise.all(visitors.map(look));
      return [...new Set(answers.map(({ json }) => (json as { readonly status: string }).status))];
    };
    await expect.poll(states, { timeout: 60_000, interval: 100 }).toEqual(["ready"]);
    const { rows } = await sql<{ readonly versions: number }>`
      select count(*)::int as versions from plan_versions join training_plans on plan_id = training_plans.id
      where training_plans.athlete_id in (select athlete_id from guests)
      group by plan_id`.execute(database.db);
    expect(rows.map(({ versions }) => versions)).toEqual(visitors.map(() => 1));
  });
});
