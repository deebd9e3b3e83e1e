import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import {
  PreviewAnswer,
  PlanAnswer,
  Problem,
  turnsDirection,
  VersionAnswer,
  WhatIfAnswer,
} from "@strideiq/contracts";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, type Visitor } from "./http/call-server.fixture.ts";
import {
  bodySchemaOf,
  hostile,
  HOSTILE,
  type OpenApi,
  type Operation,
  operationsOf,
  valuesOf,
} from "./http/open-api.fixture.ts";
import { marathonWish, startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
let operations: readonly Operation[];
let owner: Visitor;
let known: Readonly<Record<string, string>>;

const OPERATIONS = 115;
const REQUESTS_EACH = 12;
const SEED = 20_261_122;

beforeAll(async () => {
  database = await createTestDatabase();
  const many = { signInsPerMinute: 1_000_000, plansPerMinute: 1_000_000, requestsPerMinute: 9_999_999 };
  service = await startTestService(database, many);
  operations = operationsOf((await newVisitor().call("/openapi.json")).json as OpenApi);
  owner = await newOwner();
  known = await ownThings();
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const newVisitor = (): Visitor => createVisitor(() => service.address ?? "");
const send = (visitor: Visitor, method: string, path: string, body?: unknown): Promise<Answer> =>
  visitor.call(path, body === undefined ? { method } : { method, body });

let owners = 0;
async function newOwner(): Promise<Visitor> {
  const visitor = newVisitor();
  const email = `fuzz${String((owners += 1))}@example.org`;
  await send(visitor, "POST", "/v1/accounts", { name: "Fuzz", email, password: "correct horse battery" });
  await database.db.updateTable("accounts").set({ role: "admin" }).execute();
  return visitor;
}

/** Ids that there are, so that not every request ends at the first door. */
async function ownThings(): Promise<Readonly<Record<string, string>>> {
  const idOf = ({ json }: Answer, name = "id"): string =>
    String((json as Readonly<Record<string, unknown>>)[name]);
  const accepted = await send(owner, "POST", "/v1/plans", marathonWish);
  const planId = idOf(accepted, "planId");
  for (let tries = 0; tries < 200; tries += 1) {
    const { json } = await owner.call(`/v1/plans/${planId}`);
    if ((json as { readonly status: string }).status === "ready") break;
    await new Promise((fulfil) => setTimeout(fulfil, 50));
  }
  return {
    planId,
    jobId: idOf(accepted, "jobId"),
    sessionId: "s001",
    version: "1",
    goalId: idOf(await send(owner, "POST", "/v1/goals", { distance: "5k", raceDate: "2027-04-18" })),
    consentId: idOf(
      await send(owner, "POST", "/v1/consents", { kind: "health_data", textVersion: "2026-11-22" }),
    ),
    apiKeyId: idOf(await send(owner, "POST", "/v1/api-keys", { name: "x", scopes: ["read"] })),
    importId: idOf(await send(owner, "POST", "/v1/imports", { timeZone: "Europe/Berlin" }), "importId"),
    standardPlanId: "marathon-18-weeks-mid",
    workoutId: "easy-run",
  };
}

interface Shot {
  readonly path: string;
  readonly body: unknown;
}

/** Requests for one operation: addresses of things that are there, and of things that are not. */
function shotsAt(operation: Operation): fc.Arbitrary<Shot> {
  const parameters = operation.document.parameters ?? [];
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const schema = bodySchemaOf(operation);
  return fc.record({
    path: fc
      .tuple(
        fc.tuple(...inPath.map(({ name, schema: of }) => addressPart(name, valuesOf(of)))),
        fc.tuple(...inQuery.map(({ schema: of }) => fc.option(valuesOf(of), { freq: 5 }))),
      )
      .map(([parts, values]) => {
        const filled = inPath.reduce(
          (path, { name }, index) => path.replace(`{${name}}`, encoded(parts[index])),
          operation.path,
        );
        const query = inQuery.flatMap(({ name }, index) =>
          values[index] === null || values[index] === undefined ? [] : [`${name}=${encoded(values[index])}`],
        );
        return query.length === 0 ? filled : `${filled}?${query.join("&")}`;
      }),
    body:
      schema === undefined
        ? fc.constant(undefined)
        : fc.oneof({ weight: 9, arbitrary: valuesOf(schema) }, hostile),
  });
}

const addressPart = (name: string, values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
  const there = known[name];
  return there === undefined ? values : fc.oneof({ weight: 4, arbitrary: fc.constant(there) }, values);
};

const encoded = (value: unknown): string => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "?")) || "%20";
};

