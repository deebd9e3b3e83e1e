import { setTimeout as sleep } from "node:timers/promises";
import type { Paywall } from "@strideiq/access";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import {
  AuditAnswer,
  ConfigurationAnswer,
  ConfigurationCheckAnswer,
  ConfigurationListAnswer,
  FeaturesAnswer,
  FlagListAnswer,
  PaywallAnswer,
  PluginListAnswer,
} from "@strideiq/contracts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createVisitor, send, type Visitor } from "../../apps/server/src/http/call-server.fixture.ts";
import { end, type Started, startFour } from "../../apps/server/src/processes.fixture.ts";

/** In this time everybody acts on what was changed. */
const WITHIN_MILLISECONDS = 2_000;
const VERSIONS = "/v1/admin/configuration/versions";
const PLAN = "5k-12-weeks-low";
const placing = `/v1/standard-plans/${PLAN}/place`;

let database: TestDatabase;
let members: readonly Started[];
let admin: Visitor;

beforeAll(async () => {
  database = await createTestDatabase();
  members = await startFour(database.url, { plansPerMinute: 1_000_000, signInsPerMinute: 1_000 });
  admin = at(answering()[0]);
  const body = { name: "Ruth", email: "ruth@example.org", password: "correct horse battery" };
  expect((await send(admin, "POST", "/v1/accounts", body)).status).toBe(201);
  await sql`update accounts set role = 'admin'`.execute(database.db);
});
afterAll(async () => {
  const codes = members.map(({ child }) => child.exitCode);
  await Promise.all(members.map(({ child }) => end(child)));
  await database.close();
  expect(codes).toEqual([null, null, null, null]);
});

const answering = (): readonly Started[] => members.filter(({ address }) => address !== undefined);
const working = (): readonly Started[] => members.filter(({ address }) => address === undefined);
const at = (member: Started | undefined, cookies?: string): Visitor =>
  createVisitor(() => member?.address ?? "", cookies);

/** Does something, and says how long it took until all processes that answer say what is expected. */
async function actsInTime<T>(
  act: () => Promise<unknown>,
  look: (member: Started) => Promise<T>,
  expected: T,
): Promise<number> {
  await act();
  const done = performance.now();
  const everywhere = () => Promise.all(answering().map(look));
  for (;;) {
    const seen = await everywhere();
    const took = performance.now() - done;
    if (JSON.stringify(seen) === JSON.stringify(seen.map(() => expected))) return took;
    if (took > WITHIN_MILLISECONDS) {
      expect(seen).toEqual(seen.map(() => expected));
      throw new Error(`it took ${String(took)} ms`);
    }
    await sleep(20);
  }
}

/** The plan that each worker makes now, while the other one is held up. */
async function madeByEach(): Promise<readonly MadePlan[]> {
  const made: MadePlan[] = [];
  for (const worker of working()) {
    const others = working().filter((other) => other !== worker);
    for (const { child } of others) child.kill("SIGSTOP");
    try {
      made.push(await placedPlan());
    } finally {
      for (const { child } of others) child.kill("SIGCONT");
    }
  }
  return made;
}

interface MadePlan extends Provenance {
  readonly peakMetres: number;
}
interface Provenance {
  readonly rulebook: string;
  readonly plugins: Readonly<Record<string, string>>;
}

async function placedPlan(): Promise<MadePlan> {
  const visitor = at(answering()[0]);
  const accepted = await send(visitor, "POST", placing, { raceDate: "2027-04-18" });
  expect(accepted.status).toBe(202);
  const address = String(accepted.headers["location"]);
  const read = async () => (await visitor.call(address)).json;
  await expect.poll(read, { timeout: 20_000, interval: 20 }).toMatchObject({ status: "ready" });
  const { plan } = (await read()) as {
    readonly plan: {
      readonly provenance: Provenance;
      readonly weeks: readonly { readonly targetMetres: number }[];
    };
  };
  const peakMetres = Math.max(...plan.weeks.map(({ targetMetres }) => targetMetres));
  const { rulebook, plugins } = plan.provenance;
  return { peakMetres, rulebook, plugins };
}

const provenanceOf = async (member: Started): Promise<Provenance> => {
  const { json } = await at(member).call(`/v1/standard-plans/${PLAN}?raceDate=2027-04-18`);
  return (json as { readonly plan: { readonly provenance: Provenance } }).plan.provenance;
};
const rulebookOf = async (member: Started): Promise<string> => (await provenanceOf(member)).rulebook;

const auditOf = async (action: string) =>
  AuditAnswer.parse((await admin.call("/v1/admin/audit?limit=100")).json).entries.filter(
    (entry) => entry.action === action,
  );

const publish = async (id: number, why: string): Promise<void> => {
  expect((await send(admin, "POST", `${VERSIONS}/${String(id)}/publish`, { why })).status).toBe(200);
};

async function checkedDraft() {
  const drafted = await send(admin, "POST", VERSIONS, { why: "a lower peak" });
  const { id, name, revision } = ConfigurationAnswer.parse(drafted.json);
  const definition = { daysPerWeek: 4, startMetres: 24_000, peakMetres: 34_000 };
  const row = `${VERSIONS}/${String(id)}/rows/plan_templates/${PLAN}`;
  expect((await send(admin, "PUT", row, { definition, revision, why: "a lower peak" })).status).toBe(200);
  const check = `${VERSIONS}/${String(id)}/check`;
  await send(admin, "POST", check, { why: "ready" });
  const status = async () => ConfigurationCheckAnswer.parse((await admin.call(check)).json).status;
  await expect.poll(status, { timeout: 120_000, interval: 200 }).toBe("passed");
  return { id, name };
}

