import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { Problem } from "@strideiq/contracts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { nextEmail, password, readyPlan, signedUp } from "./people.fixture.ts";
import { marathonWish, startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-deletion-"));
  database = await createTestDatabase();
  const generous = { signInsPerMinute: 10_000, plansPerMinute: 10_000, requestsPerMinute: 100_000 };
  service = await startTestService(database, { dataFolder: folder, ...generous });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
  rmSync(folder, { recursive: true });
});

const newVisitor = (cookies?: string): Visitor => createVisitor(() => service.address ?? "", cookies);
const athleteOf = async (visitor: Visitor): Promise<string> =>
  ((await visitor.call("/v1/me")).json as { readonly athleteId: string }).athleteId;

/** Every table of the database, the queue's too, with a row that has this text anywhere in it. */
async function tablesThatMention(text: string): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')`.execute(database.db);
  const found: string[] = [];
  for (const { name } of rows) {
    const hits =
      await sql`select 1 from ${sql.raw(name)} as one where one::text like ${`%${text}%`} limit 1`.execute(
        database.db,
      );
    if (hits.rows.length > 0) found.push(name);
  }
  return found;
}

describe("a deletion", () => {
  it("leaves nothing of somebody whose other session asks for plans at the same moment", async () => {
    const [desk, phone] = [newVisitor(), newVisitor()];
    const email = nextEmail();
    await signedUp(desk, email);
    expect((await send(phone, "POST", "/v1/sessions", { email, password })).status).toBe(201);
    const athleteId = await athleteOf(desk);
    const asked = Array.from({ length: 20 }, () => send(phone, "POST", "/v1/plans", marathonWish));
    const keys = Array.from({ length: 5 }, () =>
      send(phone, "POST", "/v1/api-keys", { name: "watch", scopes: ["read"] }),
    );
    const deleted = send(desk, "DELETE", "/v1/me");
    const answers = await Promise.all([...asked, ...keys]);
    expect((await deleted).status).toBe(200);
    for (const answer of answers)
      if (answer.status >= 400)
        expect([answer.status, Problem.parse(answer.json).code]).toEqual([401, "session_ended"]);
    // What a worker had in its hands at that moment ends by itself.
    await expect.poll(() => tablesThatMention(athleteId), { timeout: 20_000 }).toEqual([]);
    expect(await tablesThatMention(email)).toEqual([]);
  }, 60_000);

  it("answers what is asked for after it as of somebody who has to sign in", async () => {
    const visitor = newVisitor();
    await readyPlan(visitor);
    const before = visitor.cookies();
    expect((await send(visitor, "DELETE", "/v1/me")).status).toBe(200);
    const late = await send(newVisitor(before), "POST", "/v1/plans", marathonWish);
    expect([late.status, Problem.parse(late.json).code]).toEqual([401, "session_ended"]);
  });

  it("of a coach takes the address out of invitations, of letters, and of the folder of letters", async () => {
    const [athlete, coach] = [newVisitor(), newVisitor()];
    const email = nextEmail();
    await signedUp(athlete);
    await signedUp(coach, email);
    expect((await send(athlete, "POST", "/v1/coaches", { email })).status).toBe(201);
    const outbox = join(folder, "outbox");
    const inFolder = (): readonly string[] =>
      readdirSync(outbox)
        .filter((name) => name.endsWith(".txt"))
        .filter((name) => readFileSync(join(outbox, name), "utf8").includes(email));
    await expect.poll(inFolder, { timeout: 20_000 }).toHaveLength(1);
    expect(await tablesThatMention(email)).toContain("public.coach_invitations");
    expect((await send(coach, "DELETE", "/v1/me")).status).toBe(200);
    expect(await tablesThatMention(email)).toEqual([]);
    expect(inFolder()).toEqual([]);
    expect((await athlete.call("/v1/coaches")).json).toMatchObject({ invitations: [] });
  });

  it("of the last administrator is refused, and of one of two is not", async () => {
    const secret = readFileSync(join(folder, "admin-link.txt"), "utf8").trim().split("#")[1];
    const [first, second] = [newVisitor(), newVisitor()];
    const made = await send(first, "POST", "/v1/accounts/admin", {
      secret,
      name: "Root",
      email: nextEmail(),
      password,
    });
    expect(made.status).toBe(201);
    const refused = await send(first, "DELETE", "/v1/me");
    expect([refused.status, Problem.parse(refused.json).code]).toEqual([409, "last_admin"]);
    const email = nextEmail();
    await signedUp(second, email);
    const { accounts } = (await first.call("/v1/admin/accounts")).json as {
      readonly accounts: readonly { readonly id: string; readonly email: string }[];
    };
    const id = accounts.find((one) => one.email === email)?.id ?? "";
    expect((await send(first, "PUT", `/v1/admin/accounts/${id}/role`, { role: "admin" })).status).toBe(200);
    expect((await send(first, "DELETE", "/v1/me")).status).toBe(200);
    expect((await second.call("/v1/me")).json).toMatchObject({ role: "admin" });
  });
});
