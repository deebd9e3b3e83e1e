import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { Problem } from "@strideiq/contracts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { nextEmail, optionalSession, password, readyPlan, signedUp } from "./people.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-people-"));
  database = await createTestDatabase();
  service = await startTestService(database, { dataFolder: folder, signInsPerMinute: 10_000 });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
  rmSync(folder, { recursive: true });
});

const newVisitor = (cookies?: string): Visitor => createVisitor(() => service.address ?? "", cookies);
const codeOf = ({ json }: Answer): string => Problem.parse(json).code;

describe("a guest", () => {
  it("makes a plan without saying who it is, and finds it again by its cookie alone", async () => {
    const guest = newVisitor();
    expect((await guest.call("/v1/me")).json).toEqual({ kind: "nobody" });
    const { planId } = await readyPlan(guest);
    expect((await guest.call("/v1/me")).json).toMatchObject({ kind: "guest" });
    expect((await newVisitor(guest.cookies()).call(`/v1/plans/${planId}`)).status).toBe(200);
    expect((await newVisitor().call(`/v1/plans/${planId}`)).status).toBe(404);
  });

  it("is not made of somebody whose wish makes no sense", async () => {
    const visitor = newVisitor();
    expect((await send(visitor, "POST", "/v1/plans", { distance: "100k" })).status).toBe(422);
    expect(visitor.cookies()).toBe("");
  });

  it("keeps its plan when it signs up, and the cookie of before opens nothing more", async () => {
    const guest = newVisitor();
    const { planId } = await readyPlan(guest);
    const before = guest.cookies();
    await signedUp(guest);
    expect(guest.cookies()).not.toContain("guest");
    expect((await guest.call(`/v1/plans/${planId}`)).status).toBe(200);
    expect(codeOf(await newVisitor(before).call(`/v1/plans/${planId}`))).toBe("session_ended");
  });
});

describe("an account", () => {
  it("is left and found again", async () => {
    const visitor = newVisitor();
    const email = nextEmail();
    const { json } = await signedUp(visitor, email);
    expect(json).toMatchObject({ name: "Ada", email, role: "athlete" });
    await send(visitor, "DELETE", "/v1/sessions/current");
    expect((await visitor.call("/v1/me")).json).toEqual({ kind: "nobody" });
    const wrong = await send(visitor, "POST", "/v1/sessions", { email, password: "wrong password" });
    expect([wrong.status, codeOf(wrong)]).toEqual([401, "wrong_credentials"]);
    expect((await send(visitor, "POST", "/v1/sessions", { email, password })).status).toBe(201);
    expect((await visitor.call("/v1/me")).json).toMatchObject({ kind: "account", email });
  });

  it("gets a new password by a letter that lies where only the owner of the machine can read it", async () => {
    const visitor = newVisitor();
    const email = nextEmail();
    await signedUp(visitor, email);
    expect((await send(visitor, "POST", "/v1/password-resets", { email })).status).toBe(202);
    await expect
      .poll(
        async () =>
          (
            await database.db
              .selectFrom("mail_outbox")
              .select(["body", "sent_at"])
              .where("recipient", "=", email)
              .execute()
          )[0],
        { timeout: 10_000 },
      )
      .toMatchObject({ body: null, sent_at: expect.any(Date) as unknown });
    const { id } = await database.db
      .selectFrom("mail_outbox")
      .select("id")
      .where("recipient", "=", email)
      .executeTakeFirstOrThrow();
    const file = join(folder, "outbox", `${id}.txt`);
    expect(statSync(file).mode & 0o077).toBe(0);
    const token = /token=(\S+)/.exec(readFileSync(file, "utf8"))?.[1];
    const spend = () =>
      send(visitor, "POST", "/v1/password-resets/spend", { token, password: "a new long password" });
    expect((await spend()).status).toBe(200);
    expect(codeOf(await spend())).toBe("link_spent");
  });

  it.each([
    ["a short password", { name: "A", email: "a@example.org", password: "short" }, "password"],
    ["no address", { name: "A", email: "nowhere", password }, "email"],
    ["a role of one's choice", { name: "A", email: "a@example.org", password, role: "admin" }, "role"],
  ])("is refused with %s", async (_what, body, field) => {
    const answer = await send(newVisitor(), "POST", "/v1/accounts", body);
    expect(answer.status).toBe(422);
    expect(Problem.parse(answer.json).errors?.map((error) => error.field)).toEqual([field]);
  });
});

describe("the first administrator", () => {
  it("comes by the link in a file that only its owner can read, once", async () => {
    const file = join(folder, "admin-link.txt");
    expect(statSync(file).mode & 0o077).toBe(0);
    const secret = readFileSync(file, "utf8").trim().split("#")[1];
    const body = { secret, name: "Root", email: nextEmail(), password };
    const admin = newVisitor();
    const made = await send(admin, "POST", "/v1/accounts/admin", body);
    expect([made.status, made.json]).toMatchObject([201, { role: "admin" }]);
    const again = await send(newVisitor(), "POST", "/v1/accounts/admin", { ...body, email: nextEmail() });
    expect(codeOf(again)).toBe("link_spent");
  });
});

