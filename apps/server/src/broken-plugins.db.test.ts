import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { PluginListAnswer } from "@strideiq/contracts";
import type { Plan } from "@strideiq/engine";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadAccessSeeds } from "./compose/access.ts";
import { readConfiguration } from "./compose/configuration.ts";
import { type Service, startService } from "./compose/service.ts";
import { readShipped } from "./compose/shipped.ts";
import { createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { readyPlan } from "./people.fixture.ts";
import { root } from "./test-service.fixture.ts";

const PLAN = "/v1/standard-plans/10k-12-weeks-mid?raceDate=2027-04-18";
const HEAD = `{ id: "club", version: "1.0.0", title: "Club", description: "Ours.", on: true }`;
const RULES = `{ rules: [{ id: "r", sentence: "S.", holds: "week.runDays <= 6.0", source: "us" }] }`;
const GOOD = `export default { plugin: ${HEAD}, rules: ${RULES} };`;

let database: TestDatabase;
/** An installation of its own: the rules of the house, its plugins, and one that is a module. */
let installation: string;
let service: Service | undefined;
let admin: Visitor;
let runner: Visitor;

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(installation, path)), { recursive: true });
  writeFileSync(join(installation, path), text);
};

/** Starts the server with what lies in the installation now. */
async function start(): Promise<void> {
  await service?.stop();
  const env = { DATABASE_URL: database.url, PORT: "0", TODAY: "2026-11-23", LOG_LEVEL: "silent" };
  const configuration = readConfiguration(env, root);
  const shipped = await readShipped(installation);
  const seeds = await loadAccessSeeds(root);
  if (!configuration.ok || !shipped.ok || !seeds.ok) throw new Error("not configured");
  const started = await startService(configuration.value, shipped.value, seeds.value);
  if (!started.ok) throw new Error(started.error);
  service = started.value;
}

beforeAll(async () => {
  database = await createTestDatabase();
  installation = mkdtempSync(join(tmpdir(), "strideiq-installation-"));
  for (const folder of ["config", "plugins"])
    cpSync(join(root, folder), join(installation, folder), { recursive: true });
  const head = join(installation, "plugins/polarized/plugin.yaml");
  writeFileSync(head, readFileSync(head, "utf8").replace("on: false", "on: true"));
  write("plugins/club/plugin.ts", GOOD);
  await start();
  admin = createVisitor(() => service?.address ?? "");
  runner = createVisitor(() => service?.address ?? "");
  const body = { name: "Ruth", email: "ruth@example.org", password: "correct horse battery" };
  expect((await send(admin, "POST", "/v1/accounts", body)).status).toBe(201);
  await sql`update accounts set role = 'admin'`.execute(database.db);
}, 120_000);
afterAll(async () => {
  await service?.stop();
  await database.close();
  rmSync(installation, { recursive: true, force: true });
});

const plugins = async () => PluginListAnswer.parse((await admin.call("/v1/admin/plugins")).json);
const madeWith = async (): Promise<Plan["provenance"]["plugins"]> =>
  ((await runner.call(PLAN)).json as { readonly plan: Plan }).plan.provenance.plugins;

describe("a plugin of the installation that broke since", { timeout: 120_000 }, () => {
  it("is left out by name at the next start, which the others and the plans made with it outlive", async () => {
    const both = { club: "1.0.0", polarized: "1.0.0" };
    expect(await madeWith()).toEqual(both);
    expect((await plugins()).broken).toEqual([]);
    const { plan, planId } = await readyPlan(runner);
    expect(plan.provenance.plugins).toEqual(both);
    const again = `/v1/plans/${planId}/versions/1/again`;
    expect((await runner.call(again)).json).toMatchObject({ because: "same_to_the_byte" });

    write("plugins/club/plugin.ts", `// one line more\nthrow new Error("no luck");`);
    await start();
    expect(await madeWith()).toEqual({ polarized: "1.0.0" });
    const { broken, plugins: known } = await plugins();
    expect(known.map(({ id }) => id)).not.toContain("club");
    expect(broken).toEqual([
      {
        place: "plugins/club",
        problems: [
          expect.objectContaining({
            file: "plugins/club/plugin.ts",
            line: 2,
            column: 7,
            message: "This plugin breaks: no luck.",
          }),
        ],
      },
    ]);
    expect((await runner.call(`/v1/plans/${planId}`)).json).toMatchObject({
      plan: JSON.parse(JSON.stringify(plan)) as object,
    });
    expect((await runner.call(again)).json).toMatchObject({ because: "plugins_gone" });
    const revision = (await plugins()).revision;
    const body = { on: false, revision, why: "not these days" };
    expect((await send(admin, "PUT", "/v1/admin/plugins/polarized", body)).status).toBe(200);
    await expect.poll(madeWith, { timeout: 6_000, interval: 50 }).toEqual({});

    write("plugins/club/plugin.ts", GOOD);
    await start();
    expect(await madeWith()).toEqual({ club: "1.0.0" });
    expect((await plugins()).broken).toEqual([]);
  });

  it.each([
    [
      "is no YAML",
      { "plugins/other/plugin.yaml": "id: [\n" },
      "plugins/other",
      /^plugins\/other\/plugin\.yaml$/,
    ],
    [
      "spoils a standard plan",
      {
        "plugins/other/plugin.yaml": "id: other\nversion: 1.0.0\ntitle: A\ndescription: B\non: true\n",
        "plugins/other/phases.yaml":
          "programs:\n  - { distance: 5k, phase: taper, primary: [], touches: [] }\nsource: us\n",
      },
      "plugins/other",
      /^plugins\/other\/phases\.yaml$/,
    ],
    [
      "is a package that is not installed",
      { "config/plugins.yaml": 'packages:\n  - "@club/gone"\n' },
      "node_modules/@club/gone",
      /^config\/plugins\.yaml$/,
    ],
    ["loops", { "plugins/other/plugin.ts": "for (;;);" }, "plugins/other", /^plugins\/other\/plugin\.ts$/],
    [
      "reads the clock in a package",
      {
        "config/plugins.yaml": 'packages:\n  - "@club/clock"\n',
        "node_modules/@club/clock/plugin.js": `export default { plugin: ${HEAD}, at: Date.now() };`,
      },
      "node_modules/@club/clock",
      /^node_modules\/@club\/clock\/plugin\.js$/,
    ],
  ])("and %s keeps no server from starting, and no other plugin away", async (_, files, place, file) => {
    for (const [path, text] of Object.entries(files)) write(path, text);
    await start();
    expect(await madeWith()).toMatchObject({ club: "1.0.0" });
    const { broken } = await plugins();
    expect(broken.map((one) => one.place)).toEqual([place]);
    expect(broken[0]?.problems[0]?.file).toMatch(file);
    for (const path of ["plugins/other", "node_modules", "config/plugins.yaml"])
      rmSync(join(installation, path), { recursive: true, force: true });
  });
});
