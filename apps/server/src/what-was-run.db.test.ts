import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { type PlanAnswer, Problem, WhatIfAnswer } from "@strideiq/contracts";
import { parseCalendarDate } from "@strideiq/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { type Ready, readyPlan, signedUp } from "./people.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;

/** A day of the sixth week: five weeks lie behind. */
const TODAY = "2026-12-30";

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database);
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const newVisitor = (): Visitor => createVisitor(() => service.address ?? "");

type Plan = Extract<PlanAnswer, { status: "ready" }>["plan"];
const sessionsOf = ({ weeks }: Pick<Plan, "weeks">) =>
  weeks.flatMap(({ days }) =>
    days.flatMap(({ date, sessions }) => sessions.map((one) => ({ ...one, date }))),
  );
type Dated = ReturnType<typeof sessionsOf>[number];

/** The service on a later day. */
async function onDay(day: string): Promise<void> {
  const today = parseCalendarDate(day);
  if (!today.ok) throw new Error(day);
  await service.stop();
  service = await startTestService(database, { today: today.value });
}

async function tell(runner: Visitor, { planId }: Ready, { id }: Dated, body: object): Promise<void> {
  const told = await send(runner, "PUT", `/v1/plans/${planId}/sessions/${id}/completion`, body);
  expect(told.status).toBe(200);
}

const asPlanned = ({ date, metres, seconds }: Dated) => ({ state: "done", doneOn: date, metres, seconds });

async function whatIf(runner: Visitor, { planId }: Ready, wish: object) {
  const asked = WhatIfAnswer.parse(
    (await send(runner, "POST", `/v1/plans/${planId}/changes/what-if`, { wish })).json,
  );
  if (asked.status !== "possible") throw new Error(asked.reason);
  return asked;
}

const ahead = (plan: Pick<Plan, "weeks">) => sessionsOf(plan).filter(({ date }) => date >= TODAY);

describe("what the service has on record of what was run", () => {
  let skipping: Ready;
  let tooFar: Ready;
  const [skipper, strider] = [newVisitor(), newVisitor()];

  beforeAll(async () => {
    await signedUp(skipper);
    await signedUp(strider);
    skipping = await readyPlan(skipper);
    tooFar = await readyPlan(strider);
    await onDay(TODAY);
    for (const session of sessionsOf(skipping.plan))
      if (session.date >= "2026-12-10" && session.date < TODAY)
        await tell(skipper, skipping, session, { state: "skipped" });
    const long = sessionsOf(tooFar.plan).findLast(({ date, kind }) => kind === "long" && date < TODAY);
    if (long === undefined) throw new Error("no long run");
    await tell(strider, tooFar, long, { ...asPlanned(long), metres: 34_000, seconds: 12_600 });
  }, 60_000);

  it.each([
    { kind: "adapt" },
    { kind: "block_days", days: ["2027-01-14"] },
    { kind: "long_run_day", weekday: "sat" },
  ])("gives weeks of skipped sessions their way back, whatever is asked: $kind", async (wish) => {
    const { plan } = await whatIf(skipper, skipping, wish);
    const firstDays = ahead(plan).filter(({ date }) => date < "2027-01-06");
    expect(firstDays.filter(({ quality }) => quality)).toEqual([]);
    const before = ahead(skipping.plan).filter(({ date }) => date < "2027-01-06");
    const metres = (some: readonly Dated[]) => some.reduce((sum, one) => sum + one.metres, 0);
    expect(metres(firstDays)).toBeLessThan(metres(before) * 0.8);
  });

  it("makes the next long run shorter after one that went far too far", async () => {
    const { plan } = await whatIf(strider, tooFar, { kind: "adapt" });
    const next = (of: Pick<Plan, "weeks">) => ahead(of).find(({ kind }) => kind === "long")?.metres ?? 0;
    expect(next(plan)).toBeLessThan(next(tooFar.plan));
  });

  it("is told to the plan once: a second change has nothing to tell any more", async () => {
    const address = `/v1/plans/${tooFar.planId}/changes`;
    expect((await send(strider, "POST", address, { wish: { kind: "adapt" } })).status).toBe(200);
    const { diff, plan } = await whatIf(strider, tooFar, { kind: "adapt" });
    expect(diff.sessions).toEqual([]);
    expect(plan.changes?.map(({ done }) => done?.sessions.length ?? 0)).toEqual([1, 0]);
  });

  it("gives way to what is told with the change itself", async () => {
    const done = {
      sessions: sessionsOf(skipping.plan)
        .filter(({ date }) => date >= "2026-12-10" && date < TODAY)
        .map(({ id, metres, seconds }) => ({ session: id, status: "done", metres, seconds })),
    };
    const asked = await send(skipper, "POST", `/v1/plans/${skipping.planId}/changes/what-if`, {
      wish: { kind: "adapt" },
      done,
    });
    expect(WhatIfAnswer.parse(asked.json)).toMatchObject({ status: "possible", diff: { sessions: [] } });
  });

  it("keeps a session that was run from being moved or swapped to another day", async () => {
    const [today, later] = ahead(tooFar.plan);
    if (today === undefined || later === undefined) throw new Error("no session");
    await tell(strider, tooFar, today, { ...asPlanned(today), doneOn: TODAY });
    const free = "2027-01-14";
    for (const wish of [
      { kind: "move", session: today.id, to: free },
      { kind: "swap", days: [later.date, today.date] },
    ])
      for (const path of ["changes/what-if", "changes"]) {
        const answer = await send(strider, "POST", `/v1/plans/${tooFar.planId}/${path}`, { wish });
        expect([answer.status, Problem.parse(answer.json).code]).toEqual([409, "session_done"]);
      }
  });

  it("knows recordings, of a session as well as beside the plan", async () => {
    const runner = newVisitor();
    await signedUp(runner);
    const ready = await readyPlan(runner);
    const later = "2027-01-20";
    await onDay(later);
    const [first] = sessionsOf(ready.plan).filter(({ date }) => date < later);
    if (first === undefined) throw new Error("no session");
    const runs = [
      { day: first.date, metres: first.metres + 700, seconds: first.seconds + 300 },
      { day: "2027-01-04", metres: 5_000, seconds: 1_900 },
    ];
    for (const run of runs) expect((await send(runner, "POST", "/v1/activities", run)).status).toBe(201);
    const { plan } = await whatIf(runner, ready, { kind: "adapt" });
    expect(plan.changes?.at(-1)?.done).toMatchObject({
      sessions: [{ session: first.id, metres: first.metres + 700 }],
      extra: [{ date: "2027-01-04", metres: 5_000, seconds: 1_900 }],
    });
  });
});
