import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor } from "./http/call-server.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

const LISTED = "https://app.example.org";
const OTHER = "https://evil.example";

let database: TestDatabase;
let open: Service;
let closed: Service;

beforeAll(async () => {
  database = await createTestDatabase();
  open = await startTestService(database, { allowedOrigins: [LISTED, "http://localhost:5173"] });
  closed = await startTestService(database);
  // On four processes each these are eight, and each proves its rules when it starts.
}, 240_000);
afterAll(async () => {
  await closed.stop();
  await open.stop();
  await database.close();
});

const ask = (service: Service, method: string, path: string, headers: Record<string, string>) =>
  createVisitor(() => service.address ?? "").call(path, { method, headers });
const preflight = (service: Service, origin: string): Promise<Answer> =>
  ask(service, "OPTIONS", "/v1/plans", {
    origin,
    "access-control-request-method": "POST",
    "access-control-request-headers": "content-type,idempotency-key",
  });
const permissions = ({ headers }: Answer): readonly string[] =>
  Object.keys(headers).filter((name) => name.startsWith("access-control-"));

describe("the page of another website", () => {
  it("hears nothing from a server that lists no origins, neither before nor after its question", async () => {
    for (const origin of [LISTED, OTHER, "null"]) {
      for (const answer of [
        await preflight(closed, origin),
        await ask(closed, "GET", "/v1/me", { origin }),
      ]) {
        expect([answer.status, permissions(answer)]).toEqual([403, []]);
        expect(answer.json).toMatchObject({ code: "foreign_origin" });
      }
    }
    const plain = await ask(closed, "GET", "/v1/me", {});
    expect([plain.status, permissions(plain), plain.headers["vary"]]).toEqual([200, [], undefined]);
  });

  it("may ask what the API answers when its origin is listed, with cookies, keys and If-Match", async () => {
    const answer = await preflight(open, LISTED);
    expect([answer.status, answer.bytes.length]).toEqual([204, 0]);
    expect(answer.headers).toMatchObject({
      "access-control-allow-origin": LISTED,
      "access-control-allow-credentials": "true",
      "access-control-allow-methods": "GET, POST, PUT, DELETE",
      "access-control-max-age": "7200",
      vary: expect.stringContaining("origin") as string,
    });
    const allowed = String(answer.headers["access-control-allow-headers"]).split(", ");
    expect(allowed).toEqual(
      expect.arrayContaining(["content-type", "authorization", "idempotency-key", "if-match"]),
    );
  });

  it("reads answers and problems alike, and the headers that a change needs", async () => {
    const body = { distance: "5k", raceDate: "2027-04-18" };
    const visitor = createVisitor(() => open.address ?? "");
    const made = await visitor.call("/v1/goals", { method: "POST", body, headers: { origin: LISTED } });
    const missing = await ask(open, "GET", "/v1/plans/nothing", { origin: "http://localhost:5173" });
    expect([made.status, missing.status]).toEqual([201, 404]);
    expect(made.headers["access-control-allow-origin"]).toBe(LISTED);
    expect(missing.headers["access-control-allow-origin"]).toBe("http://localhost:5173");
    for (const { headers } of [made, missing]) {
      expect(headers["access-control-allow-credentials"]).toBe("true");
      expect(String(headers["access-control-expose-headers"]).split(", ")).toContain("etag");
    }
  });

  it("is still refused, with no permission in the answer, when its origin is not the listed one", async () => {
    for (const origin of [
      OTHER,
      "null",
      "http://app.example.org",
      `${LISTED}:8443`,
      `${LISTED}.evil.example`,
    ]) {
      for (const answer of [await preflight(open, origin), await ask(open, "GET", "/v1/me", { origin })])
        expect([origin, answer.status, permissions(answer)]).toEqual([origin, 403, []]);
    }
  });

  it("is told apart by caches, and the server's own page needs no permission", async () => {
    const own = await ask(open, "GET", "/v1/me", { origin: open.address ?? "" });
    expect([own.status, permissions(own), own.headers["vary"]]).toEqual([200, [], "origin"]);
    const plain = await ask(open, "OPTIONS", "/v1/plans", { origin: LISTED });
    expect(plain.status).toBe(405);
  });
});
