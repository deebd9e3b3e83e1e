import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import {
  CalendarAnswer,
  ChangedAnswer,
  ChangeListAnswer,
  CompactCalendarAnswer,
  PlanAnswer,
  PreviewAnswer,
  Problem,
  StandardPlanListAnswer,
  WhatIfAnswer,
  WorkoutAnswer,
  WorkoutListAnswer,
} from "@strideiq/contracts";
import { parseCalendarDate } from "@strideiq/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, type Visitor } from "./http/call-server.fixture.ts";
import { type Ready, readyPlan } from "./people.fixture.ts";
import { marathonWish, startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database);
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const newVisitor = (): Visitor => createVisitor(() => service.address ?? "");
const post = (visitor: Visitor, path: string, body: unknown, headers = {}): Promise<Answer> =>
  visitor.call(path, { method: "POST", body, headers });
const codeOf = ({ json }: Answer): string => Problem.parse(json).code;
const rowCount = async (table: "training_plans" | "plan_versions" | "athletes"): Promise<number> =>
  (await database.db.selectFrom(table).selectAll().execute()).length;

/** An easy run of the third week, and a day without a run that is no Monday: those are taken. */
function easyRun({ plan }: Ready) {
  const days = plan.weeks[2]?.days ?? [];
  const at = days.findIndex(({ sessions }) => sessions[0]?.kind === "easy");
  const [day, free] = [days[at], days.find(({ sessions }, index) => index > 0 && sessions.length === 0)];
  const session = day?.sessions[0];
  if (day === undefined || session === undefined || free === undefined) throw new Error("no easy run");
  return { session, date: day.date, free: free.date };
}

