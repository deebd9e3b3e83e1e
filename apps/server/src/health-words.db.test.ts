import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { ChangeListAnswer, PlanAnswer, Problem } from "@strideiq/contracts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { agreed, nextEmail, password, readyPlan, signedUp } from "./people.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database, { signInsPerMinute: 10_000, plansPerMinute: 10_000 });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const newVisitor = (): Visitor => createVisitor(() => service.address ?? "");
const statusAndCode = ({ status, json }: Answer) => [status, Problem.parse(json).code];

const TODAY = "2026-11-23";
const told = (kind: string) => ({
  wish: { kind: "adapt" },
  done: { health: { kind, date: TODAY } },
  reason: `Zebra ${kind} since yesterday`,
});
const WORDS = /Zebra|"(illness|pain|red_flag)"|after pain/;

async function planOf(visitor: Visitor, address: string) {
  const answer = PlanAnswer.parse((await visitor.call(address)).json);
  if (answer.status !== "ready") throw new Error(answer.status);
  return answer;
}
type Plan = Awaited<ReturnType<typeof planOf>>["plan"];

const hardFrom = ({ weeks }: Plan): number =>
  weeks.flatMap(({ days }) => days.flatMap(({ sessions }) => sessions)).filter(({ quality }) => quality)
    .length;

/** Every row of the database with such words in it, in the gzipped ones, too. */
async function tablesWithWords(): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')`.execute(database.db);
  const found: string[] = [];
  for (const { name } of rows) {
    // What a coach of the house wrote into the rules is about nobody.
    const all = await sql<{ readonly text: string }>`
      select one::text as text from ${sql.raw(name)} as one where to_jsonb(one) ? 'athlete_id'`.execute(
      database.db,
    );
    const packed = await packedTexts(name);
    if (
      [...all.rows.map(({ text }) => text), ...packed].some((text) => WORDS.test(text.replaceAll('""', '"')))
    )
      found.push(name.replace("public.", ""));
  }
  return found;
}

const PACKED = new Map([
  ["public.plan_versions", ["packed", zstdDecompressSync]],
  ["public.plan_snapshots", ["snapshot", gunzipSync]],
  ["public.export_files", ["content", gunzipSync]],
] as const);

async function packedTexts(table: string): Promise<readonly string[]> {
  const packed = PACKED.get(table as Parameters<typeof PACKED.get>[0]);
  if (packed === undefined) return [];
  const [column, unpack] = packed;
  const { rows } = await sql<{ readonly content: Buffer }>`
    select ${sql.ref(column)} as content from ${sql.raw(table)}`.execute(database.db);
  return rows.map(({ content }) => unpack(content).toString("utf8"));
}

describe.each(["illness", "pain", "red_flag"])("a plan that is told of %s", (kind) => {
  it("keeps nothing of it without a consent, says what to do, and becomes easy at once without the reason", async () => {
    const runner = newVisitor();
    const { planId, plan } = await readyPlan(runner);
    const address = `/v1/plans/${planId}`;
    const asked = await send(runner, "POST", `${address}/changes/what-if`, told(kind));
    expect(asked.json).toMatchObject({ status: "possible" });
    for (const headers of [{}, { prefer: "respond-async" }]) {
      const refused = await send(runner, "POST", `${address}/changes`, told(kind), headers);
      expect(statusAndCode(refused)).toEqual([409, "consent_needed"]);
      expect(Problem.parse(refused.json).detail).toMatch(
        /\/v1\/consents.*`caution`.*a pause needs no reason/,
      );
    }
    expect((await planOf(runner, address)).plan).toEqual(plan);
    expect(await tablesWithWords()).toEqual([]);

    const eased = { wish: { kind: "adapt" }, done: { health: { kind: "caution", date: TODAY } } };
    expect((await send(runner, "POST", `${address}/changes`, eased)).status).toBe(200);
    const after = (await planOf(runner, address)).plan;
    expect(hardFrom(after)).toBeLessThan(hardFrom(plan));
    const { plan: foretold } = asked.json as { readonly plan: Plan };
    expect(after.weeks).toEqual(foretold.weeks);
    expect(await tablesWithWords()).toEqual([]);
  });
});

describe("a consent to an older text", () => {
  it("speaks of the health question alone, and covers nothing that a plan is told", async () => {
    const runner = newVisitor();
    const { planId } = await readyPlan(runner);
    const older = { kind: "health_data", textVersion: "2026-11-23" };
    expect((await send(runner, "POST", "/v1/consents", older)).status).toBe(201);
    const refused = await send(runner, "POST", `/v1/plans/${planId}/changes`, told("pain"));
    expect(statusAndCode(refused)).toEqual([409, "consent_needed"]);
  });
});