describe("a plan's history", () => {
  it("shows a choice, its undoing and a restored version, each with its place in the ledger", async () => {
    const visitor = newVisitor();
    const ready = await readyPlan(visitor);
    const { planId } = ready;
    const sessionId = optionalSession(ready);
    const path = `/v1/plans/${planId}`;
    const tag = String((await visitor.call(path)).headers["etag"]);
    const option = `${path}/sessions/${sessionId}/option`;

    const chosen = await send(visitor, "PUT", option, { option: "b" }, { "if-match": tag });
    expect(chosen.json).toEqual({ planId, version: 1, revision: 2 });
    const late = await send(visitor, "PUT", option, { option: "a" }, { "if-match": tag });
    expect([late.status, codeOf(late)]).toEqual([412, "plan_changed"]);
    expect((await visitor.call(path)).headers["etag"]).toBe(chosen.headers["etag"]);

    const restored = await send(visitor, "POST", `${path}/restore`, { version: 1, reason: "as it was" });
    expect(restored.json).toEqual({ planId, version: 2, revision: 3 });
    expect((await visitor.call(`${path}/versions`)).json).toMatchObject({
      versions: [
        { version: 2, reason: "restored" },
        { version: 1, reason: "generated" },
      ],
    });
    expect((await visitor.call(`${path}/compare?from=1&to=2`)).json).toEqual({
      from: 1,
      to: 2,
      sessions: [],
      weeks: [],
    });

    const ledger = (await visitor.call(`${path}/changes`)).json as {
      readonly changes: readonly { readonly id: string; readonly kind: string }[];
    };
    expect(ledger.changes.map(({ kind }) => kind)).toEqual(["restored", "option"]);
    const undone = await send(visitor, "POST", `${path}/changes/${ledger.changes[1]?.id ?? ""}/undo`, {});
    expect(undone.json).toEqual({ planId, version: 2, revision: 4 });
  });

  it("is listed a page at a time, and a plan can be deleted", async () => {
    const visitor = newVisitor();
    const first = await readyPlan(visitor);
    const second = await readyPlan(visitor);
    const page = await visitor.call("/v1/plans?limit=1");
    expect(page.json).toMatchObject({ plans: [{ planId: second.planId }], next: second.planId });
    const rest = await visitor.call(`/v1/plans?limit=5&after=${second.planId}`);
    expect(rest.json).toMatchObject({
      plans: [{ planId: first.planId, status: "ready", timeZone: "Europe/Berlin" }],
      next: null,
    });
    expect((await send(visitor, "DELETE", `/v1/plans/${first.planId}`)).status).toBe(200);
    expect((await visitor.call(`/v1/plans/${first.planId}`)).status).toBe(404);
  });
});

describe("own data", () => {
  it("is handed out whole, without any secret", async () => {
    const visitor = newVisitor();
    const { planId } = await readyPlan(visitor);
    const email = nextEmail();
    await signedUp(visitor, email);
    const { status, json } = await visitor.call("/v1/me/export");
    expect(status).toBe(200);
    expect(json).toMatchObject({
      schema: "strideiq.export/1",
      account: { email },
      tables: { training_plans: [{ id: planId }], plan_versions: [{ version: 1 }] },
    });
    expect(JSON.stringify(json)).not.toMatch(/argon2|"hash"|"token"/);
    expect((await newVisitor().call("/v1/me/export")).status).toBe(401);
  });

  it.each([
    ["a guest", false],
    ["an account", true],
  ])("of %s is deleted completely, from every table that there is", async (_who, hasAccount) => {
    const visitor = newVisitor();
    const { planId } = await readyPlan(visitor);
    if (hasAccount) await signedUp(visitor, "gone@example.org");
    await send(visitor, "POST", "/v1/password-resets", { email: "gone@example.org" });
    const account = await database.db
      .selectFrom("accounts")
      .select("id")
      .where("email", "=", "gone@example.org")
      .executeTakeFirst();
    const { athleteId } = (await visitor.call("/v1/me")).json as { readonly athleteId: string };
    expect(await tablesThatMention(athleteId)).toContain("public.training_plans");
    expect((await send(visitor, "DELETE", "/v1/me")).status).toBe(200);
    for (const trace of [athleteId, planId, account?.id ?? planId, "gone@example.org"])
      expect([trace, await tablesThatMention(trace)]).toEqual([trace, []]);
    expect((await visitor.call("/v1/me")).json).toEqual({ kind: "nobody" });
    expect((await send(visitor, "DELETE", "/v1/me")).status).toBe(401);
  });
});

/** Every table of the database, the queue's too, with a row that has this text anywhere in it. */
async function tablesThatMention(text: string): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly schema: string; readonly name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
    database.db,
  );
  expect(rows.length).toBeGreaterThan(25);
  const found: string[] = [];
  for (const { schema, name } of rows) {
    const hits = await sql`
      select 1 from ${sql.table(`${schema}.${name}`)} as one where one::text like ${`%${text}%`} limit 1`.execute(
      database.db,
    );
    if (hits.rows.length > 0) found.push(`${schema}.${name}`);
  }
  return found;
}
