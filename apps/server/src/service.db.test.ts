import { gunzipSync } from "node:zlib";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { parsePlanDocument, PlanAnswer, Problem } from "@strideiq/contracts";
import { parseCalendarDate } from "@strideiq/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadAccessSeeds } from "./compose/access.ts";
import { readConfiguration } from "./compose/configuration.ts";

import { type Service, startService } from "./compose/service.ts";
import { readShipped } from "./compose/shipped.ts";
import { type Answer, createVisitor } from "./http/call-server.fixture.ts";
import { marathonWish, root, startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
let address: string;

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database);
  address = service.address ?? "";
}, 60_000);

afterAll(async () => {
  await service.stop();
  await database.close();
});

const guest = createVisitor(() => address);
const call = guest.call;

const wish = marathonWish;

const post = (body: unknown): Promise<Answer> => call("/v1/plans", { method: "POST", body });

async function acceptedId(body: unknown): Promise<string> {
  const { status, json, headers } = await post(body);
  expect(status).toBe(202);
  expect(json).toMatchObject({ status: "generating" });
  const location = String(headers["location"]);
  return location.replace("/v1/plans/", "");
}

async function settled(planId: string): Promise<PlanAnswer> {
  await expect
    .poll(async () => (await call(`/v1/plans/${planId}`)).json, { timeout: 10_000, interval: 20 })
    .not.toMatchObject({ status: "generating" });
  return PlanAnswer.parse((await call(`/v1/plans/${planId}`)).json);
}

async function fieldErrors(body: unknown): Promise<Readonly<Record<string, string>>> {
  const { status, json, headers } = await post(body);
  expect(status).toBe(422);
  expect(headers["content-type"]).toMatch(/^application\/problem\+json/);
  const problem = Problem.parse(json);
  expect(problem).toMatchObject({ code: "invalid_request", type: "urn:strideiq:problem:invalid_request" });
  return Object.fromEntries((problem.errors ?? []).map(({ field, message }) => [field, message]));
}

const codeOf = ({ json }: Answer): string => Problem.parse(json).code;

