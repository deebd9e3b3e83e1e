import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { type Client, createClient, waitForPlan } from "@strideiq/client";
import { ApiKeyCreatedAnswer } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, send } from "./http/call-server.fixture.ts";
import { marathonWish, startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
let client: Client;
let reader: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database);
  const visitor = createVisitor(() => service.address ?? "");
  const account = { name: "Ada", email: "ada@example.org", password: "correct horse battery" };
  expect((await send(visitor, "POST", "/v1/accounts", account)).status).toBe(201);
  const clientWith = async (...scopes: readonly string[]): Promise<Client> => {
    const made = await send(visitor, "POST", "/v1/api-keys", { name: "A program", scopes });
    const { secret } = ApiKeyCreatedAnswer.parse(made.json);
    return createClient({ server: service.address ?? "", apiKey: secret });
  };
  client = await clientWith("read", "write");
  reader = await clientWith("read");
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

describe("the typed client at the real server", () => {
  it("asks for a plan, waits for it, changes it, and hears when somebody else was faster", async () => {
    const accepted = await client.ask("POST /v1/plans", { body: marathonWish });
    if (!accepted.ok) throw new Error(accepted.error.detail);
    const states: string[] = [];
    const made = await waitForPlan(client, accepted.value.body, {
      onProgress: ({ status }) => states.push(status),
    });
    expect(made).toMatchObject({ ok: true, value: { status: "ready" } });
    expect(states.at(-1)).toBe("done");

    const path = { planId: accepted.value.body.planId };
    const read = await client.ask("GET /v1/plans/{planId}", { path });
    const ifMatch = (read.ok ? read.value.etag : null) ?? "";
    const body = { wish: { kind: "block_days", days: ["2027-01-20"] } } as const;
    const asked = await client.ask("POST /v1/plans/{planId}/changes/what-if", { path, body, ifMatch });
    expect(asked).toMatchObject({ ok: true, value: { body: { status: "possible" } } });
    const changed = await client.ask("POST /v1/plans/{planId}/changes", { path, body, ifMatch });
    expect(changed).toMatchObject({ ok: true, value: { body: { version: 2 } } });
    const late = await client.ask("POST /v1/plans/{planId}/changes", { path, body, ifMatch });
    expect(late).toMatchObject({ ok: false, error: { status: 412, code: "plan_changed" } });
  });

  it("does once what it is told twice with one key", async () => {
    const question = { body: marathonWish, idempotencyKey: "the-spring-marathon" };
    const [one, other] = [
      await client.ask("POST /v1/plans", question),
      await client.ask("POST /v1/plans", question),
    ];
    expect(one.ok && one.value.body.planId).toBe(other.ok && other.value.body.planId);
  });

  it("brings back what the server refuses, by its code", async () => {
    const body = { ...marathonWish, raceDate: "2026-01-01" };
    const refused = await client.ask("POST /v1/plans", { body });
    expect(refused).toMatchObject({ error: { code: "invalid_request", errors: [{ field: "raceDate" }] } });
    expect(await reader.ask("POST /v1/plans", { body })).toMatchObject({ error: { code: "scope_missing" } });
    expect(await reader.ask("GET /v1/me")).toMatchObject({ ok: true, value: { body: { scopes: ["read"] } } });
  });
});
