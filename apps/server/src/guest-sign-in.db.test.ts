import { setTimeout as sleep } from "node:timers/promises";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { nextEmail, password, type Ready, readyPlan, signedUp } from "./people.fixture.ts";
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
function firstSession({ plan }: Ready): string {
  const [session] = plan.weeks.flatMap(({ days }) => days).flatMap(({ sessions }) => sessions);
  if (session === undefined) throw new Error("a plan without sessions");
  return session.id;
}

describe("a guest", () => {
  it("brings its plan, what it did and what it waits for to the account it signs in to", async () => {
    const [ada, guest] = [newVisitor(), newVisitor()];
    const email = nextEmail();
    await signedUp(ada, email);
    const own = await readyPlan(ada);
    const brought = await readyPlan(guest);
    const session = firstSession(brought);
    const done = { state: "done", doneOn: "2026-11-22" };
    await send(guest, "PUT", `/v1/plans/${brought.planId}/sessions/${session}/completion`, done);
    const accepted = await send(guest, "POST", "/v1/plans", marathonWish);
    const { planId: waiting } = accepted.json as { readonly planId: string };
    const before = guest.cookies();
    const { athleteId: guestId } = (await guest.call("/v1/me")).json as { readonly athleteId: string };

    expect((await send(guest, "POST", "/v1/sessions", { email, password })).status).toBe(201);
    expect(guest.cookies()).not.toContain("guest");
    for (const planId of [own.planId, brought.planId])
      expect((await guest.call(`/v1/plans/${planId}`)).status).toBe(200);
    const completions = (await guest.call(`/v1/plans/${brought.planId}/completions`)).json;
    expect(JSON.stringify(completions)).toContain(session);
    const settled = async () => (await ada.call(`/v1/plans/${waiting}`)).json;
    await expect.poll(settled, { timeout: 20_000 }).toMatchObject({ status: "ready" });
    expect((await newVisitor(before).call(`/v1/plans/${brought.planId}`)).status).toBe(401);
    const { rows } = await sql`
      select 1 from pgboss.job where data ->> 'athleteId' = ${guestId} or singleton_key = ${guestId}
      union all select 1 from athletes where id = ${guestId}`.execute(database.db);
    expect(rows).toEqual([]);
  });

  it("finds every plan that was being made while it signed up or in, ready and once, in its account", async () => {
    const visitors = Array.from({ length: 12 }, () => newVisitor());
    const asked = await Promise.all(
      visitors.map(async (guest, index) => {
        const email = nextEmail();
        const isKnown = index % 2 === 0;
        if (isKnown) await signedUp(newVisitor(), email);
        const accepted = await send(guest, "POST", "/v1/plans", marathonWish);
        // Some before a worker has begun, some while it stores the plan.
        await sleep(index * 8);
        const account = { name: "Ada", email, password };
        const [path, body] = isKnown ? ["/v1/sessions", { email, password }] : ["/v1/accounts", account];
        expect((await send(guest, "POST", path, body)).status).toBe(201);
        const { planId } = accepted.json as { readonly planId: string };
        return { guest, planId };
      }),
    );
    for (const { guest, planId } of asked) {
      const settled = async () => (await guest.call(`/v1/plans/${planId}`)).json;
      await expect.poll(settled, { timeout: 20_000 }).toMatchObject({ status: "ready" });
      const { kind } = (await guest.call("/v1/me")).json as { readonly kind: string };
      expect(kind).toBe("account");
    }
    const { rows } = await sql`
      select plan_id from plan_versions where plan_id = any (${asked.map(({ planId }) => planId)})
      group by plan_id having count(*) <> 1`.execute(database.db);
    expect(rows).toEqual([]);
  });

  it("keeps what is its own when its password is wrong", async () => {
    const guest = newVisitor();
    const { planId } = await readyPlan(guest);
    const wrong = { email: nextEmail(), password: "wrong password" };
    expect((await send(guest, "POST", "/v1/sessions", wrong)).status).toBe(401);
    expect((await guest.call(`/v1/plans/${planId}`)).status).toBe(200);
  });
});