describe("asking for a plan", () => {
  it("answers 202 with a location, and the plan is ready there soon", async () => {
    const answer = await settled(await acceptedId(wish));
    if (answer.status !== "ready") throw new Error(answer.status);
    expect(answer.version).toBe(1);
    const plan = parsePlanDocument(answer.plan);
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    expect(plan.value.request).toMatchObject({ today: "2026-11-23", longRunDay: "sun", weekStart: "mon" });
    expect(plan.value.weeks.at(-1)?.kind).toBe("race");
    expect(plan.value.certificate.laws.filter(({ verdict }) => verdict === "breach")).toEqual([]);
  });

  it("answers a wish that cannot be kept with the reason and the nearest plan that can", async () => {
    const hopeless = {
      ...wish,
      raceDate: "2026-12-20",
      weeklyMetres: 15_000,
      longestMetres: 6_000,
      result: null,
    };
    const answer = await settled(await acceptedId(hopeless));
    if (answer.status !== "refused") throw new Error(answer.status);
    expect(answer.refusal.reason).toMatch(/\.$/);
    expect(answer.refusal.instead).toMatch(/nearest plan/);
    expect(
      answer.refusal.nearest?.plan.certificate.laws.filter(({ verdict }) => verdict === "breach"),
    ).toEqual([]);
  });

  it.each([
    ["an unknown race", { ...wish, distance: "100k" }, { distance: /"100k" is not known/ }],
    ["a race in the past", { ...wish, raceDate: "2026-01-01" }, { raceDate: /has passed/ }],
    [
      "a day that does not exist",
      { ...wish, raceDate: "2027-02-29" },
      { raceDate: /"2027-02-29" is not a day/ },
    ],
    ["a negative distance", { ...wish, weeklyMetres: -5 }, { weeklyMetres: /-5 m is out of range/ }],
    ["a list in place of a wish", [], { "": /one JSON object/ }],
    ["an absurd distance", { ...wish, longestMetres: 1e9 }, { longestMetres: /out of range/ }],
    ["a number beyond all numbers", { ...wish, weeklyMetres: "1e999" }, { weeklyMetres: /not a number/ }],
    [
      "a result faster than the world record",
      { ...wish, result: { distance: "marathon", seconds: 7_000 } },
      { result: /faster than the world record/ },
    ],
    ["a zone that does not exist", { ...wish, timeZone: "Mars/Olympus" }, { timeZone: /Mars\/Olympus/ }],
    ["a misspelt field", { ...wish, weeklyMeters: 1 }, { weeklyMeters: /not known/ }],
    ["a forgotten field", { ...wish, daysPerWeek: undefined }, { daysPerWeek: /missing/ }],
    [
      "several faults at once",
      { ...wish, distance: "ultra", tier: "godlike", age: "old" },
      { distance: /ultra/, tier: /godlike/, age: /number/ },
    ],
  ])("names the field and the cure for %s", async (_what, body, expected) => {
    const errors = await fieldErrors(body);
    expect(Object.keys(errors).toSorted()).toEqual(Object.keys(expected).toSorted());
    for (const [field, message] of Object.entries(expected)) expect(errors[field]).toMatch(message);
  });

  it("stores nothing of a wish that makes no sense", async () => {
    const count = async (): Promise<number> =>
      (await database.db.selectFrom("training_plans").select("id").execute()).length;
    const before = await count();
    await post({ ...wish, raceDate: "2026-01-01" });
    await post({ ...wish, distance: "100k" });
    expect(await count()).toBe(before);
  });

  it.each([
    ["no JSON", { rawBody: "{distance:" }, 400, "malformed_json"],
    ["an empty body", { rawBody: "" }, 400, "malformed_json"],
    ["a list", { rawBody: "[]" }, 422, "invalid_request"],
    ["70 KiB", { rawBody: JSON.stringify({ distance: "x".repeat(70_000) }) }, 413, "body_too_large"],
    ["a form", { rawBody: "a=1", headers: { "content-type": "text/plain" } }, 415, "unsupported_media_type"],
    ["a prototype", { rawBody: '{"__proto__": {"distance": "5k"}}' }, 400, "malformed_json"],
  ])("says what is wrong with %s", async (_what, sent, status, code) => {
    const answer = await call("/v1/plans", { method: "POST", ...sent });
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });
});

describe("reading a plan", () => {
  it("is 404 for an id that nobody was given, and for one that is no id", async () => {
    const unknown = await call("/v1/plans/019aaaaa-0000-7000-8000-000000000000");
    expect([unknown.status, codeOf(unknown)]).toEqual([404, "plan_not_found"]);
    const nonsense = await call("/v1/plans/1");
    expect([nonsense.status, codeOf(nonsense)]).toEqual([404, "not_found"]);
  });

  it("sends the stored bytes to who reads gzip, the same text to who does not, and 304 to who has it", async () => {
    const planId = await acceptedId(wish);
    await settled(planId);
    const plain = await call(`/v1/plans/${planId}`);
    const zipped = await call(`/v1/plans/${planId}`, { headers: { "accept-encoding": "gzip, br" } });
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(zipped.bytes).equals(plain.bytes)).toBe(true);
    const declined = await call(`/v1/plans/${planId}`, { headers: { "accept-encoding": "gzip;q=0" } });
    expect(declined.headers["content-encoding"]).toBeUndefined();

    const etag = String(plain.headers["etag"]);
    const again = await call(`/v1/plans/${planId}`, { headers: { "if-none-match": etag } });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });
});

