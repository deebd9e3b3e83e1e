import type { Paywall } from "@strideiq/access";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import {
  AuditAnswer,
  ConfigurationAnswer,
  ConfigurationCheckAnswer,
  ConfigurationDiffAnswer,
  ConfigurationListAnswer,
  ConfigurationTextAnswer,
  PaywallAnswer,
  Problem,
} from "@strideiq/contracts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

const VERSIONS = "/v1/admin/configuration/versions";
const PLAN = "5k-12-weeks-low";
/** Two seconds, and what a slow machine needs to make the plans that are looked at. */
const WITHIN = { timeout: 6_000, interval: 50 };

let database: TestDatabase;
/** Two processes, as far as each other are concerned: nothing but the database is common to them. */
let services: readonly Service[];
let [admin, coach, runner]: Visitor[] = [];

const at = (service: Service | undefined, cookies?: string): Visitor =>
  createVisitor(() => service?.address ?? "", cookies);

async function signUp(name: string, role: string): Promise<Visitor> {
  const visitor = at(services[0]);
  const email = `${name}@example.org`;
  const body = { name, email, password: "correct horse battery" };
  expect((await send(visitor, "POST", "/v1/accounts", body)).status).toBe(201);
  await sql`update accounts set role = ${role} where email = ${email}`.execute(database.db);
  return visitor;
}

beforeAll(async () => {
  database = await createTestDatabase();
  services = [await startTestService(database), await startTestService(database)];
  admin = await signUp("ruth", "admin");
  coach = await signUp("jack", "coach");
  runner = await signUp("ben", "athlete");
}, 60_000);
afterAll(async () => {
  await Promise.all(services.map(({ stop }) => stop()));
  await database.close();
});

const call = (who: Visitor | undefined, method: string, path: string, body?: unknown): Promise<Answer> => {
  if (who === undefined) throw new Error("nobody");
  return send(who, method, path, body);
};

const draft = async (): Promise<ConfigurationAnswer> => {
  const drafted = await call(coach, "POST", VERSIONS, { why: "a lower peak" });
  expect(drafted.status).toBe(201);
  return ConfigurationAnswer.parse(drafted.json);
};
type ConfigurationAnswer = ReturnType<typeof ConfigurationAnswer.parse>;

const lowerPeak = (id: number, revision: number, peakMetres: unknown, daysPerWeek = 4): Promise<Answer> =>
  call(coach, "PUT", `${VERSIONS}/${String(id)}/rows/plan_templates/${PLAN}`, {
    definition: { daysPerWeek, startMetres: 24_000, peakMetres },
    revision,
    why: "a lower peak",
  });

async function checked(id: number): Promise<ReturnType<typeof ConfigurationCheckAnswer.parse>> {
  const address = `${VERSIONS}/${String(id)}/check`;
  expect((await call(coach, "POST", address, { why: "ready" })).status).toBe(202);
  const look = async () => ConfigurationCheckAnswer.parse((await call(coach, "GET", address)).json);
  await expect
    .poll(async () => (await look()).status, { timeout: 120_000, interval: 200 })
    .toMatch(/passed|failed/);
  return look();
}

const publish = (id: number, who = admin): Promise<Answer> =>
  call(who, "POST", `${VERSIONS}/${String(id)}/publish`, { why: "agreed" });

/** The highest week of the plan, as each process makes it. */
const peaks = (): Promise<readonly number[]> =>
  Promise.all(
    services.map(async (service) => {
      const answer = await at(service).call(`/v1/standard-plans/${PLAN}?raceDate=2027-04-18`);
      const { plan } = answer.json as {
        readonly plan: { readonly weeks: readonly { readonly targetMetres: number }[] };
      };
      return Math.max(...plan.weeks.map(({ targetMetres }) => targetMetres));
    }),
  );