describe("a withdrawn consent", () => {
  it("takes what was told out of every table, and leaves the plan as easy as it was", async () => {
    const runner = newVisitor();
    const consent = await agreed(runner);
    const { planId, plan } = await readyPlan(runner);
    const address = `/v1/plans/${planId}`;
    const post = (path: string, body: object, headers = {}) => send(runner, "POST", path, body, headers);
    expect((await post(`${address}/changes`, told("illness"))).status).toBe(200);
    const saturdays = { wish: { kind: "long_run_day", weekday: "sat" }, reason: "Church" };
    expect((await post(`${address}/changes`, saturdays)).status).toBe(200);
    const { changes: ledger } = ChangeListAnswer.parse((await runner.call(`${address}/changes`)).json);
    expect((await post(`${address}/changes/${ledger[0]?.id ?? ""}/undo`, {})).status).toBe(200);
    const later = await post(`${address}/changes`, told("pain"), { prefer: "respond-async" });
    const job = `/v1/jobs/${(later.json as { readonly jobId: string }).jobId}`;
    await expect.poll(async () => (await runner.call(job)).json).toMatchObject({ status: "done" });
    const answers = { answers: {}, healthAnswers: { where: "Zebra" } };
    const key = { "idempotency-key": "told-once" };
    expect((await post("/v1/questionnaires", answers, key)).status).toBe(201);
    const exporting = await post("/v1/me/exports", {});
    const file = `${String(exporting.headers["location"])}/file`;
    await expect.poll(async () => (await runner.call(file)).status).toBe(200);
    const before = await planOf(runner, address);
    expect((await tablesWithWords()).toSorted()).toEqual([
      "athlete_questionnaires",
      "export_files",
      "jobs",
      "plan_adaptations",
      "plan_snapshots",
      "plan_versions",
    ]);

    expect((await post(`/v1/consents/${consent}/withdraw`, {})).status).toBe(200);
    expect(await tablesWithWords()).toEqual([]);
    const after = await planOf(runner, address);
    expect(JSON.stringify(after)).not.toMatch(WORDS);
    expect(after.plan.weeks).toEqual(before.plan.weeks);
    expect(hardFrom(after.plan)).toBeLessThan(hardFrom(plan));
    expect(after.plan.changes?.[0]?.done?.health).toEqual({ kind: "caution", date: TODAY });
    expect(after.revision).toBe(before.revision + 1);
    for (const path of ["/versions/2", "/versions/5", "/changes"])
      expect((await runner.call(`${address}${path}`)).bytes.toString()).not.toMatch(WORDS);
    const { changes } = ChangeListAnswer.parse((await runner.call(`${address}/changes`)).json);
    expect(changes.map(({ reason }) => reason)).toEqual([
      "Easy running only",
      "Undone: Church",
      "Church",
      "Easy running only",
    ]);
    expect((await runner.call(file)).status).toBe(409);
    expect(statusAndCode(await post("/v1/questionnaires", answers, key))).toEqual([409, "consent_needed"]);
    // The easing goes on by the laws: it ends when its runner says so, and the plan can be changed on.
    expect((await post(`${address}/changes`, { wish: { kind: "resume" } })).status).toBe(200);
    expect(hardFrom((await planOf(runner, address)).plan)).toBeGreaterThan(hardFrom(after.plan));
    expect(await tablesWithWords()).toEqual([]);
  });

  it("finds what was told at the same moment, and what still waits is made without the words", async () => {
    const runner = newVisitor();
    const consent = await agreed(runner);
    const { planId } = await readyPlan(runner);
    const tell = (headers = {}) => send(runner, "POST", `/v1/plans/${planId}/changes`, told("pain"), headers);
    await Promise.all([
      tell(),
      tell({ prefer: "respond-async" }),
      send(runner, "POST", `/v1/consents/${consent}/withdraw`),
      tell(),
      tell({ prefer: "respond-async" }),
    ]);
    const states = async () =>
      (await database.db.selectFrom("jobs").select("state").where("plan_id", "=", planId).execute()).map(
        ({ state }) => state,
      );
    await expect.poll(states).not.toContain("waiting");
    await expect.poll(states).not.toContain("running");
    expect(await tablesWithWords()).toEqual([]);
  });
});

describe("a coach", () => {
  it("sees that a plan is easy, and nothing of why, while its runner sees both", async () => {
    const [runner, coach] = [newVisitor(), newVisitor()];
    const email = nextEmail();
    await signedUp(coach, email);
    await sql`update accounts set role = 'coach' where email = ${email}`.execute(database.db);
    const { athleteId } = (await signedUp(runner)).json as { readonly athleteId: string };
    const { planId } = await readyPlan(runner);
    await agreed(runner);
    expect((await send(runner, "POST", `/v1/plans/${planId}/changes`, told("illness"))).status).toBe(200);
    const invitation = (await send(runner, "POST", "/v1/coaches", { email })).json as { readonly id: string };
    await send(coach, "POST", "/v1/sessions", { email, password });
    expect((await send(coach, "POST", `/v1/coach/invitations/${invitation.id}/accept`)).status).toBe(200);
    const own = await planOf(runner, `/v1/plans/${planId}`);
    expect(own.plan.changes?.[0]?.done?.health?.kind).toBe("illness");
    const at = `/v1/coach/athletes/${athleteId}`;
    for (const path of ["/plans", `/plans/${planId}`, "/calendar?from=2026-11-23&to=2027-04-18"]) {
      const seen = await coach.call(`${at}${path}`);
      expect(seen.status).toBe(200);
      expect(seen.bytes.toString()).not.toMatch(WORDS);
    }
    const shown = await planOf(coach, `${at}/plans/${planId}`);
    expect(shown.plan.weeks).toEqual(own.plan.weeks);
    expect(shown.plan.adjustments).toContainEqual({
      wish: "health",
      law: "C5",
      asked: "caution",
      given: null,
    });
  });
});
