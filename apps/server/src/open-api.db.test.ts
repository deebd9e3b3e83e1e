import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { PROBLEMS } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Service } from "./compose/service.ts";
import { createVisitor } from "./http/call-server.fixture.ts";
import { HEADED } from "./http/open-api-headers.ts";
import { bodySchemaOf, type OpenApi, type Operation, operationsOf } from "./http/open-api.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
let document: OpenApi;
let operations: readonly Operation[];

const OPERATIONS = 115;

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database);
  document = (await createVisitor(() => service.address ?? "").call("/openapi.json")).json as OpenApi;
  operations = operationsOf(document);
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;
const statusesOf = ({ document: { responses } }: Operation): readonly string[] => Object.keys(responses);

/** Everything in the document that is an object or a list, the document itself first. */
function* partsOf(value: unknown): Generator<object> {
  if (typeof value !== "object" || value === null) return;
  yield value;
  for (const inner of Object.values(value)) yield* partsOf(inner);
}

const referencesIn = (value: unknown): readonly string[] =>
  [...partsOf(value)].flatMap((part) => ("$ref" in part && typeof part.$ref === "string" ? [part.$ref] : []));

const targetOf = (reference: string): unknown =>
  reference
    .replace(/^#\//, "")
    .split("/")
    .reduce<unknown>(
      (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
      document,
    );

/** A schema by itself: what it refers to goes with it. */
const withDefinitions = (schema: object): Parameters<typeof z.fromJSONSchema>[0] =>
  JSON.parse(
    JSON.stringify({ ...schema, $defs: document.components["schemas"] }).replaceAll(
      "#/components/schemas/",
      "#/$defs/",
    ),
  ) as Parameters<typeof z.fromJSONSchema>[0];

describe("the OpenAPI document", () => {
  it("is 3.1 and names every operation once, with a sentence and one chapter that the document describes", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(operations).toHaveLength(OPERATIONS);
    expect(new Set(operations.map((one) => one.document.operationId ?? "")).size).toBe(OPERATIONS);
    const chapters = document.tags.map(({ name }) => name);
    for (const operation of operations) {
      expect(operation.document.operationId, nameOf(operation)).toMatch(/^(get|post|put|delete)[A-Z]\w+$/);
      expect(operation.document.summary, nameOf(operation)).toMatch(/^[A-Z].{5,}[^.]$/);
      expect(operation.document.tags, nameOf(operation)).toHaveLength(1);
      expect(chapters, nameOf(operation)).toContain(operation.document.tags?.[0]);
    }
    const used = new Set(operations.flatMap((one) => one.document.tags ?? []));
    expect(chapters.filter((name) => !used.has(name))).toEqual([]);
    for (const { description } of document.tags) expect(description).toMatch(/^[A-Z].*\.$/);
  });

  it("declares the parts of every address, and an answer that is no problem", () => {
    for (const operation of operations) {
      const named = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.document.parameters?.filter((one) => one.in === "path") ?? [];
      expect(declared.map(({ name }) => name).toSorted(), nameOf(operation)).toEqual(named.toSorted());
      expect(
        statusesOf(operation).some((status) => status.startsWith("2")),
        nameOf(operation),
      ).toBe(true);
    }
  });

  it("says for every operation which problems it can answer with, by status and by code", () => {
    for (const operation of operations) {
      const codes = operation.document["x-problem-codes"] ?? [];
      const inResponses = Object.entries(operation.document.responses).flatMap(([status, { content }]) => {
        const schema = content?.["application/problem+json"]?.schema;
        const listed = (schema?.properties?.["code"]?.enum ?? []).map(String);
        for (const code of listed) expect(PROBLEMS).toHaveProperty([code, "status"], Number(status));
        return listed;
      });
      expect(inResponses.toSorted(), nameOf(operation)).toEqual([...codes].toSorted());
      const takesInput = operation.document.parameters !== undefined || bodySchemaOf(operation) !== undefined;
      if (takesInput)
        expect(
          statusesOf(operation).some((status) => status.startsWith("4")),
          nameOf(operation),
        ).toBe(true);
      if (bodySchemaOf(operation) !== undefined)
        expect(codes, nameOf(operation)).toContain("invalid_request");
    }
  });

  it("knows an operation for every problem of the catalogue", () => {
    const listed = new Set(operations.flatMap((one) => one.document["x-problem-codes"] ?? []));
    expect(Object.keys(PROBLEMS).filter((code) => !listed.has(code))).toEqual([]);
  });

  it("offers If-Match exactly where another state is answered with 412, and the rules take theirs in the body", () => {
    const conditional = operations.filter((one) =>
      one.document.parameters?.some((parameter) => parameter.name === "if-match"),
    );
    const refusing = operations.filter((one) => statusesOf(one).includes("412"));
    const rules = refusing.filter(({ path }) => path.startsWith("/v1/admin/"));
    expect(rules).toHaveLength(5);
    for (const one of rules) expect(bodySchemaOf(one)?.required, nameOf(one)).toContain("revision");
    expect(conditional.map(nameOf)).toEqual(refusing.filter((one) => !rules.includes(one)).map(nameOf));
  });

  it("says of headers what an operation has: tags, addresses, waiting times, and copies that are good still", () => {
    const headersAt = (name: string, status: string): readonly string[] =>
      Object.keys(operations.find((one) => nameOf(one) === name)?.document.responses[status]?.headers ?? {});
    for (const operation of operations)
      for (const status of statusesOf(operation)) {
        const said = headersAt(nameOf(operation), status);
        expect(said, nameOf(operation)).toEqual(
          expect.arrayContaining(["X-Request-Id", "X-RateLimit-Remaining"]),
        );
        expect(said.includes("Retry-After"), `${nameOf(operation)} ${status}`).toBe(
          ["409", "429", "503"].includes(status),
        );
      }
    expect(headersAt("GET /v1/plans/{planId}", "304")).toContain("ETag");
    expect(headersAt("POST /v1/plans", "202")).toEqual(
      expect.arrayContaining(["Location", "Idempotent-Replayed"]),
    );
    const named = operations.flatMap((one) =>
      statusesOf(one).map((status) => `${one.method.toLowerCase()} ${one.path} ${status}`),
    );
    expect(HEADED.filter((name) => !named.includes(name))).toEqual([]);
    const taking = (header: string): readonly string[] =>
      operations
        .filter((one) => one.document.parameters?.some(({ name }) => name === header))
        .map(nameOf)
        .toSorted();
    expect(taking("last-event-id")).toEqual(["GET /v1/jobs/{jobId}/events"]);
    expect(taking("if-none-match")).toEqual(
      [
        ...operations.filter((one) => statusesOf(one).includes("304")).map(nameOf),
        "PUT /v1/plans/{planId}/sessions/{sessionId}/completion",
      ].toSorted(),
    );
  });

  it("takes an Idempotency-Key with every POST, or says what happens when it is sent again", () => {
    const posts = operations.filter(({ method }) => method === "POST");
    const withKey = posts.filter((one) =>
      one.document.parameters?.some(({ name }) => name === "idempotency-key"),
    );
    const others = posts.filter((one) => !withKey.includes(one));
    expect(others.map(nameOf).toSorted()).toEqual([
      "POST /ofrep/v1/evaluate/flags",
      "POST /ofrep/v1/evaluate/flags/{key}",
      "POST /v1/email-confirmations",
      "POST /v1/email-confirmations/spend",
      "POST /v1/password-resets",
      "POST /v1/password-resets/spend",
      "POST /v1/plans/preview",
      "POST /v1/plans/{planId}/changes/what-if",
      "POST /v1/sessions",
    ]);
    for (const one of others) {
      expect(one.document["x-repeat"], nameOf(one)).toMatch(/sent again .+\.$/i);
      expect(one.document.description, nameOf(one)).toContain(one.document["x-repeat"]);
    }
    for (const one of withKey)
      expect(one.document["x-problem-codes"], nameOf(one)).toContain("idempotency_key_reused");
  });

  it("has an example for every body, which the body's own schema accepts", () => {
    const withBody = operations.filter((one) => bodySchemaOf(one) !== undefined);
    expect(withBody.length).toBeGreaterThan(20);
    for (const operation of withBody) {
      const example = operation.document.requestBody?.content["application/json"]?.example;
      const schema = z.fromJSONSchema(bodySchemaOf(operation) as Parameters<typeof z.fromJSONSchema>[0]);
      expect(schema.safeParse(example).error, nameOf(operation)).toBeUndefined();
      expect(schema.safeParse({ ...Object(example), unheard: "of" }).success, nameOf(operation)).toBe(false);
    }
  });

  it("has an example for every answer that is JSON, which the answer's own schema accepts", () => {
    const answers = operations.flatMap((operation) =>
      Object.entries(operation.document.responses).flatMap(([status, { content = {} }]) =>
        Object.entries(content).map(([type, answer]) => ({
          name: `${nameOf(operation)} ${status} ${type}`,
          ...answer,
        })),
      ),
    );
    const json = answers.filter(({ name }) =>
      / (2\d\d application\/json|[45]\d\d application\/problem.json)$/.test(name),
    );
    expect(json.length).toBeGreaterThan(OPERATIONS);
    const refused = json.flatMap(({ name, schema, example }) => {
      const { error } = z.fromJSONSchema(withDefinitions(schema)).safeParse(example);
      return error === undefined ? [] : [`${name}: ${z.prettifyError(error)}`];
    });
    expect(refused).toEqual([]);
    const unlike = json.filter(
      ({ schema }) => z.fromJSONSchema(withDefinitions(schema)).safeParse({ unheard: "of" }).success,
    );
    expect(unlike.map(({ name }) => name)).toEqual([]);
  });

  it("says of every operation who may ask, in a way that the document describes", () => {
    const schemes = Object.keys(document.components["securitySchemes"] ?? {});
    for (const operation of operations) {
      const { security } = operation.document;
      expect(security, nameOf(operation)).toBeDefined();
      expect((security ?? []).length > 0, nameOf(operation)).toBe(/^[/](v1|ofrep)[/]/.test(operation.path));
      for (const scheme of (security ?? []).flatMap(Object.keys)) expect(schemes).toContain(scheme);
    }
    const used = new Set(operations.flatMap((one) => (one.document.security ?? []).flatMap(Object.keys)));
    expect(schemes.filter((scheme) => !used.has(scheme))).toEqual([]);
  });

  it("has no reference into nothing, and no part that nothing refers to", () => {
    const references = new Set(referencesIn(document));
    expect([...references].filter((reference) => targetOf(reference) === undefined)).toEqual([]);
    const parts = Object.entries(document.components)
      .filter(([kind]) => kind !== "securitySchemes")
      .flatMap(([kind, named]) => Object.keys(named).map((name) => `#/components/${kind}/${name}`));
    expect(parts.filter((part) => !references.has(part))).toEqual([]);
    expect(parts).toContain("#/components/schemas/Problem");
  });
});