describe("a change", () => {
  it("is shown first with nothing stored, then made with If-Match, kept in the ledger, and undone", async () => {
    const runner = newVisitor();
    const ready = await readyPlan(runner);
    const address = `/v1/plans/${ready.planId}`;
    const { date } = easyRun(ready);
    const wish = { kind: "block_days", days: [date] };
    const versions = await rowCount("plan_versions");

    const asked = await post(runner, `${address}/changes/what-if`, { wish });
    const shown = WhatIfAnswer.parse(asked.json);
    if (shown.status !== "possible") throw new Error(shown.reason);
    expect(shown).toMatchObject({ version: 1, revision: 1, from: "2026-11-23" });
    expect(shown.verdicts.after.breach).toBe(0);
    expect(shown.plan.weeks.flatMap(({ days }) => days).find((day) => day.date === date)?.sessions).toEqual(
      [],
    );
    expect(await rowCount("plan_versions")).toBe(versions);

    const etag = String(asked.headers["etag"]);
    const made = await post(runner, `${address}/changes`, { wish, reason: "wedding" }, { "if-match": etag });
    expect(ChangedAnswer.parse(made.json)).toMatchObject({ version: 2, revision: 2 });
    const late = await post(runner, `${address}/changes`, { wish }, { "if-match": etag });
    expect([late.status, codeOf(late)]).toEqual([412, "plan_changed"]);

    const { changes } = ChangeListAnswer.parse((await runner.call(`${address}/changes`)).json);
    expect(changes).toMatchObject([
      { kind: "block_days", reason: "wedding", by: "athlete", diff: shown.diff },
    ]);
    const undone = await post(runner, `${address}/changes/${changes[0]?.id ?? ""}/undo`, {});
    expect(ChangedAnswer.parse(undone.json)).toMatchObject({ version: 3 });
    const after = PlanAnswer.parse((await runner.call(address)).json);
    expect(after.status === "ready" && after.plan.weeks).toEqual(ready.plan.weeks);
  });

  it("to a session moves it, and the calendar shows it there", async () => {
    const runner = newVisitor();
    const ready = await readyPlan(runner);
    const { session, free } = easyRun(ready);
    const wish = { kind: "move", session: session.id, to: free };
    const inCapitals = `/v1/plans/${ready.planId.toUpperCase()}`;
    const etag = String((await runner.call(inCapitals)).headers["etag"]);
    const made = await post(runner, `${inCapitals}/changes`, { wish }, { "if-match": etag });
    expect([made.status, made.json]).toMatchObject([200, { version: 2 }]);
    const { sessions } = CalendarAnswer.parse(
      (await runner.call(`/v1/calendar?from=${free}&to=${free}`)).json,
    );
    expect(sessions.map(({ sessionId }) => sessionId)).toEqual([session.id]);
  });

  it("that no safe plan has is answered with the law and the nearest one that can be", async () => {
    const runner = newVisitor();
    const { planId } = await readyPlan(runner);
    const wish = { kind: "race_date", date: "2026-12-13" };
    const asked = WhatIfAnswer.parse(
      (await post(runner, `/v1/plans/${planId}/changes/what-if`, { wish })).json,
    );
    if (asked.status !== "refused") throw new Error(asked.status);
    expect(asked.reason).toMatch(/\.$/);
    const made = await post(runner, `/v1/plans/${planId}/changes`, { wish });
    expect([made.status, codeOf(made)]).toEqual([409, "change_refused"]);
    expect(Problem.parse(made.json).errors?.[0]?.message).toBe(asked.reason);
  });

  it.each([
    ["a session that there is not", { kind: "move", session: "s999", to: "2026-12-20" }],
    ["a day in the past", { kind: "block_days", days: ["2026-11-01"] }],
  ])("to %s is refused with its field, first and last", async (_what, wish) => {
    const runner = newVisitor();
    const { planId } = await readyPlan(runner);
    for (const path of ["changes/what-if", "changes"]) {
      const answer = await post(runner, `/v1/plans/${planId}/${path}`, { wish });
      expect([answer.status, codeOf(answer)]).toEqual([422, "invalid_request"]);
      expect(Problem.parse(answer.json).errors).toMatchObject([{ field: "wish" }]);
    }
  });

  it("is made by one of two that were meant for the same state", async () => {
    const runner = newVisitor();
    const ready = await readyPlan(runner);
    const { date, session, free } = easyRun(ready);
    const headers = { "if-match": `"${ready.planId}-1"` };
    const wishes = [
      { kind: "block_days", days: [date] },
      { kind: "move", session: session.id, to: free },
    ];
    const answers = await Promise.all(
      wishes.map((wish) => post(runner, `/v1/plans/${ready.planId}/changes`, { wish }, headers)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });
});

describe("a plan made again", () => {
  it("is the same wish under the rules of today, with the days that are kept free, as a version", async () => {
    const runner = newVisitor();
    const ready = await readyPlan(runner);
    const { date } = easyRun(ready);
    await post(runner, `/v1/plans/${ready.planId}/changes`, { wish: { kind: "block_days", days: [date] } });
    const made = await post(runner, `/v1/plans/${ready.planId}/regenerate`, {});
    expect(ChangedAnswer.parse(made.json)).toMatchObject({ version: 3 });
    const after = PlanAnswer.parse((await runner.call(`/v1/plans/${ready.planId}`)).json);
    const days = after.status === "ready" ? after.plan.weeks.flatMap((week) => week.days) : [];
    expect(days.find((day) => day.date === date)?.sessions).toEqual([]);
  });

  it("is refused once it has begun, because what was run is not planned again", async () => {
    const runner = newVisitor();
    const { planId } = await readyPlan(runner);
    const day = parseCalendarDate("2027-02-01");
    if (!day.ok) throw new Error(day.error.text);
    const later = await startTestService(database, { role: "api", today: day.value });
    const known = createVisitor(() => later.address ?? "", runner.cookies());
    const answer = await post(known, `/v1/plans/${planId}/regenerate`, {});
    expect([answer.status, codeOf(answer)]).toEqual([409, "plan_begun"]);
    await later.stop();
  });
});

describe("a preview", () => {
  it("is the plan that a wish leads to, and leaves nothing behind", async () => {
    const before = [await rowCount("training_plans"), await rowCount("athletes")];
    const visitor = newVisitor();
    const shown = PreviewAnswer.parse((await post(visitor, "/v1/plans/preview", marathonWish)).json);
    expect(shown.status).toBe("ready");
    const hopeless = {
      ...marathonWish,
      raceDate: "2026-12-06",
      weeklyMetres: 15_000,
      longestMetres: 6_000,
      result: null,
    };
    expect((await post(visitor, "/v1/plans/preview", hopeless)).json).toMatchObject({ status: "refused" });
    expect(codeOf(await post(visitor, "/v1/plans/preview", { ...marathonWish, weeklyMetres: -1 }))).toBe(
      "invalid_request",
    );
    const onMars = await post(visitor, "/v1/plans/preview", { ...marathonWish, timeZone: "Mars/Olympus" });
    expect([onMars.status, onMars.json]).toMatchObject([422, { errors: [{ field: "timeZone" }] }]);
    expect([await rowCount("training_plans"), await rowCount("athletes")]).toEqual(before);
    expect(visitor.cookies()).toBe("");
  });
});

describe("the standard plans", () => {
  it("are 24, listed by pages", async () => {
    const first = StandardPlanListAnswer.parse((await newVisitor().call("/v1/standard-plans?limit=20")).json);
    const rest = StandardPlanListAnswer.parse(
      (await newVisitor().call(`/v1/standard-plans?limit=20&after=${first.next ?? ""}`)).json,
    );
    expect([first.plans.length, rest.plans.length, rest.next]).toEqual([20, 4, null]);
    expect(new Set([...first.plans, ...rest.plans].map(({ id }) => id)).size).toBe(24);
  });

  it("are seen each for a race day, and one is made somebody's own", async () => {
    const runner = newVisitor();
    const { plans } = StandardPlanListAnswer.parse((await runner.call("/v1/standard-plans?limit=100")).json);
    for (const { id, weeks } of plans) {
      const seen = PreviewAnswer.parse(
        (await runner.call(`/v1/standard-plans/${id}?raceDate=2027-04-18`)).json,
      );
      expect([id, seen.status === "ready" && seen.plan.weeks.length]).toEqual([id, weeks]);
    }
    const body = { raceDate: "2027-04-18", timeZone: "Europe/Berlin" };
    const placed = await post(runner, "/v1/standard-plans/marathon-18-weeks-mid/place", body);
    expect(placed.status).toBe(202);
    const address = String(placed.headers["location"]);
    await expect
      .poll(async () => (await runner.call(address)).json, { timeout: 20_000 })
      .toMatchObject({ status: "ready", plan: { raceDate: "2027-04-18", tier: "mid" } });
    const unknown = await post(runner, "/v1/standard-plans/moonwalk/place", body);
    expect([unknown.status, codeOf(unknown)]).toEqual([404, "standard_plan_not_found"]);
  });
});

describe("the library", () => {
  it("is read by pages, by what one looks for, and one by one", async () => {
    const visitor = newVisitor();
    const seen: string[] = [];
    for (let after: string | null = ""; after !== null;) {
      const query = after === "" ? "" : `&after=${after}`;
      const page: WorkoutListAnswer = WorkoutListAnswer.parse(
        (await visitor.call(`/v1/workouts?limit=50${query}`)).json,
      );
      seen.push(...page.workouts.map(({ id }) => id));
      after = page.next;
    }
    expect(seen.length).toBeGreaterThan(40);
    expect(new Set(seen).size).toBe(seen.length);
    const hills = WorkoutListAnswer.parse((await visitor.call("/v1/workouts?stimulus=hills&limit=100")).json);
    expect(new Set(hills.workouts.map(({ stimulus }) => stimulus))).toEqual(new Set(["hills"]));
    const [id = ""] = seen;
    expect(WorkoutAnswer.parse((await visitor.call(`/v1/workouts/${id}`)).json)).toMatchObject({ id });
    expect(codeOf(await visitor.call("/v1/workouts/moonwalk"))).toBe("workout_not_found");
  });
});

describe("the compact calendar", () => {
  it("says the same as the long one in fewer bytes", async () => {
    const runner = newVisitor();
    await readyPlan(runner);
    const range = "from=2026-11-23&to=2027-04-18";
    const [long, short] = [
      await runner.call(`/v1/calendar?${range}`),
      await runner.call(`/v1/calendar/compact?${range}`),
    ];
    const { sessions } = CalendarAnswer.parse(long.json);
    const compact = CompactCalendarAnswer.parse(short.json);
    expect(compact.sessions.map(([date, plan, id]) => [date, compact.plans[plan], id])).toEqual(
      sessions.map(({ date, planId, sessionId }) => [date, planId, sessionId]),
    );
    expect(short.bytes.length * 2).toBeLessThan(long.bytes.length);
  });
});