describe("the configuration", { timeout: 180_000 }, () => {
  it("is drafted, judged, published to every process within two seconds, and rolled back", async () => {
    const before = await peaks();
    const { versions } = ConfigurationListAnswer.parse((await call(coach, "GET", VERSIONS)).json);
    const first = versions.find(({ status }) => status === "published");
    const { id, name } = await draft();
    const exported = ConfigurationTextAnswer.parse(
      (await call(coach, "GET", `${VERSIONS}/${String(id)}/export`)).json,
    );
    const row = new RegExp(`tier: low\\s+daysPerWeek: 4\\s+startMetres: (\\d+)\\s+peakMetres: (\\d+)`);
    expect(exported.planRules).toMatch(row);
    expect((await lowerPeak(id, 1, 34_000)).status).toBe(200);
    expect((await publish(id)).status).toBe(409);
    const diff = async (query: string) =>
      ConfigurationDiffAnswer.parse(
        (await call(coach, "GET", `${VERSIONS}/${String(id)}/diff${query}`)).json,
      );
    const raised = { path: "definition.startMetres", before: 20_000, after: 24_000 };
    expect(await diff("")).toMatchObject({
      from: first?.name,
      to: name,
      rows: [{ row: `plan_templates/${PLAN}`, fate: "changed", values: [raised] }],
    });
    expect((await diff(`?from=${String(id)}`)).rows).toEqual([]);
    expect((await call(coach, "GET", `${VERSIONS}/${String(id)}/diff?from=999999`)).status).toBe(404);

    const check = await checked(id);
    expect(check).toMatchObject({ status: "passed", done: 224, total: 224, problems: [] });
    expect(check.plans.map((plan) => plan.id)).toEqual([PLAN]);
    expect(check.plans[0]?.said).toMatch(/a highest week of \d\d(\.\d)? km instead of \d\d(\.\d)? km/i);
    expect(check.athletes).toMatchObject({ asked: 200, changed: 0 });
    expect(check.athletes?.said[0]).toMatch(/^0 of \d+ made-up athletes/);

    expect((await publish(id)).status).toBe(200);
    const lower = check.plans[0]?.after?.peakMetres ?? 0;
    const rounded = async () => (await peaks()).map((metres) => Math.round(metres / 100) * 100);
    await expect.poll(rounded, WITHIN).toEqual([lower, lower]);
    const preview = await at(services[1]).call(`/v1/standard-plans/${PLAN}?raceDate=2027-04-18`);
    expect(preview.json).toMatchObject({ plan: { provenance: { rulebook: name } } });

    expect((await publish(first?.id ?? 0)).status).toBe(200);
    await expect.poll(peaks, WITHIN).toEqual(before);
    const { entries } = AuditAnswer.parse((await call(admin, "GET", "/v1/admin/audit?limit=100")).json);
    const published = entries.filter(({ action }) => action === "configuration.publish");
    expect(published.slice(0, 2).map(({ before: was, after, reason }) => [was, after, reason])).toEqual([
      [name, first?.name, "agreed"],
      [first?.name, name, "agreed"],
    ]);
  });

  it("keeps what is wrong out, and names the line", async () => {
    const { id } = await draft();
    const text = `${VERSIONS}/${String(id)}/text`;
    const wrong = [
      await lowerPeak(id, 1, "many"),
      await call(coach, "PUT", text, { planRules: "version: [\n", revision: 1, why: "a slip" }),
      await call(coach, "PUT", text, {
        planRules: `a: &a [1]\nb: [${"*a,".repeat(101)}]\n`,
        revision: 1,
        why: "a bomb",
      }),
    ];
    for (const answer of wrong) {
      expect(answer.status).toBe(422);
      const [error] = Problem.parse(answer.json).errors ?? [];
      expect(error?.field).toMatch(/^plan_rules\.yaml:\d+:\d+$/);
    }
    const huge = { planRules: "#".repeat(10_000_000), revision: 1, why: "too much" };
    // Through a proxy the connection may be closed before the answer has been read.
    const tooLarge = await call(coach, "PUT", text, huge).catch(() => undefined);
    expect(tooLarge?.status ?? 413).toBe(413);
    expect((await lowerPeak(id, 7, 34_000)).status).toBe(412);
    expect((await call(coach, "POST", `${VERSIONS}/${String(id)}/drop`, { why: "no" })).status).toBe(200);
    expect((await lowerPeak(id, 1, 34_000)).status).toBe(404);
  });

  it("is not put in force when a standard plan breaks a law, and says which", async () => {
    const { id } = await draft();
    expect((await lowerPeak(id, 1, 34_000, 7)).status).toBe(200);
    const check = await checked(id);
    expect(check.status).toBe("failed");
    expect(check.problems[0]).toMatchObject({ file: "plan_rules.yaml" });
    expect(check.problems.map(({ message }) => message).join(" ")).toContain("5k in 12 weeks, low");
    expect((await publish(id)).status).toBe(409);
  });

  it("is a coach's to draft and an administrator's to publish", async () => {
    const { id } = await draft();
    expect((await call(runner, "GET", VERSIONS)).status).toBe(403);
    expect((await call(runner, "POST", VERSIONS, { why: "mine" })).status).toBe(403);
    expect((await publish(id, coach)).status).toBe(403);
    expect((await publish(999_999)).status).toBe(404);
  });

  it("comes back as the same rows when what was exported is sent in again", async () => {
    const { id } = await draft();
    const read = async () =>
      ConfigurationTextAnswer.parse((await call(coach, "GET", `${VERSIONS}/${String(id)}/export`)).json);
    const { planRules, workoutLibrary } = await read();
    const body = { planRules, workoutLibrary, revision: 1, why: "from our files" };
    expect((await call(coach, "PUT", `${VERSIONS}/${String(id)}/text`, body)).status).toBe(200);
    expect(await read()).toMatchObject({ planRules, workoutLibrary, revision: 2 });
  });
});

