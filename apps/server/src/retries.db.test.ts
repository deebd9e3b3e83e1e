import { createHash } from "node:crypto";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { Problem } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { agreed, password } from "./people.fixture.ts";
import { marathonWish, startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
let guest: Visitor;

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database, { signInsPerMinute: 10_000 });
  guest = newVisitor();
  await guest.call("/v1/plans", { method: "POST", body: marathonWish });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const newVisitor = (): Visitor => createVisitor(() => service.address ?? "");
const codeOf = ({ json }: Answer): string => Problem.parse(json).code;
const post = (visitor: Visitor, key: string, body: unknown = marathonWish): Promise<Answer> =>
  visitor.call("/v1/plans", { method: "POST", body, headers: { "idempotency-key": key } });
const planCount = async (): Promise<number> =>
  (await database.db.selectFrom("training_plans").select("id").execute()).length;

describe("a request with an Idempotency-Key", () => {
  it("is done once, and answered the same way whenever it is sent again", async () => {
    const before = await planCount();
    const first = await post(guest, "once");
    const again = await post(guest, "once");
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(again.bytes.equals(first.bytes)).toBe(true);
    expect(again.headers["location"]).toBe(first.headers["location"]);
    expect(again.headers["content-type"]).toBe(first.headers["content-type"]);
    expect([first.headers["idempotent-replayed"], again.headers["idempotent-replayed"]]).toEqual([
      undefined,
      "true",
    ]);
    expect(await planCount()).toBe(before + 1);
  });

  it("of a newcomer is done once when it is sent again with the cookie that it got", async () => {
    const before = await planCount();
    const newcomer = newVisitor();
    const first = await post(newcomer, "newcomer");
    const again = await post(newcomer, "newcomer");
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(again.bytes.equals(first.bytes)).toBe(true);
    expect(again.headers["idempotent-replayed"]).toBe("true");
    expect(await planCount()).toBe(before + 1);
    const other = await post(newcomer, "newcomer", { ...marathonWish, daysPerWeek: 4 });
    expect([other.status, codeOf(other)]).toEqual([422, "idempotency_key_reused"]);
  });

  it("of a newcomer that makes no sense leaves nothing that stands in the way of the next", async () => {
    const newcomer = newVisitor();
    expect((await post(newcomer, "sense", { distance: "100k" })).status).toBe(422);
    expect((await post(newcomer, "sense")).status).toBe(202);
  });

  it("is refused when the key was given to another body before, and nothing is stored", async () => {
    await post(guest, "taken");
    const before = await planCount();
    const other = await post(guest, "taken", { ...marathonWish, daysPerWeek: 4 });
    expect([other.status, codeOf(other)]).toEqual([422, "idempotency_key_reused"]);
    expect(await planCount()).toBe(before);
  });

  it("is done once when it arrives ten times at the same moment", async () => {
    const before = await planCount();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(guest, "together")));
    expect(await planCount()).toBe(before + 1);
    for (const answer of answers.filter(({ status }) => status !== 202)) {
      expect([answer.status, codeOf(answer)]).toEqual([409, "request_under_way"]);
      expect(answer.headers["retry-after"]).toBe("1");
    }
    expect((await post(guest, "together")).status).toBe(202);
    expect(await planCount()).toBe(before + 1);
  });

  it("is another request when somebody else sends the same key", async () => {
    const other = newVisitor();
    await other.call("/v1/plans", { method: "POST", body: marathonWish });
    const [mine, theirs] = [await post(guest, "shared"), await post(other, "shared")];
    expect(theirs.headers["location"]).not.toBe(mine.headers["location"]);
    expect(theirs.headers["idempotent-replayed"]).toBeUndefined();
  });

  it("makes the same plan when the process died before it had answered", async () => {
    const first = await post(guest, "died");
    const unanswered = { status: null, headers: null, body: null };
    await database.db.updateTable("idempotency_keys").set(unanswered).where("key", "=", "died").execute();
    expect(codeOf(await post(guest, "died"))).toBe("request_under_way");
    const longAgo = new Date(Date.now() - 61_000);
    await database.db
      .updateTable("idempotency_keys")
      .set({ claimed_at: longAgo })
      .where("key", "=", "died")
      .execute();
    const before = await planCount();
    const again = await post(guest, "died");
    expect(again.status).toBe(202);
    expect(again.headers["location"]).toBe(first.headers["location"]);
    expect(await planCount()).toBe(before);
  });

  it("is a new request after 24 hours", async () => {
    const first = await post(guest, "yesterday");
    await database.db
      .updateTable("idempotency_keys")
      .set({ created_at: new Date(Date.now() - 24 * 3_600_000) })
      .where("key", "=", "yesterday")
      .execute();
    const next = await post(guest, "yesterday");
    expect(next.headers["location"]).not.toBe(first.headers["location"]);
  });

  it("may be corrected under the same key when it made no sense", async () => {
    expect((await post(guest, "corrected", { distance: "100k" })).status).toBe(422);
    expect((await post(guest, "corrected")).status).toBe(202);
  });

  it("is asked anew when what stood against it is mended", async () => {
    const answers = { answers: { history: "years" }, healthAnswers: { asthma: true } };
    const told = () =>
      send(guest, "POST", "/v1/questionnaires", answers, { "idempotency-key": "before-consent" });
    const before = await told();
    expect([before.status, codeOf(before)]).toEqual([409, "consent_needed"]);
    await agreed(guest);
    expect((await told()).status).toBe(201);
  });

  it.each([
    ["a space", "two words"],
    ["no end", "x".repeat(201)],
  ])("is refused with %s in its key", async (_what, key) => {
    const answer = await post(guest, key);
    expect([answer.status, codeOf(answer)]).toEqual([400, "bad_idempotency_key"]);
  });

  it("leaves its answer so that nobody who reads the table can read it", async () => {
    const { bytes } = await post(guest, "sealed");
    const { body } = await database.db
      .selectFrom("idempotency_keys")
      .select("body")
      .where("key", "=", "sealed")
      .executeTakeFirstOrThrow();
    const id = (JSON.parse(bytes.toString("utf8")) as { readonly planId: string }).planId;
    expect(bytes.includes(id)).toBe(true);
    expect(body?.includes(id)).toBe(false);
  });
});

