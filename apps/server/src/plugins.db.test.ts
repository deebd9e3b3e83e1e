import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { AuditAnswer, ConfigurationAnswer, PluginListAnswer, Problem } from "@strideiq/contracts";
import type { Plan } from "@strideiq/engine";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

const PLUGINS = "/v1/admin/plugins";
const PLAN = "/v1/standard-plans/10k-12-weeks-mid?raceDate=2027-04-18";
/** Two seconds, and what a slow machine needs to make the plans that are looked at. */
const WITHIN = { timeout: 6_000, interval: 50 };

let database: TestDatabase;
/** Two processes, as far as each other are concerned: nothing but the database is common to them. */
let services: readonly Service[];
let [admin, coach, runner]: Visitor[] = [];

const at = (service: Service | undefined): Visitor => createVisitor(() => service?.address ?? "");

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

const list = async () => PluginListAnswer.parse((await call(coach, "GET", PLUGINS)).json);

async function switched(
  id: string,
  on: boolean,
  version: string | null = null,
  who = admin,
): Promise<Answer> {
  const { revision } = await list();
  return call(who, "PUT", `${PLUGINS}/${id}`, { on, version, revision, why: on ? "wanted" : "enough" });
}

/** What each process says that its plan is made with, and the ids of its workouts. */
const made = (): Promise<readonly unknown[]> =>
  Promise.all(
    services.map(async (service) => {
      const { plan } = (await at(service).call(PLAN)).json as { readonly plan: Plan };
      return { plugins: plan.provenance.plugins, hills: "hill-block" in plan.workouts };
    }),
  );

const head = (id: string, version = "1.0.0"): string =>
  `id: ${id}\nversion: ${version}\ntitle: Ours\ndescription: Ours alone.\non: true\n`;
const rules = (holds = "week.qualityDays <= 2.0"): string =>
  `rules:\n  - id: r\n    sentence: Two hard days.\n    holds: ${holds}\n    source: us\n`;
const handIn = (files: Readonly<Record<string, string>>, who = coach): Promise<Answer> =>
  call(who, "POST", PLUGINS, { files, why: "ours" });
const placesIn = (answer: Answer): readonly string[] =>
  (Problem.parse(answer.json).errors ?? []).map(({ field, message }) => `${field} ${message}`);