describe("the prices", () => {
  const PAYWALL = "/v1/admin/paywall";
  const read = async () => PaywallAnswer.parse((await call(admin, "GET", PAYWALL)).json);
  const customNow = (): Promise<readonly unknown[]> =>
    Promise.all(
      services.map(async (service) => {
        const { features } = (await at(service, runner?.cookies()).call("/v1/me/features")).json as {
          readonly features: readonly { readonly feature: string; readonly because: string }[];
        };
        return features.find(({ feature }) => feature === "plan.custom")?.because;
      }),
    );

  it("change in every process within two seconds, a trial opens what is sold once, and they change back", async () => {
    const standing = await read();
    expect((await call(runner, "POST", "/v1/me/trial")).status).toBe(409);
    const tiers = { ...(standing.definition as Paywall), mode: "tiers" };
    const body = { definition: tiers, revision: standing.revision, why: "we sell now" };
    expect((await call(admin, "PUT", PAYWALL, body)).status).toBe(200);
    await expect.poll(customNow, WITHIN).toEqual(["needs_product", "needs_product"]);
    const trial = await call(runner, "POST", "/v1/me/trial");
    expect([trial.status, trial.json]).toEqual([200, { product: "pro", days: 30 }]);
    await expect.poll(customNow, WITHIN).toEqual(["trial", "trial"]);
    expect((await call(runner, "POST", "/v1/me/trial")).status).toBe(409);
    expect((await call(admin, "PUT", PAYWALL, body)).status).toBe(412);
    const back = { definition: standing.definition, revision: standing.revision + 1, why: "not yet" };
    expect((await call(admin, "PUT", PAYWALL, back)).status).toBe(200);
    await expect.poll(customNow, WITHIN).toEqual(["open", "open"]);
  });

  it("are refused by field where they make no sense, and to everybody but administrators", async () => {
    const { revision, definition } = await read();
    const wrong = { ...(definition as Paywall), mode: "auction" };
    const refused = await call(admin, "PUT", PAYWALL, { definition: wrong, revision, why: "higher" });
    expect(refused.status).toBe(422);
    expect(Problem.parse(refused.json).errors?.map(({ field }) => field)).toEqual(["definition.mode"]);
    expect((await call(coach, "GET", PAYWALL)).status).toBe(403);
    expect((await at(services[0]).call("/v1/me/trial", { method: "POST" })).status).toBe(401);
  });
});
