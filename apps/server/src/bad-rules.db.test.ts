import type { Paywall } from "@strideiq/access";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import {
  ConfigurationAnswer,
  ConfigurationListAnswer,
  FlagListAnswer,
  PaywallAnswer,
  Problem,
} from "@strideiq/contracts";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

const VERSIONS = "/v1/admin/configuration/versions";
const PLAN = "/v1/standard-plans/5k-12-weeks-low?raceDate=2027-04-18";
const CALENDAR = "/v1/calendar?from=2026-11-23&to=2026-11-29";

let database: TestDatabase;
let service: Service;
let admin: Visitor;
let plan: string;

const newcomer = (): Visitor => createVisitor(() => service.address ?? "");
const call = (method: string, path: string, body?: unknown): Promise<Answer> =>
  send(admin, method, path, body);
const placesIn = ({ json }: Answer): readonly string[] =>
  (Problem.parse(json).errors ?? []).map(({ field }) => field);

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database);
  admin = newcomer();
  const body = { name: "Ruth", email: "ruth@example.org", password: "correct horse battery" };
  expect((await call("POST", "/v1/accounts", body)).status).toBe(201);
  await sql`update accounts set role = 'admin'`.execute(database.db);
  plan = (await newcomer().call(PLAN)).bytes.toString("utf8");
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

let draft: string;
beforeEach(async () => {
  const { id } = ConfigurationAnswer.parse((await call("POST", VERSIONS, { why: "a slip" })).json);
  draft = `${VERSIONS}/${String(id)}`;
});

/** What was in force before is in force, and makes the plan that it made. */
async function expectLastGood(): Promise<void> {
  const { versions } = ConfigurationListAnswer.parse((await call("GET", VERSIONS)).json);
  expect(versions.filter(({ status }) => status === "published").map(({ name }) => name)).toEqual(["2026.1"]);
  expect((await newcomer().call(PLAN)).bytes.toString("utf8")).toBe(plan);
}

describe("rules that make no sense change nothing on a server that runs:", { timeout: 120_000 }, () => {
  it("a file of ten megabytes", async () => {
    const huge = call("PUT", `${draft}/text`, {
      planRules: `# ${"x".repeat(10_000_000)}`,
      revision: 1,
      why: "a slip",
    });
    // Through a proxy the connection may be closed before the answer has been read.
    expect((await huge.catch(() => undefined))?.status ?? 413).toBe(413);
    await expectLastGood();
  });

  it("anchors that explode", async () => {
    const bomb = [
      "a: &a [x, x, x, x, x, x, x, x, x]",
      ..."bcdefghij"
        .split("")
        .map((name, index) => `${name}: &${name} [${`*${"abcdefghij"[index] ?? ""}, `.repeat(9)}]`),
    ].join("\n");
    const startedAt = performance.now();
    const refused = await call("PUT", `${draft}/text`, { planRules: bomb, revision: 1, why: "a slip" });
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(refused.status).toBe(422);
    expect(placesIn(refused)[0]).toMatch(/^plan_rules\.yaml:\d+:\d+$/);
    await expectLastGood();
  });

  it("a rule that refuses every athlete", async () => {
    const text = ((await call("GET", `${draft}/export`)).json as { readonly planRules: string }).planRules;
    const longer = text.replace(/^( +)weeksMax: 24$/m, "$1weeksMax: 5");
    expect(longer).not.toBe(text);
    const edited = await call("PUT", `${draft}/text`, { planRules: longer, revision: 1, why: "a slip" });
    expect(edited.status).toBe(422);
    expect(placesIn(edited)[0]).toMatch(/^plan_rules\.yaml:\d+:\d+$/);
    expect((await call("POST", `${draft}/publish`, { why: "a slip" })).status).toBe(409);
    await expectLastGood();
  });

  it("a rollout of 140 percent", async () => {
    const { flags } = FlagListAnswer.parse((await call("GET", "/v1/admin/flags")).json);
    const flag = flags.find(({ key }) => key === "plan.calendar");
    const definition = { ...(flag?.definition as object), rolloutPercent: 140 };
    const refused = await call("PUT", "/v1/admin/flags/plan.calendar", {
      definition,
      revision: flag?.revision,
      why: "a slip",
    });
    expect([refused.status, placesIn(refused)]).toEqual([422, ["definition.rolloutPercent"]]);
    expect((await newcomer().call(CALENDAR)).status).toBe(200);
  });

  it("a paywall that locks the administrator out, who can use everything and puts it back", async () => {
    const { definition, revision } = PaywallAnswer.parse((await call("GET", "/v1/admin/paywall")).json);
    const standing = definition as Paywall;
    const all = Object.values(standing.products).flatMap(({ features }) => features);
    const products = Object.fromEntries(
      Object.entries(standing.products).map(([name, offer]) => [
        name,
        { ...offer, features: name === "elite" ? all : [] },
      ]),
    );
    const shut = { definition: { ...standing, mode: "tiers", products }, revision, why: "a slip" };
    const seen = async () => (await newcomer().call(CALENDAR)).status;
    expect((await call("PUT", "/v1/admin/paywall", shut)).status).toBe(200);
    await expect.poll(seen, { timeout: 6_000, interval: 50 }).toBe(402);
    expect((await call("GET", CALENDAR)).status).toBe(200);
    expect((await call("GET", "/v1/admin/paywall")).status).toBe(200);
    const back = { definition, revision: revision + 1, why: "mended" };
    expect((await call("PUT", "/v1/admin/paywall", back)).status).toBe(200);
    await expect.poll(seen, { timeout: 6_000, interval: 50 }).toBe(200);
    await expectLastGood();
  });
});