describe("in four processes of which none is started again", { timeout: 240_000 }, () => {
  it("a number changes the next plan within two seconds, and rolled back gives the plan before", async () => {
    const before = await madeByEach();
    const { versions } = ConfigurationListAnswer.parse((await admin.call(VERSIONS)).json);
    const first = versions.find(({ status }) => status === "published");
    const { id, name } = await checkedDraft();

    const took = await actsInTime(() => publish(id, "agreed"), rulebookOf, name);
    expect(took).toBeLessThan(WITHIN_MILLISECONDS);
    await sleep(WITHIN_MILLISECONDS - took);
    const lower = await madeByEach();
    expect(lower.map(({ rulebook }) => rulebook)).toEqual([name, name]);
    expect(lower[0]?.peakMetres).toBeLessThan(before[0]?.peakMetres ?? 0);

    const back = await actsInTime(() => publish(first?.id ?? 0, "not yet"), rulebookOf, first?.name ?? "");
    await sleep(WITHIN_MILLISECONDS - back);
    expect(await madeByEach()).toEqual(before);
    const told = (await auditOf("configuration.publish")).slice(0, 2);
    expect(told.map(({ before: was, after, reason }) => [was, after, reason])).toEqual([
      [name, first?.name, "not yet"],
      [first?.name, name, "agreed"],
    ]);
  });

  it("a feature goes within two seconds when its flag is thrown, and comes back", async () => {
    const seen = async (member: Started) =>
      (await at(member).call("/v1/calendar?from=2026-11-23&to=2026-11-29")).status;
    const { flags } = FlagListAnswer.parse((await admin.call("/v1/admin/flags")).json);
    const flag = flags.find(({ key }) => key === "plan.calendar");
    const definition = flag?.definition as object;
    const change = (killed: boolean, revision: number) => async (): Promise<void> => {
      const body = { definition: { ...definition, killed }, revision, why: killed ? "a fault" : "mended" };
      expect((await send(admin, "PUT", "/v1/admin/flags/plan.calendar", body)).status).toBe(200);
    };
    const revision = flag?.revision ?? 0;
    await actsInTime(change(true, revision), seen, 403);
    await actsInTime(change(false, revision + 1), seen, 200);
    const told = (await auditOf("flag.change")).map(({ before, after, reason }) => [
      (before as { readonly killed: boolean }).killed,
      (after as { readonly killed: boolean }).killed,
      reason,
    ]);
    expect(told).toEqual([
      [true, false, "mended"],
      [false, true, "a fault"],
    ]);
  });

  it("a price is another one within two seconds, and the one before when it is put back", async () => {
    const runner = at(answering()[0]);
    const body = { name: "Ben", email: "ben@example.org", password: "correct horse battery" };
    expect((await send(runner, "POST", "/v1/accounts", body)).status).toBe(201);
    const seen = async (member: Started): Promise<string | null> => {
      const { json } = await at(member, runner.cookies()).call("/v1/me/features");
      const { features } = FeaturesAnswer.parse(json);
      return features.find(({ feature }) => feature === "plan.custom")?.how ?? null;
    };
    const standing = PaywallAnswer.parse((await admin.call("/v1/admin/paywall")).json);
    const open = standing.definition as Paywall;
    const pro = { ...open.products.pro, cents: 1_900 };
    const dearer: Paywall = { ...open, mode: "tiers", products: { ...open.products, pro } };
    const change = (definition: Paywall, revision: number, why: string) => async (): Promise<void> => {
      const answer = await send(admin, "PUT", "/v1/admin/paywall", { definition, revision, why });
      expect(answer.status).toBe(200);
    };
    const sold =
      "You can try Pro for 30 days. Pro is $19 a month. Elite is $25 a month. The administrator of this installation can give it to you.";
    await actsInTime(change(dearer, standing.revision, "we sell now"), seen, sold);
    await actsInTime(change(open, standing.revision + 1, "not yet"), seen, null);
    const told = await auditOf("paywall.change");
    expect(told.map(({ reason }) => reason)).toEqual(["not yet", "we sell now"]);
  });

  it("a plugin has its part in the next plan within two seconds, and none when it is off again", async () => {
    const { revision } = PluginListAnswer.parse((await admin.call("/v1/admin/plugins")).json);
    const change = (on: boolean, seen: number) => async (): Promise<void> => {
      const body = { on, revision: seen, why: on ? "wanted" : "enough" };
      expect((await send(admin, "PUT", "/v1/admin/plugins/hill-blocks", body)).status).toBe(200);
    };
    const seen = async (member: Started) => (await provenanceOf(member)).plugins;
    const hills = { "hill-blocks": "1.0.0" };
    const took = await actsInTime(change(true, revision), seen, hills);
    await sleep(WITHIN_MILLISECONDS - took);
    expect((await madeByEach()).map(({ plugins }) => plugins)).toEqual([hills, hills]);
    const back = await actsInTime(change(false, revision + 1), seen, {});
    await sleep(WITHIN_MILLISECONDS - back);
    expect((await madeByEach()).map(({ plugins }) => plugins)).toEqual([{}, {}]);
    expect((await auditOf("plugin.switch")).map(({ reason }) => reason)).toEqual(["enough", "wanted"]);
  });
});
