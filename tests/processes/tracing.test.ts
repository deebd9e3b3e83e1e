import process from "node:process";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createVisitor, send, type Visitor } from "../../apps/server/src/http/call-server.fixture.ts";
import { end, type Role, startOne, type Started } from "../../apps/server/src/processes.fixture.ts";
import { marathonWish } from "../../apps/server/src/test-service.fixture.ts";
import {
  type Collector,
  startCollector,
  type ToldSpan,
} from "../../packages/adapters/src/tracing/collector.fixture.ts";

const REQUEST_ID = "tracing-test-0001";
const ADA = { name: "Ada Lovelace", email: "ada.traced@example.org", password: "correct horse battery" };
const DAY_OFF = "2026-12-24";

/** Says on standard output when a library that tells traces is read. */
const TELL_READ = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from "node:module";
  registerHooks({ load(url, context, next) {
    if (/@opentelemetry\\/(sdk|exporter|otlp|resources)/.test(url)) console.log("READ " + url);
    return next(url, context);
  } });`)}`;

let database: TestDatabase;
let collector: Collector;
const running: Started[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ child }) => end(child)));
  await collector.stop();
});
afterAll(async () => {
  await database.close();
});

/** Starts a process for each role; what they say is added to. */
async function start(roles: readonly Role[], settings: Readonly<Record<string, string>>): Promise<string[]> {
  const said: string[] = [];
  const env = {
    PATH: process.env["PATH"],
    DATABASE_URL: database.url,
    PORT: "0",
    TODAY: "2026-11-23",
    LOG_LEVEL: "silent",
    NODE_OPTIONS: `--import=${TELL_READ}`,
    ...settings,
  };
  running.push(...(await Promise.all(roles.map((role) => startOne(role, env)))));
  for (const started of running) {
    said.push(started.said);
    started.child.stdout?.on("data", (part: Buffer) => said.push(part.toString()));
  }
  return said;
}

const visitor = (): Visitor => createVisitor(() => running[0]?.address ?? "");
let people = 0;

/** Does what has something to hide: an account, a wish with a result, a change with a reason, a search. */
async function beTraced(): Promise<string> {
  const ada = visitor();
  people += 1;
  const email = `${String(people)}.${ADA.email}`;
  expect((await send(ada, "POST", "/v1/accounts", { ...ADA, email })).status).toBe(201);
  const accepted = await send(ada, "POST", "/v1/plans", marathonWish, { "x-request-id": REQUEST_ID });
  expect(accepted.status).toBe(202);
  const plan = String(accepted.headers["location"]);
  await expect
    .poll(async () => (await ada.call(plan)).json, { timeout: 20_000, interval: 50 })
    .toMatchObject({ status: "ready" });
  const changed = await send(
    ada,
    "POST",
    `${plan}/changes`,
    { wish: { kind: "block_days", days: [DAY_OFF] }, reason: "my knee hurts" },
    { "if-match": String((await ada.call(plan)).headers["etag"]) },
  );
  expect([200, 202]).toContain(changed.status);
  expect((await ada.call(`/v1/calendar?from=${DAY_OFF}&to=2026-12-27`)).status).toBe(200);
  expect((await ada.call("/nobody/knows/ada.traced?token=abc123secret")).status).toBe(404);
  return ada.cookies();
}

const byName = (name: string): readonly ToldSpan[] =>
  collector.spans.filter(
    (span) => span.name === name && span.attributes.get("strideiq.request_id") === REQUEST_ID,
  );

describe("traces", { timeout: 180_000 }, () => {
  it("lead from a request over the queue to the plan that another process makes, and hold nothing of anybody", async () => {
    collector = await startCollector();
    await start(["api", "worker"], { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
    const cookies = await beTraced();
    // What is left is handed over when a process ends.
    await Promise.all(running.splice(0).map(({ child }) => end(child)));

    const [request] = byName("POST /v1/plans");
    const [job] = byName("job generate_plan");
    const [engine] = byName("generate plan");
    expect(request?.attributes.get("http.response.status_code")).toBe(202);
    expect([job?.traceId, engine?.traceId]).toEqual([request?.traceId, request?.traceId]);
    expect([request?.parentSpanId, job?.parentSpanId, engine?.parentSpanId]).toEqual([
      undefined,
      request?.spanId,
      job?.spanId,
    ]);
    expect(engine?.attributes.get("strideiq.outcome")).toBe("ready");
    expect(engine?.attributes.get("strideiq.job_id")).toBe(job?.attributes.get("strideiq.job_id"));
    expect(engine?.attributes.get("strideiq.job_id")).toMatch(/^[\da-f-]{36}$/);
    const statements = byName("statement");
    const within = (span: ToldSpan | undefined) =>
      statements.filter(({ parentSpanId }) => parentSpanId === span?.spanId);
    expect(
      within(request)
        .map((span) => span.attributes.get("db.query.text"))
        .join(),
    ).toMatch(/insert into "training_plans"/);
    expect(within(job).length).toBeGreaterThan(1);

    const told = collector.texts.join("\n");
    const secrets = [
      ...Object.values(ADA),
      ...[
        "Lovelace",
        "knee",
        "abc123secret",
        "nobody/knows",
        DAY_OFF,
        "2027-04-18",
        "Europe/Berlin",
        "half_marathon",
      ],
      ...cookies.split(/[;=]\s*/).filter((part) => part.length > 12),
    ];
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
    expect(collector.texts.every((text) => text.startsWith("/v1/traces "))).toBe(true);
  });

  it("are told to nobody who did not ask, and nothing is read that could tell them", async () => {
    collector = await startCollector();
    const said = await start(["all"], {});
    await beTraced();
    await Promise.all(running.splice(0).map(({ child }) => end(child)));
    expect(said.join("")).toContain("StrideIQ Plans is ready");
    expect(said.join("")).not.toContain("READ ");
    expect(collector.texts).toEqual([]);
  });

  it("stop nothing and hold nobody up when the collector is away", async () => {
    collector = await startCollector();
    await collector.stop();
    const said = await start(["all"], { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
    expect(said.join("")).toContain("READ ");
    await beTraced();
    const began = performance.now();
    const children = running.splice(0).map(({ child }) => child);
    await Promise.all(children.map(end));
    // Ten seconds of trying to hand over would be the library's own.
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(children.map(({ exitCode }) => exitCode)).toEqual([0]);
  });
});
