import type { Feature, Paywall } from "@strideiq/access";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { FeaturesAnswer, FlagListAnswer, Problem } from "@strideiq/contracts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadAccessSeeds } from "./compose/access.ts";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, type Visitor } from "./http/call-server.fixture.ts";
import { root, startTestService } from "./test-service.fixture.ts";

const NOWHERE = "018f0000-0000-7000-8000-000000000000";

let database: TestDatabase;
let service: Service;
const newcomer = (): Visitor => createVisitor(() => service.address ?? "");
const fieldsOf = (answer: Answer): readonly string[] =>
  (Problem.parse(answer.json).errors ?? []).map(({ field }) => field);

type Entry = ReturnType<typeof FeaturesAnswer.parse>["features"][number];
async function featuresOf(visitor: Visitor): Promise<ReadonlyMap<Feature, Entry>> {
  const { features } = FeaturesAnswer.parse((await visitor.call("/v1/me/features")).json);
  return new Map(features.map((entry) => [entry.feature, entry]));
}

describe("an administrator", () => {
  let other: Service;
  let admin: Visitor;
  let runner: Visitor;

  const signUp = async (name: string): Promise<Visitor> => {
    const visitor = newcomer();
    const body = { name, email: `${name.toLowerCase()}@example.org`, password: "correct horse battery" };
    expect((await visitor.call("/v1/accounts", { method: "POST", body })).status).toBe(201);
    return visitor;
  };

  beforeAll(async () => {
    const seeds = await loadAccessSeeds(root);
    if (!seeds.ok) throw new Error(seeds.error.join("\n"));
    const paywall: Paywall = { ...seeds.value.paywall, mode: "tiers" };
    database = await createTestDatabase();
    service = await startTestService(database, { signInsPerMinute: 10_000 }, { paywall });
    other = await startTestService(database, { signInsPerMinute: 10_000 }, { paywall });
    admin = await signUp("Ruth");
    await sql`update accounts set role = 'admin' where email = 'ruth@example.org'`.execute(database.db);
    runner = await signUp("Ben");
  }, 60_000);
  afterAll(async () => {
    await service.stop();
    await other.stop();
    await database.close();
  });

  const flagOf = async (key: string) => {
    const { flags } = FlagListAnswer.parse((await admin.call("/v1/admin/flags")).json);
    const flag = flags.find((entry) => entry.key === key);
    if (flag === undefined) throw new Error(`no flag ${key}`);
    return flag;
  };
  const put = (visitor: Visitor, key: string, body: object): Promise<Answer> =>
    visitor.call(`/v1/admin/flags/${key}`, { method: "PUT", body });

  it("kills a feature in every process within two seconds, restores it, and the audit shows both", async () => {
    const before = await flagOf("plan.calendar");
    const killed = { ...(before.definition as object), killed: true };
    const put1 = await put(admin, "plan.calendar", {
      definition: killed,
      revision: before.revision,
      why: "it is slow",
    });
    expect(put1.status).toBe(200);
    const processes = [service, other].map(({ address }) =>
      createVisitor(() => address ?? "", runner.cookies()),
    );
    const reasons = (): Promise<readonly unknown[]> =>
      Promise.all(processes.map(async (one) => (await featuresOf(one)).get("plan.calendar")?.because));
    await expect.poll(reasons, { timeout: 2_000, interval: 20 }).toEqual(["switched_off", "switched_off"]);
    const again = { definition: before.definition, revision: before.revision + 1, why: "mended" };
    expect((await put(admin, "plan.calendar", again)).status).toBe(200);
    await expect.poll(reasons, { timeout: 2_000, interval: 20 }).toEqual(["free", "free"]);
    const audit = await database.db
      .selectFrom("audit_log")
      .select(["action", "reason"])
      .orderBy("id")
      .execute();
    expect(audit.filter(({ action }) => action === "flag.change").map(({ reason }) => reason)).toEqual([
      "it is slow",
      "mended",
    ]);
  });

  it("hears what is wrong with a rollout of 140 %, an old revision, or a feature that is none", async () => {
    const { definition, revision } = await flagOf("plan.option_ab");
    const wrong = { definition: { ...(definition as object), rolloutPercent: 140 }, revision, why: "more" };
    const refused = await put(admin, "plan.option_ab", wrong);
    expect([refused.status, fieldsOf(refused)]).toEqual([422, ["definition.rolloutPercent"]]);
    const old = { definition, revision: revision + 7, why: "more" };
    expect((await put(admin, "plan.option_ab", old)).status).toBe(412);
    expect((await put(admin, "plan.nothing", { definition, revision, why: "more" })).status).toBe(404);
  });

  it("gives Pro and takes it back, and nobody else can", async () => {
    const { athleteId } = (await runner.call("/v1/me")).json as { readonly athleteId: string };
    const grants = `/v1/admin/athletes/${athleteId}/grants`;
    const body = { product: "pro", why: "a gift" };
    expect((await runner.call(grants, { method: "POST", body })).status).toBe(403);
    expect((await runner.call("/v1/admin/flags")).status).toBe(403);
    const given = await admin.call(grants, { method: "POST", body });
    expect(given.status).toBe(201);
    expect((await featuresOf(runner)).get("plan.custom")).toMatchObject({ allowed: true, because: "grant" });
    const { grantId } = given.json as { readonly grantId: string };
    const revoke = (): Promise<Answer> =>
      admin.call(`${grants}/${grantId}/revoke`, { method: "POST", body: { why: "a mistake" } });
    expect((await revoke()).status).toBe(200);
    expect((await revoke()).status).toBe(404);
    expect((await featuresOf(runner)).get("plan.custom")?.allowed).toBe(false);
    const nobody = `/v1/admin/athletes/${NOWHERE}/grants`;
    expect((await admin.call(nobody, { method: "POST", body })).status).toBe(404);
  });
});