describe("plugins", { timeout: 60_000 }, () => {
  it("of the installation change the next plan of every process when they are switched on, and back", async () => {
    const { plugins, revision } = await list();
    expect([revision, plugins.map(({ id, from, on }) => [id, from, on])]).toEqual([
      0,
      ["hill-blocks", "polarized", "run-walk-gentle"].map((id) => [id, "folder", false]),
    ]);
    const none = { plugins: {}, hills: false };
    expect(await made()).toEqual([none, none]);
    const on = PluginListAnswer.parse((await switched("hill-blocks", true)).json);
    expect(on.plugins.find(({ id }) => id === "hill-blocks")).toMatchObject({ on: true, version: "1.0.0" });
    const hills = { plugins: { "hill-blocks": "1.0.0" }, hills: true };
    await expect.poll(made, WITHIN).toEqual([hills, hills]);
    expect((await switched("hill-blocks", false)).status).toBe(200);
    await expect.poll(made, WITHIN).toEqual([none, none]);
    const { entries } = AuditAnswer.parse((await call(admin, "GET", "/v1/admin/audit?limit=100")).json);
    const told = entries.filter(({ action }) => action === "plugin.switch");
    expect(told.map(({ subject, before, after, reason }) => [subject.id, before, after, reason])).toEqual([
      ["hill-blocks", { on: true, version: null }, { on: false, version: null }, "enough"],
      ["hill-blocks", null, { on: true, version: null }, "wanted"],
    ]);
  });

  it("that were handed in stay off until they are switched on, each version as it was", async () => {
    expect((await handIn({ plugin: head("club"), rules: rules() })).status).toBe(201);
    expect((await handIn({ plugin: head("club"), rules: rules() })).status).toBe(201);
    const other = await handIn({ plugin: head("club"), rules: rules("week.qualityDays <= 1.0") });
    expect([other.status, Problem.parse(other.json).code]).toEqual([409, "plugin_version_taken"]);
    await handIn({ plugin: head("club", "1.1.0"), rules: rules("week.qualityDays <= 1.0") });
    const club = (await list()).plugins.find(({ id }) => id === "club");
    expect(club).toMatchObject({ from: "upload", on: false, versions: ["1.0.0", "1.1.0"] });
    const withClub = async (version: string) => {
      const now = { plugins: { club: version }, hills: false };
      await expect.poll(made, WITHIN).toEqual([now, now]);
    };
    expect((await switched("club", true)).status).toBe(200);
    await withClub("1.1.0");
    expect((await switched("club", true, "1.0.0")).status).toBe(200);
    await withClub("1.0.0");
    expect((await switched("club", true, "7.0.0")).status).toBe(404);
    expect((await switched("club", false)).status).toBe(200);
  });

  it("are refused with file, line and column, and change nothing", async () => {
    const before = await list();
    const wrong: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
      [{ plugin: "id: [\n" }, /^plugin\.yaml:\d+:\d+ /],
      [{ plugin: head("hill-blocks") }, /^plugin\.yaml:1:5 There is a plugin hill-blocks already/],
      [{ plugin: head("new"), rules: rules("week.miles > 1.0") }, /^rules\.yaml:4:17 .*No such key/],
      [{ plugin: head("new"), rules: rules("week.km") }, /^rules\.yaml:4:12 .*expected true or false/],
      [{ plugin: head("new"), rules: rules('week.phase.matches("a+")') }, /^rules\.yaml:4:12 .*uses matches/],
      [
        {
          plugin: head("new"),
          rules: rules(
            "week.sessions.all(a, week.sessions.all(b, week.sessions.all(c, a.km <= b.km + c.km)))",
          ),
        },
        /^rules\.yaml:4:12 .*costs \d+ steps/,
      ],
      [
        { plugin: head("new"), rules: `a: &a [x]\nb: [${"*a, ".repeat(101)}*a]\n` },
        /^rules\.yaml:2:\d+ .*more than 100 aliases/,
      ],
      [
        {
          plugin: head("new"),
          phases: "programs:\n  - { distance: 5k, phase: build, primary: [warp] }\nsource: us\n",
        },
        /^phases\.yaml:2:\d+ .*warp/,
      ],
    ];
    for (const [files, message] of wrong) {
      const answer = await handIn(files);
      expect(answer.status).toBe(422);
      expect(placesIn(answer)).toContainEqual(expect.stringMatching(message));
    }
    const huge = handIn({ plugin: "#".repeat(10_000_000) });
    // Through a proxy the connection may be closed before the answer has been read.
    expect((await huge.catch(() => undefined))?.status ?? 413).toBe(413);
    expect(await list()).toEqual(before);
  });

  it("that spoil a standard plan are not switched on, and say which plan and which law", async () => {
    const phases = "programs:\n  - { distance: 5k, phase: taper, primary: [], touches: [] }\nsource: us\n";
    expect((await handIn({ plugin: head("spoilt"), phases })).status).toBe(201);
    const refused = await switched("spoilt", true);
    expect(refused.status).toBe(422);
    expect(placesIn(refused)).toEqual([
      expect.stringMatching(/^spoilt 1\.0\.0\/phases\.yaml:1:1 .*5k in 12 weeks.*breaks law T4/),
    ]);
    expect((await list()).plugins.find(({ id }) => id === "spoilt")?.on).toBe(false);
  });

  it("are a coach's to hand in and an administrator's to switch, who has looked at how all stand", async () => {
    expect((await call(runner, "GET", PLUGINS)).status).toBe(403);
    expect((await handIn({ plugin: head("mine") }, runner)).status).toBe(403);
    expect((await switched("polarized", true, null, coach)).status).toBe(403);
    expect((await switched("nobody-has-it", true)).status).toBe(404);
    const { revision } = await list();
    const body = { on: true, revision: revision - 1, why: "late" };
    expect((await call(admin, "PUT", `${PLUGINS}/polarized`, body)).status).toBe(412);
  });

  it("that are switched take back what a check had found, since it was made with others", async () => {
    const versions = "/v1/admin/configuration/versions";
    const drafted = await call(coach, "POST", versions, { why: "to be checked" });
    const { id } = ConfigurationAnswer.parse(drafted.json);
    const check = `${versions}/${String(id)}/check`;
    expect((await call(coach, "POST", check, { why: "ready" })).status).toBe(202);
    expect((await call(coach, "GET", check)).status).toBe(200);
    expect((await switched("polarized", true)).status).toBe(200);
    expect((await call(coach, "GET", check)).status).toBe(404);
    expect((await switched("polarized", false)).status).toBe(200);
  });
});
