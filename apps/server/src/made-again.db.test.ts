import {
  createConfigurationChecks,
  createConfigurationStore,
  createTestDatabase,
  newUuidV7,
  type TestDatabase,
} from "@strideiq/adapters";
import { PlanAnswer, type PlanWishInput, StandardPlanListAnswer } from "@strideiq/contracts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { marathonWish, settledPlan, startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
let visitor: Visitor;
beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database, { plansPerMinute: 100_000 });
  visitor = createVisitor(() => service.address ?? "");
  await send(visitor, "POST", "/v1/accounts", {
    name: "Ada",
    email: "ada@example.org",
    password: "correct horse battery",
  });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const by = { accountId: newUuidV7() };

/** Another configuration than the one before: four days instead of three, or the other way round. */
async function publishAnother(): Promise<string> {
  const store = createConfigurationStore(database.app);
  const standing = await store.findPublished();
  if (standing === undefined) throw new Error("nothing is in force");
  const drafted = await store.draft(standing.id, { by, why: "a test" });
  if (!drafted.ok) throw new Error(drafted.error.type);
  const { id, name } = drafted.value;
  const planTemplates = standing.rows.planTemplates.map((row) =>
    row.id.startsWith("5k")
      ? {
          ...row,
          definition: { ...row.definition, startMetres: Number(row.definition["startMetres"]) + 500 },
        }
      : row,
  );
  await store.replace(id, 1, { ...standing.rows, planTemplates }, { by, why: "a test" });
  const checks = createConfigurationChecks({ db: database.app, enqueue: () => Promise.resolve() });
  await checks.ask(id, { by, why: "a test" });
  const athletes = { asked: 0, served: 0, servedBefore: 0, changed: 0 };
  await checks.finish(id, 2, { problems: [], plans: [], athletes });
  await store.publish(id, { by, why: "a test" });
  const used = async () => {
    const { json } = await visitor.call("/v1/standard-plans/5k-8-weeks-low?raceDate=2027-04-18");
    return (json as { readonly plan: { readonly provenance: { readonly rulebook: string } } }).plan
      .provenance;
  };
  await expect.poll(used, { timeout: 10_000, interval: 50 }).toMatchObject({ rulebook: name });
  return name;
}

const wishes: readonly PlanWishInput[] = [
  marathonWish,
  {
    ...marathonWish,
    daysPerWeek: 3,
    unavailable: [],
    weeklyMetres: 30_000,
    longestMetres: 12_000,
    result: null,
  },
  { ...marathonWish, distance: "half_marathon", longRunDay: "sat", raceDate: "2027-03-07" },
  { ...marathonWish, distance: "10k", daysPerWeek: 6, raceDate: "2027-02-14", age: 62 },
  {
    ...marathonWish,
    distance: "5k",
    weeklyMetres: 0,
    longestMetres: 0,
    result: null,
    daysPerWeek: 3,
    unavailable: [],
  },
];

const placed = async (id: string): Promise<string> => {
  const accepted = await send(visitor, "POST", `/v1/standard-plans/${id}/place`, { raceDate: "2027-04-18" });
  expect(accepted.status).toBe(202);
  const address = String(accepted.headers["location"]);
  const read = async () => (await visitor.call(address)).json;
  await expect.poll(read, { timeout: 20_000, interval: 20 }).toMatchObject({ status: "ready" });
  return address;
};

const again = async (address: string, version = 1) => {
  const { status, bytes, json } = await visitor.call(`${address}/versions/${String(version)}/again`);
  expect(status).toBe(200);
  const { source, because, text } = json as {
    readonly source: string;
    readonly because: string;
    readonly text: string;
  };
  return { source, because, text, plan: bytes.toString("utf8").replace(/^.*?"plan":/, "") };
};
const kept = async (address: string): Promise<string> =>
  (await visitor.call(`${address}/versions/1`)).bytes.toString("utf8").replace(/^.*?"plan":/, "");

describe("a plan of rules that are in force no more", { timeout: 240_000 }, () => {
  const addresses: string[] = [];

  it("is made again to the byte: every standard plan, and those of some athletes", async () => {
    const { plans } = StandardPlanListAnswer.parse((await visitor.call("/v1/standard-plans?limit=100")).json);
    expect(plans).toHaveLength(24);
    for (const { id } of plans) addresses.push(await placed(id));
    for (const wish of wishes) {
      const plan = await settledPlan(visitor, wish);
      expect(plan.status).toBe("ready");
      addresses.push(`/v1/plans/${plan.planId}`);
    }
    const before = await Promise.all(addresses.map(kept));
    await publishAnother();
    for (const [index, address] of addresses.entries()) {
      const made = await again(address);
      expect(made).toMatchObject({ source: "made_again", because: "same_to_the_byte" });
      expect(made.plan).toBe(before[index]);
    }
  });

  it("is what was stored where it cannot be made again, and says why", async () => {
    const [engine, rules, plugins, otherwise] = addresses.slice(0, 4);
    const spoil = async (address = "", from: string, to: string): Promise<void> => {
      const text = await kept(address);
      const spoilt = text.slice(0, -1).replaceAll(from, to);
      expect(spoilt).not.toBe(text.slice(0, -1));
      await sql`update plan_versions set document = ${spoilt}::json, packed = null
        where plan_id = ${address.split("/").at(-1)}`.execute(database.db);
    };
    await spoil(engine, '"engine":"1.0.0"', '"engine":"0.9.0"');
    await spoil(rules, '"rulebook":"2026.1"', '"rulebook":"1999.1"');
    await spoil(plugins, '"plugins":{}', '"plugins":{"long-gone":"1.0.0"}');
    await spoil(otherwise, '"title":"Easy run"', '"title":"Easy jog"');
    const said = await Promise.all([engine, rules, plugins, otherwise].map((one = "") => again(one)));
    expect(said.map(({ because }) => because)).toEqual([
      "other_engine",
      "configuration_gone",
      "plugins_gone",
      "came_out_otherwise",
    ]);
    for (const { source, text } of said) {
      expect(source).toBe("stored");
      expect(text).toMatch(/^This is what was stored: /);
    }
    expect(said[3]?.plan).toContain("Easy jog");
  });

  it("that was changed since is what was stored of it", async () => {
    const plan = PlanAnswer.parse((await visitor.call(addresses.at(-5) ?? "")).json);
    const body = { wish: { kind: "block_days", days: ["2026-12-24"] }, reason: "a holiday" };
    expect((await send(visitor, "POST", `/v1/plans/${plan.planId}/changes`, body)).status).toBe(200);
    const changed = await again(`/v1/plans/${plan.planId}`, 2);
    expect(changed).toMatchObject({ source: "stored", because: "changed_since" });
    expect((await again(`/v1/plans/${plan.planId}`)).source).toBe("made_again");
  });
});
