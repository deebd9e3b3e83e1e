import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { Problem } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, type Visitor } from "./http/call-server.fixture.ts";
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
