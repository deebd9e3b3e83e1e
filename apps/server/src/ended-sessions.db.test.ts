import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { Problem } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { nextEmail, password, readyPlan, signedUp } from "./people.fixture.ts";
import { marathonWish, startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database, { signInsPerMinute: 10_000 });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const newVisitor = (cookies?: string): Visitor => createVisitor(() => service.address ?? "", cookies);
const told = ({ status, json }: Answer): readonly unknown[] => [status, Problem.safeParse(json).data?.code];

/** Somebody whose session was opened and has run out since. */
async function expired(): Promise<{ readonly email: string; readonly cookies: string }> {
  const visitor = newVisitor();
  const email = nextEmail();
  await signedUp(visitor, email);
  await database.db
    .updateTable("sessions")
    .set({ expires_at: new Date(0), created_at: new Date(0) })
    .execute();
  return { email, cookies: visitor.cookies() };
}

const countAthletes = async (): Promise<number> =>
  (await database.db.selectFrom("athletes").select("id").execute()).length;

describe("a session or guest that is not known any more", () => {
  const OWN: readonly (readonly [string, string, unknown?])[] = [
    ["POST", "/v1/plans", marathonWish],
    ["POST", "/v1/goals", { distance: "5k", raceDate: "2027-04-18" }],
    ["GET", "/v1/plans"],
    ["GET", "/v1/calendar?from=2027-04-01&to=2027-04-18"],
    ["GET", "/v1/me/export"],
    ["DELETE", "/v1/me"],
  ];
  const CLAIMS: readonly (readonly [string, () => Promise<string>])[] = [
    ["an expired session", async () => (await expired()).cookies],
    ["a forged session", () => Promise.resolve("strideiq.session_token=abc.def")],
    [
      "a forged guest",
      () => Promise.resolve("strideiq.guest=01a20721-796e-7502-a35e-34f2214c91da.1999999999.AAAA"),
    ],
  ];

  it.each(CLAIMS)(
    "with %s is told so by whatever is somebody's own, and becomes no new guest",
    async (_who, claim) => {
      const cookies = await claim();
      const before = await countAthletes();
      for (const [method, path, body] of OWN) {
        const answer = await send(newVisitor(cookies), method, path, body);
        expect([method, path, ...told(answer)]).toEqual([method, path, 401, "session_ended"]);
        expect(answer.headers["set-cookie"]).toBeUndefined();
      }
      expect(await countAthletes()).toBe(before);
    },
  );

  it.each(CLAIMS)("with %s starts the page as nobody, and can begin anew from there", async (_who, claim) => {
    const visitor = newVisitor(await claim());
    expect((await visitor.call("/v1/me/features")).status).toBe(200);
    expect((await visitor.call("/v1/workouts?limit=1")).status).toBe(200);
    expect((await visitor.call("/v1/me")).json).toEqual({ kind: "nobody" });
    expect(visitor.cookies()).toBe("");
    await readyPlan(visitor);
  });

  it("is left by signing in again, and finds what was there before", async () => {
    const { email, cookies } = await expired();
    const visitor = newVisitor(cookies);
    expect((await send(visitor, "POST", "/v1/sessions", { email, password })).status).toBe(201);
    expect((await visitor.call("/v1/me")).json).toMatchObject({ kind: "account", email });
    expect((await visitor.call("/v1/plans")).status).toBe(200);
  });

  it("is left by signing out", async () => {
    const { cookies } = await expired();
    const visitor = newVisitor(`${cookies}; strideiq.guest=forged`);
    expect((await send(visitor, "DELETE", "/v1/sessions/current")).status).toBe(200);
    expect(visitor.cookies()).toBe("");
  });

  it("beside a guest that is known does not write for the guest", async () => {
    const guest = newVisitor();
    await readyPlan(guest);
    const { cookies } = await expired();
    const both = newVisitor(`${cookies}; ${guest.cookies()}`);
    expect(told(await send(both, "POST", "/v1/plans", marathonWish))).toEqual([401, "session_ended"]);
    expect((await both.call("/v1/me")).json).toMatchObject({ kind: "guest" });
    expect((await both.call("/v1/plans")).json).toMatchObject({ plans: [{ status: "ready" }] });
  });
});
