import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { CompletionAnswer, Problem } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { type Ready, readyPlan } from "./people.fixture.ts";
import { marathonWish, startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
let runner: Visitor;
let ready: Ready;

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database);
  runner = createVisitor(() => service.address ?? "");
  ready = await readyPlan(runner);
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const codeOf = ({ status, json }: Answer) => [status, Problem.parse(json).code];
const fieldsOf = ({ json }: Answer) => (Problem.parse(json).errors ?? []).map(({ field }) => field);
const errorsOf = ({ json }: Answer) =>
  (Problem.parse(json).errors ?? []).map(({ field, message }) => `${field}: ${message}`);
const tagOf = ({ headers }: Answer): string => String(headers["etag"]);

function places() {
  const sessions = ready.plan.weeks.flatMap(({ days }) => days.flatMap((day) => day.sessions));
  const [one, other] = sessions.map(({ id }) => `/v1/plans/${ready.planId}/sessions/${id}/completion`);
  return { one: one ?? "", other: other ?? "" };
}

describe("the tag of what was told of a session", () => {
  const done = { state: "done", doneOn: "2026-11-23" };

  it("is its own: neither another session's nor the plan's stands for it, nor it for the plan's", async () => {
    const { one, other } = places();
    const first = await send(runner, "PUT", one, done);
    const second = await send(runner, "PUT", other, done);
    const plan = await runner.call(`/v1/plans/${ready.planId}`);
    expect(new Set([first, second, plan].map(tagOf)).size).toBe(3);
    for (const tag of [tagOf(second), tagOf(plan)])
      expect(codeOf(await send(runner, "PUT", one, done, { "if-match": tag }))).toEqual([
        412,
        "changed_meanwhile",
      ]);
    const wish = { wish: { kind: "block_days", days: ["2026-12-09"] } };
    const changes = `/v1/plans/${ready.planId}/changes`;
    expect(codeOf(await send(runner, "POST", changes, wish, { "if-match": tagOf(first) }))).toEqual([
      412,
      "plan_changed",
    ]);
    const again = await send(runner, "PUT", one, { ...done, effort: 3 }, { "if-match": tagOf(first) });
    expect(CompletionAnswer.parse(again.json)).toMatchObject({ revision: 2, effort: 3 });
    expect(tagOf(await runner.call(one))).toBe(tagOf(again));
    for (const place of [one, other]) expect((await send(runner, "DELETE", place)).status).toBe(200);
  });

  it("is not needed by who tells a session first: If-None-Match lets nobody be overwritten", async () => {
    const { one } = places();
    expect(codeOf(await runner.call(one))).toEqual([404, "completion_not_found"]);
    const first = { "if-none-match": "*" };
    expect((await send(runner, "PUT", one, done, first)).status).toBe(200);
    expect(codeOf(await send(runner, "PUT", one, { state: "skipped" }, first))).toEqual([
      412,
      "changed_meanwhile",
    ]);
    expect((await runner.call(one)).json).toMatchObject({ state: "done" });
    expect((await send(runner, "DELETE", one)).status).toBe(200);
  });
});

describe("a plan that its reader has already", () => {
  it.each([
    ["its tag among others", (tag: string) => `W/"x-1", ${tag}`],
    ["any tag", () => "*"],
    ["the strong form of its tag", (tag: string) => tag.replace("W/", "")],
  ])("is not sent again for %s", async (_what, sent) => {
    const path = `/v1/plans/${ready.planId}`;
    const tag = tagOf(await runner.call(path));
    for (const zipped of [{}, { "accept-encoding": "gzip" }]) {
      const again = await runner.call(path, { headers: { ...zipped, "if-none-match": sent(tag) } });
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
    }
    const other = await runner.call(path, { headers: { "if-none-match": 'W/"x-1", "y"' } });
    expect(other.status).toBe(200);
  });
});

describe("a day on which a session was run", () => {
  it.each(["2024-02-29", "2026-11-15"])("is not %s, which is no day of the plan", async (doneOn) => {
    const told = await send(runner, "PUT", places().one, { state: "done", doneOn });
    expect(told.status).toBe(422);
    expect(errorsOf(told)).toEqual([
      "doneOn: This day is not of the plan: choose one from 2026-11-16 to 2027-04-25.",
    ]);
  });

  it("may be a few days before the plan", async () => {
    const told = await send(runner, "PUT", places().one, { state: "done", doneOn: "2026-11-20" });
    expect(told.status).toBe(200);
    expect((await send(runner, "DELETE", places().one)).status).toBe(200);
  });
});

describe("a fault in a request", () => {
  const changed = (body: object): Promise<Answer> =>
    send(runner, "POST", `/v1/plans/${ready.planId}/changes/what-if`, body);

  it("is named with its whole way to the field", async () => {
    const move = await changed({ wish: { kind: "move", session: "s002" } });
    expect(errorsOf(move)).toEqual(["wish.to: The field wish.to is missing."]);
    const odd = await changed({ wish: { kind: "block_days", days: ["2026-12-01", "someday"] } });
    expect(fieldsOf(odd)).toEqual(["wish.days.1"]);
  });

  it("is laid to what was told where it lies there", async () => {
    const done = { sessions: [{ session: "s999", status: "skipped" }] };
    const told = await changed({ wish: { kind: "adapt" }, done });
    expect(errorsOf(told)).toEqual([expect.stringMatching(/^done: .*s999.*does not hold/)]);
  });

  it("is that the race is today, where it is", async () => {
    const today = await send(runner, "POST", "/v1/plans", { ...marathonWish, raceDate: "2026-11-23" });
    expect(errorsOf(today)).toEqual([
      'raceDate: The race date "2026-11-23" is today, which leaves no day to train. Choose a later day.',
    ]);
  });
});

describe("a plan that was never made", () => {
  it.each(["failed", "refused"] as const)(
    "is said to be so where it %s, to who would change it",
    async (state) => {
      const id = crypto.randomUUID();
      const { athleteId } = (await runner.call("/v1/me")).json as { readonly athleteId: string };
      const outcome =
        state === "failed"
          ? { failure: "cancelled" }
          : { refusal: JSON.stringify({ law: "E1", nearest: null }) };
      await database.db
        .insertInto("training_plans")
        .values({
          id,
          athlete_id: athleteId,
          state,
          request: JSON.stringify(ready.plan.request),
          settled_at: new Date(Date.now() + 1_000),
          ...outcome,
        })
        .execute();
      for (const path of ["changes", "changes/what-if"]) {
        const asked = await send(runner, "POST", `/v1/plans/${id}/${path}`, { wish: { kind: "adapt" } });
        expect(codeOf(asked)).toEqual([409, "plan_not_made"]);
      }
    },
  );
});