describe("the calendar", () => {
  it("shows the sessions of the newest plan between two days", async () => {
    await settled(await acceptedId(wish));
    const { status, json } = await call("/v1/calendar?from=2027-04-12&to=2027-04-18");
    expect(status).toBe(200);
    expect(json).toMatchObject({ from: "2027-04-12", to: "2027-04-18" });
    expect(JSON.stringify(json)).toContain('"date":"2027-04-18"');
  });

  it.each([
    ["/v1/calendar?from=2027-04-18&to=2027-04-12", "to", /before the first/],
    ["/v1/calendar?from=2027-01-01&to=2029-01-01", "to", /at most 400/],
    ["/v1/calendar?from=2027-02-30&to=2027-03-01", "from", /day that exists/],
    ["/v1/calendar?from=2027-02-01", "to", /missing/],
    ["/v1/calendar?from=2027-02-01&to=2027-02-02&limit=1", "limit", /not known/],
  ])("says what is wrong with %s", async (path, field, message) => {
    const answer = await call(path);
    expect(answer.status).toBe(422);
    expect(Problem.parse(answer.json).errors).toEqual([
      { field, message: expect.stringMatching(message) as string },
    ]);
  });
});

describe("who may ask", () => {
  it.each([
    ["a name that was pointed at this machine", { host: "rebound.example:4747" }, 421, "foreign_host"],
    ["another website", { origin: "https://evil.example" }, 403, "foreign_origin"],
    ["a page on another port of this machine", { origin: "http://127.0.0.1:1" }, 403, "foreign_origin"],
    ["a page without origin", { origin: "null" }, 403, "foreign_origin"],
  ])("is not %s", async (_who, headers, status, code) => {
    const answer = await call("/v1/plans", { method: "POST", body: wish, headers });
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect((await call("/livez", { headers })).status).toBe(status);
  });

  it("is the page itself, under any name of this machine", async () => {
    const port = new URL(address).port;
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`]) {
      const answer = await call("/livez", { headers: { host, origin: `http://${host}` } });
      expect([host, answer.status]).toEqual([host, 200]);
    }
  });

  it("has a limit per minute", async () => {
    const strict = await startTestService(database, { plansPerMinute: 2, role: "api" });
    const usual = address;
    address = strict.address ?? "";
    const statuses = [];
    for (let index = 0; index < 3; index += 1) statuses.push((await post(wish)).status);
    const last = await post(wish);
    expect(codeOf(last)).toBe("too_many_requests");
    address = usual;
    await strict.stop();
    expect(statuses).toEqual([202, 202, 429]);
  });
});

describe("the server", () => {
  it("is alive and ready", async () => {
    expect((await call("/livez")).json).toEqual({ status: "ok" });
    expect((await call("/readyz")).json).toEqual({ status: "ok" });
  });

  it("publishes its API as OpenAPI 3.1, with every address and its problems", async () => {
    const { json } = await call("/openapi.json");
    expect(json).toMatchObject({
      openapi: "3.1.0",
      paths: {
        "/v1/plans": { post: { requestBody: {}, responses: { "202": {}, "422": {} } } },
        "/v1/plans/{planId}": { get: { responses: { "200": {}, "404": {} } } },
        "/v1/calendar": { get: { parameters: [{ name: "from" }, { name: "to" }] } },
      },
    });
  });

  it("answers an unknown address with a problem, not with the page", async () => {
    const answer = await call("/v1/nothing", { headers: { accept: "text/html" } });
    expect([answer.status, codeOf(answer)]).toEqual([404, "not_found"]);
  });

  it("forbids other pages to frame it, and scripts from elsewhere", async () => {
    const { headers } = await call("/livez");
    expect(headers["content-security-policy"]).toMatch(/frame-ancestors 'none'/);
    expect(headers["content-security-policy"]).toMatch(/default-src 'self'/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  it("says in a sentence that its port is taken", async () => {
    const day = parseCalendarDate("2026-11-23");
    const shipped = await readShipped(root);
    const configuration = readConfiguration(
      { DATABASE_URL: database.url, PORT: new URL(address).port },
      root,
    );
    const seeds = await loadAccessSeeds(root);
    if (!shipped.ok || !configuration.ok || !day.ok || !seeds.ok) throw new Error("not configured");
    const started = await startService(configuration.value, shipped.value, seeds.value);
    expect(started).toEqual({
      ok: false,
      error: expect.stringMatching(/^Port \d+ is taken.*PORT=/) as string,
    });
  });
});