const hashOf = (text: string): Buffer => createHash("sha256").update(text).digest();
const printOf = ({ name, email }: { readonly name: string; readonly email: string }): Buffer =>
  hashOf(JSON.stringify(["/v1/accounts", name, email, ""]));

describe("a sign-up with an Idempotency-Key", () => {
  const ada = { name: "Ada", email: "once@example.org", password };
  const signUp = (visitor: Visitor, key: string, body: unknown = ada): Promise<Answer> =>
    visitor.call("/v1/accounts", { method: "POST", body, headers: { "idempotency-key": key } });
  const accountCount = async (): Promise<number> =>
    (await database.db.selectFrom("accounts").select("id").execute()).length;

  it("makes one account however often it comes, and opens a session each time", async () => {
    const before = await accountCount();
    const [first, again] = [newVisitor(), newVisitor()];
    const made = await signUp(first, "sign-up");
    const repeated = await signUp(again, "sign-up");
    const signedIn = await signUp(first, "sign-up");
    expect([made.status, repeated.status, signedIn.status]).toEqual([201, 201, 201]);
    expect(repeated.bytes.equals(made.bytes)).toBe(true);
    expect([made, repeated].map(({ headers }) => headers["idempotent-replayed"])).toEqual([
      undefined,
      "true",
    ]);
    expect((await again.call("/v1/me")).json).toMatchObject({ kind: "account", email: ada.email });
    expect(await accountCount()).toBe(before + 1);
  });

  it("is refused with another body, and with another password", async () => {
    const before = await accountCount();
    for (const changed of [{ name: "Eve" }, { password: "not the right one" }]) {
      const answer = await signUp(newVisitor(), "sign-up", { ...ada, ...changed });
      expect([answer.status, codeOf(answer)]).toEqual([422, "idempotency_key_reused"]);
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
    expect(await accountCount()).toBe(before);
  });

  it("is nothing to a stranger who has chosen the same key", async () => {
    const stranger = await signUp(newVisitor(), "sign-up", { ...ada, email: "stranger@example.org" });
    expect([stranger.status, stranger.headers["idempotent-replayed"]]).toEqual([201, undefined]);
    expect((await signUp(newVisitor(), "sign-up")).headers["idempotent-replayed"]).toBe("true");
  });

  it("under a new key finds the address taken, and may be corrected under it", async () => {
    const taken = await signUp(newVisitor(), "another-key");
    expect([taken.status, codeOf(taken)]).toEqual([409, "email_taken"]);
    const corrected = await signUp(newVisitor(), "another-key", { ...ada, email: "second@example.org" });
    expect(corrected.status).toBe(201);
  });

  it("is done once when it arrives five times at the same moment", async () => {
    const before = await accountCount();
    const body = { ...ada, email: "crowd@example.org" };
    const answers = await Promise.all(Array.from({ length: 5 }, () => signUp(newVisitor(), "crowd", body)));
    for (const answer of answers.filter(({ status }) => status !== 201))
      expect([answer.status, codeOf(answer)]).toEqual([409, "request_under_way"]);
    expect((await signUp(newVisitor(), "crowd", body)).status).toBe(201);
    expect(await accountCount()).toBe(before + 1);
  });

  it("is done after all when the process died that had begun it", async () => {
    const body = { ...ada, email: "died@example.org" };
    expect((await signUp(newVisitor(), "died", body)).status).toBe(201);
    const died = { account_id: null, claimed_at: new Date(Date.now() - 1_000) };
    await database.db.deleteFrom("accounts").where("email", "=", body.email).execute();
    await database.db
      .insertInto("sign_up_keys")
      .values({ ...died, key_hash: hashOf(`/v1/accounts died ${body.email}`), request_hash: printOf(body) })
      .execute();
    expect(codeOf(await signUp(newVisitor(), "died", body))).toBe("request_under_way");
    await database.db
      .updateTable("sign_up_keys")
      .set({ claimed_at: new Date(Date.now() - 21_000) })
      .where("key_hash", "=", hashOf(`/v1/accounts died ${body.email}`))
      .execute();
    expect((await signUp(newVisitor(), "died", body)).status).toBe(201);
  });

  it("is another one after 24 hours, and the key goes with the account", async () => {
    await database.db
      .updateTable("sign_up_keys")
      .set({ created_at: new Date(Date.now() - 24 * 3_600_000) })
      .execute();
    expect(codeOf(await signUp(newVisitor(), "sign-up"))).toBe("email_taken");
    await database.db.deleteFrom("accounts").execute();
    expect(await database.db.selectFrom("sign_up_keys").selectAll().execute()).toEqual([]);
  });

  it("is refused with a key that is none", async () => {
    const answer = await signUp(newVisitor(), "two words");
    expect([answer.status, codeOf(answer)]).toEqual([400, "bad_idempotency_key"]);
  });
});

describe("too many requests", () => {
  it("of one address are refused with the seconds to wait, and the watch on the process is not", async () => {
    const small = await startTestService(database, { requestsPerMinute: 5, role: "api" });
    const visitor = createVisitor(() => small.address ?? "");
    const answers = [];
    for (let n = 0; n < 7; n += 1) answers.push(await visitor.call("/v1/plans"));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const [refused] = answers.slice(-1);
    expect(refused && codeOf(refused)).toBe("too_many_requests");
    expect(Number(refused?.headers["retry-after"])).toBeGreaterThan(0);
    for (let n = 0; n < 7; n += 1) expect((await visitor.call("/livez")).status).toBe(200);
    await small.stop();
  });

  it("of one athlete are refused, from however many addresses they come", async () => {
    const small = await startTestService(database, { requestsPerMinute: 5, role: "api", trustProxy: true });
    const known = createVisitor(() => small.address ?? "", guest.cookies());
    const from = (n: number): Promise<Answer> =>
      known.call("/v1/plans", { headers: { "x-forwarded-for": `10.0.0.${String(n)}` } });
    const statuses = [];
    for (let n = 1; n <= 6; n += 1) statuses.push((await from(n)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    await small.stop();
  });

  it("to sign in to one account are refused, from however many addresses they come", async () => {
    const small = await startTestService(database, { signInsPerMinute: 3, role: "api", trustProxy: true });
    const visitor = createVisitor(() => small.address ?? "");
    const guess = (n: number, email: string): Promise<Answer> =>
      visitor.call("/v1/sessions", {
        method: "POST",
        body: { email, password: `guess number ${String(n)}` },
        headers: { "x-forwarded-for": `10.0.0.${String(n)}` },
      });
    const statuses = [];
    for (let n = 1; n <= 4; n += 1)
      statuses.push((await guess(n, n % 2 === 0 ? "a@example.org" : "A@Example.org")).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
    expect((await guess(5, "b@example.org")).status).toBe(401);
    await small.stop();
  });
});
