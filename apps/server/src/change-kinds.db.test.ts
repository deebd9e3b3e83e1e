import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { ChangedAnswer, ChangeListAnswer, PlanAnswer, Problem, WhatIfAnswer } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { agreed } from "./people.fixture.ts";
import { settledPlan, startTestService } from "./test-service.fixture.ts";

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

async function planOf(visitor: Visitor, address: string) {
  const answer = PlanAnswer.parse((await visitor.call(address)).json);
  if (answer.status !== "ready") throw new Error(answer.status);
  return answer.plan;
}
type Plan = Awaited<ReturnType<typeof planOf>>;

const ill = { health: { kind: "illness", date: "2026-11-23" } };

/** An easy run of the third week, and a day without a run that is no Monday: those are taken. */
function easyAndFree({ weeks }: Plan): readonly string[] {
  const days = weeks[2]?.days ?? [];
  const easy = days.find(({ sessions }) => sessions[0]?.kind === "easy");
  const free = days.find(({ sessions }, index) => index > 0 && sessions.length === 0);
  return [easy?.date ?? "", free?.date ?? ""];
}

const longRunDays = ({ weeks }: Plan): ReadonlySet<number> =>
  new Set(
    weeks
      .slice(1, -1)
      .flatMap(({ days }) =>
        days.flatMap(({ sessions }, index) => (sessions.some(({ kind }) => kind === "long") ? [index] : [])),
      ),
  );

interface Kind {
  /** What went before, where the change is one back. */
  readonly before?: unknown;
  readonly body: (plan: Plan) => unknown;
  readonly holds: (after: Plan, before: Plan) => void;
}

const firstDay = (plan: Plan, date: string) =>
  plan.weeks.flatMap(({ days }) => days).find((day) => day.date === date);

const KINDS: Readonly<Record<string, Kind>> = {
  swap: {
    body: (plan) => ({ wish: { kind: "swap", days: easyAndFree(plan) } }),
    holds: (after, before) => {
      const [one = "", other = ""] = easyAndFree(before);
      expect(firstDay(after, one)?.sessions).toEqual([]);
      expect(firstDay(after, other)?.sessions[0]?.id).toBe(firstDay(before, one)?.sessions[0]?.id);
    },
  },
  pause: {
    body: () => ({ wish: { kind: "pause", first: "2026-12-21", last: "2026-12-27" } }),
    holds: (after) => {
      expect(firstDay(after, "2026-12-24")?.sessions).toEqual([]);
    },
  },
  repeat_week: {
    body: () => ({ wish: { kind: "repeat_week", week: 1 } }),
    holds: (after, before) => {
      expect(after.weeks[0]?.targetMetres).toBe(before.weeks[0]?.targetMetres);
      expect(after.weeks).not.toEqual(before.weeks);
    },
  },
  long_run_day: {
    body: () => ({ wish: { kind: "long_run_day", weekday: "sat" } }),
    holds: (after) => {
      expect(longRunDays(after)).toEqual(new Set([5]));
    },
  },
  race_date: {
    body: () => ({ wish: { kind: "race_date", date: "2027-04-25" } }),
    holds: (after, before) => {
      expect([before.raceDate, after.raceDate]).toEqual(["2027-04-18", "2027-04-25"]);
    },
  },
  adapt: {
    body: () => ({ wish: { kind: "adapt" }, done: ill }),
    holds: (after, before) => {
      expect(after.weeks).not.toEqual(before.weeks);
    },
  },
  resume: {
    before: { wish: { kind: "adapt" }, done: ill },
    body: () => ({ wish: { kind: "resume" } }),
    holds: (after, before) => {
      expect(after.weeks).not.toEqual(before.weeks);
    },
  },
};

const statusAndCode = (answer: Answer): readonly [number, string] => [
  answer.status,
  Problem.parse(answer.json).code,
];

describe.each(Object.keys(KINDS))("a change of kind %s", (name) => {
  const kind = KINDS[name];

  it("is shown first, made for the state that was seen, taken back, brought back, and nobody else's", async () => {
    if (kind === undefined) throw new Error(name);
    const runner = newVisitor();
    const address = `/v1/plans/${(await settledPlan(runner)).planId}`;
    await agreed(runner);
    if (kind.before !== undefined)
      expect((await send(runner, "POST", `${address}/changes`, kind.before)).status).toBe(200);
    const before = await planOf(runner, address);
    const body = kind.body(before);

    const asked = await send(runner, "POST", `${address}/changes/what-if`, body);
    expect(asked.json).not.toHaveProperty("code");
    const shown = WhatIfAnswer.parse(asked.json);
    if (shown.status !== "possible") throw new Error(`${shown.law}: ${shown.reason}`);
    kind.holds(shown.plan, before);
    expect(shown.verdicts.after.breach).toBe(0);
    expect(await planOf(runner, address)).toEqual(before);

    const headers = { "if-match": String(asked.headers["etag"]) };
    const made = await send(runner, "POST", `${address}/changes`, body, headers);
    expect(ChangedAnswer.parse(made.json)).toMatchObject({ version: shown.version + 1 });
    const after = await planOf(runner, address);
    expect(after.weeks).toEqual(shown.plan.weeks);
    const { changes } = ChangeListAnswer.parse((await runner.call(`${address}/changes`)).json);
    expect(changes[0]).toMatchObject({ kind: name, diff: shown.diff });

    const undo = `${address}/changes/${changes[0]?.id ?? ""}/undo`;
    const stranger = newVisitor();
    for (const [path, sent] of [
      [`${address}/changes/what-if`, body],
      [`${address}/changes`, body],
      [undo, {}],
      [`${address}/restore`, { version: 1 }],
    ] as const)
      expect(statusAndCode(await send(stranger, "POST", path, sent))).toEqual([404, "plan_not_found"]);
    expect(await planOf(runner, address)).toEqual(after);

    expect((await send(runner, "POST", undo, {})).status).toBe(200);
    expect((await planOf(runner, address)).weeks).toEqual(before.weeks);
    expect((await send(runner, "POST", `${address}/restore`, { version: shown.version + 1 })).status).toBe(
      200,
    );
    expect((await planOf(runner, address)).weeks).toEqual(after.weeks);
  });
});

describe("to adapt a plan that goes on as it is", () => {
  it("changes nothing, however often it is asked for", async () => {
    const runner = newVisitor();
    const address = `/v1/plans/${(await settledPlan(runner)).planId}`;
    const before = await planOf(runner, address);
    for (let time = 0; time < 3; time += 1) {
      const adapted = await send(runner, "POST", `${address}/changes`, { wish: { kind: "adapt" } });
      expect(ChangedAnswer.parse(adapted.json)).toMatchObject({ version: 1, revision: 1 });
    }
    expect(await planOf(runner, address)).toEqual(before);
    expect(ChangeListAnswer.parse((await runner.call(`${address}/changes`)).json).changes).toEqual([]);
  });
});
