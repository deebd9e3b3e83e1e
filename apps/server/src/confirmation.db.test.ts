import { createHmac, hkdfSync } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { Problem } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { nextEmail, password } from "./people.fixture.ts";
import type { Service } from "./compose/service.ts";
import { marathonWish, settledPlan, startTestService } from "./test-service.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "strideiq-confirmation-"));
let database: TestDatabase;
let service: Service;
const codeOf = ({ json }: Answer): string => Problem.parse(json).code;
const newVisitor = (): Visitor => createVisitor(() => service.address ?? "");

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database, {
    confirmsEmail: true,
    dataFolder: folder,
    signInsPerMinute: 1_000,
  });
});
afterAll(async () => {
  await service.stop();
  await database.close();
  rmSync(folder, { recursive: true });
});

const signUp = (visitor: Visitor, email: string) =>
  visitor.call("/v1/accounts", {
    method: "POST",
    body: { name: "Ada", email, password },
    headers: { "idempotency-key": `sign-up of ${email}`.replaceAll(" ", "-") },
  });
const signIn = (visitor: Visitor, email: string, typed = password) =>
  send(visitor, "POST", "/v1/sessions", { email, password: typed });

/** The links in the letters to an address, the first first. */
const linksTo = (email: string): readonly string[] =>
  readdirSync(join(folder, "outbox"))
    .filter((name) => name.endsWith(".txt"))
    .toSorted()
    .map((name) => readFileSync(join(folder, "outbox", name), "utf8"))
    .filter((letter) => letter.includes(email))
    .flatMap((letter) => /confirm-email\?token=(\S+)/.exec(letter)?.[1] ?? []);

const DAY_SECONDS = 24 * 3600;

/** The token of a letter as it would have been, had the letter been sent some seconds earlier. */
async function earlier(token: string, seconds: number): Promise<string> {
  const { secret } = await database.db.selectFrom("installation").select("secret").executeTakeFirstOrThrow();
  const key = Buffer.from(hkdfSync("sha256", secret, "", "sessions", 32)).toString("base64url");
  const [header = "", body = ""] = token.split(".");
  const said = JSON.parse(Buffer.from(body, "base64url").toString()) as Record<"iat" | "exp", number>;
  const older = { ...said, iat: said.iat - seconds, exp: said.exp - seconds };
  const signed = `${header}.${Buffer.from(JSON.stringify(older)).toString("base64url")}`;
  return `${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
}

describe("an address that has to be confirmed", () => {
  it("opens its account when the link in the letter was followed, with what was made as a guest", async () => {
    const [visitor, email] = [newVisitor(), nextEmail()];
    await settledPlan(visitor, marathonWish);
    const made = await signUp(visitor, email);
    expect([made.status, made.json]).toEqual([202, { status: "accepted" }]);
    expect((await visitor.call("/v1/me")).json).toEqual({ kind: "nobody" });
    const early = await signIn(visitor, email);
    expect([early.status, codeOf(early)]).toEqual([403, "email_unconfirmed"]);
    expect(codeOf(await signIn(visitor, email, "not the right one"))).toBe("wrong_credentials");

    await expect.poll(() => linksTo(email), { timeout: 20_000 }).toHaveLength(1);
    const [token = ""] = linksTo(email);
    const confirm = (sent: string) =>
      send(newVisitor(), "POST", "/v1/email-confirmations/spend", { token: sent });
    expect(codeOf(await confirm(`${token.slice(0, -4)}AAAA`))).toBe("link_spent");
    for (const _ of ["first", "again"]) expect((await confirm(token)).status).toBe(200);
    expect((await signIn(visitor, email)).status).toBe(201);
    expect((await visitor.call("/v1/plans")).json).toMatchObject({ plans: [{ status: "ready" }] });
  });

  it("is not confirmed by a letter of the day before, and is by one of some hours ago", async () => {
    const [visitor, email] = [newVisitor(), nextEmail()];
    await signUp(visitor, email);
    await expect.poll(() => linksTo(email), { timeout: 20_000 }).toHaveLength(1);
    const [token = ""] = linksTo(email);
    const confirm = async (seconds: number) =>
      send(newVisitor(), "POST", "/v1/email-confirmations/spend", { token: await earlier(token, seconds) });
    const late = await confirm(DAY_SECONDS + 60);
    expect([late.status, codeOf(late)]).toEqual([410, "link_spent"]);
    expect(codeOf(await signIn(visitor, email))).toBe("email_unconfirmed");
    expect((await confirm(DAY_SECONDS - 3600)).status).toBe(200);
    expect((await signIn(visitor, email)).status).toBe(201);
  });

  it("is sent another letter on request, and nobody learns by that whether it is known", async () => {
    const [visitor, email] = [newVisitor(), nextEmail()];
    await signUp(visitor, email);
    for (const address of [email, "nobody@example.org"]) {
      const answer = await send(visitor, "POST", "/v1/email-confirmations", { email: address });
      expect([answer.status, answer.json]).toEqual([202, { status: "accepted" }]);
    }
    await expect.poll(() => linksTo(email), { timeout: 20_000 }).toHaveLength(2);
    expect(linksTo("nobody@example.org")).toEqual([]);
  });

  it("is signed up once, however often the request comes with its key", async () => {
    const [visitor, email] = [newVisitor(), nextEmail()];
    await signUp(visitor, email);
    const again = await signUp(newVisitor(), email);
    expect([again.status, again.headers["idempotent-replayed"]]).toEqual([202, "true"]);
    expect(String(again.headers["set-cookie"])).not.toContain("session_token");
    const rows = await database.db.selectFrom("accounts").select("id").where("email", "=", email).execute();
    expect(rows).toHaveLength(1);
  });
});