/** What is sent as it was rendered is read by its contract here; all else the server itself checks as it answers. */
const RENDERED: Readonly<Record<string, z.ZodType>> = {
  "GET /v1/plans/{planId}": PlanAnswer,
  "GET /v1/plans/{planId}/versions/{version}": VersionAnswer,
  "POST /v1/plans/{planId}/changes/what-if": WhatIfAnswer,
  "POST /v1/plans/preview": PreviewAnswer,
  "GET /v1/standard-plans/{standardPlanId}": PreviewAnswer,
};
/** These end what the others need. */
const LAST = new Set(["DELETE /v1/me", "DELETE /v1/sessions/current", "DELETE /v1/plans/{planId}"]);

function expectDocumented({ method, path, document }: Operation, answer: Answer, shot: Shot): void {
  const what = `${method} ${path} ${JSON.stringify(shot).slice(0, 400)}: ${answer.bytes.toString().slice(0, 300)}`;
  expect(answer.status, what).toBeLessThan(500);
  if (answer.status < 400) {
    expect(Object.keys(document.responses), what).toContain(String(answer.status));
    const contract = RENDERED[`${method} ${path}`];
    if (contract !== undefined) expect(contract.safeParse(answer.json).error, what).toBeUndefined();
    return;
  }
  expect(answer.headers["content-type"], what).toMatch(/^application\/problem\+json/);
  const problem = Problem.parse(answer.json);
  expect(problem.status, what).toBe(answer.status);
  expect(document["x-problem-codes"], what).toContain(problem.code);
}

describe("every operation of the OpenAPI document", () => {
  it("answers whatever it is sent with its documented shape, and never with a fault of ours", async () => {
    expect(operations).toHaveLength(OPERATIONS);
    const isLast = ({ method, path }: Operation): boolean => LAST.has(`${method} ${path}`);
    const inTurn = [...operations.filter((one) => !isLast(one)), ...operations.filter(isLast)];
    let sent = 0;
    const visited = new Set<string>();
    for (const operation of inTurn) {
      for (const shot of fc.sample(shotsAt(operation), { numRuns: REQUESTS_EACH, seed: SEED })) {
        visited.add(`${operation.method} ${operation.path}`);
        const answer = await send(owner, operation.method, shot.path, shot.body);
        expectDocumented(operation, answer, shot);
        sent += 1;
      }
    }
    expect(visited.size).toBe(OPERATIONS);
    expect(sent).toBe(OPERATIONS * REQUESTS_EACH);
  }, 240_000);
});

describe("bad input", () => {
  const RAW: readonly (readonly [string, string, number])[] = [
    ["no JSON", "{", 400],
    ["a prototype key", '{"__proto__": {"admin": true}}', 400],
    ["JSON a thousand levels deep", `${"[".repeat(1_000)}${"]".repeat(1_000)}`, 422],
    ["a body of 10 MB", `"${"x".repeat(10_000_000)}"`, 413],
    ["a text with a NUL", '{"name":"a\\u0000b"}', 422],
    ["half of a character", '{"name":"\\ud800"}', 422],
  ];

  it.each(RAW)(
    "%s is refused by every operation that reads a body, and nothing is stored",
    async (_what, rawBody, status) => {
      const visitor = await newOwner();
      const count = async (): Promise<readonly number[]> =>
        Promise.all(
          (["training_plans", "athlete_goals", "accounts", "plan_versions"] as const).map(
            async (table) => (await database.db.selectFrom(table).selectAll().execute()).length,
          ),
        );
      const before = await count();
      for (const { method, path } of operations.filter((one) => bodySchemaOf(one) !== undefined)) {
        const address = path.replace(
          /\{(\w+)\}/g,
          (_, name: string) => known[name] ?? "00000000-0000-7000-8000-000000000009",
        );
        const headers = { "content-type": "application/json" };
        const answer = await visitor.call(address, { method, rawBody, headers });
        expect([method, path, answer.status]).toEqual([method, path, status]);
        expect(Problem.parse(answer.json).status).toBe(status);
      }
      expect(await count()).toEqual(before);
    },
  );

  it("that reads as it is written comes back as the text that it is", async () => {
    const visitor = await newOwner();
    const texts = HOSTILE.filter((value) => typeof value === "string")
      .map((text) => text.trim())
      .filter((text) => text !== "" && text.length <= 200 && !/\0|\p{Surrogate}/u.test(text))
      .filter((text) => !turnsDirection(text));
    for (const name of texts) {
      const made = await send(visitor, "POST", "/v1/goals", { name, distance: "5k", raceDate: "2027-04-18" });
      expect(made.json).toMatchObject({ name });
      expect(made.headers["content-type"]).toMatch(/^application\/json/);
      expect(made.headers["x-content-type-options"]).toBe("nosniff");
    }
  });
});
