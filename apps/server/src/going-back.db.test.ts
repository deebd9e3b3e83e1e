import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { ChangeListAnswer, CompareAnswer, PlanAnswer, Problem, VersionAnswer } from "@strideiq/contracts";
import { parseCalendarDate } from "@strideiq/engine";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { agreed, type Ready, readyPlan, signedUp } from "./people.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;
/** Answers on a later day, while there is one. */
let later: Service | undefined;

const MADE = "2026-11-23";
const LATER = "2026-12-30";

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database);
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

afterEach(async () => {
  await later?.stop();
  later = undefined;
});

/** From now on runners are answered on that day; plans are made beside it on the day before all. */
async function onDay(next: string): Promise<void> {
  const today = parseCalendarDate(next);
  if (!today.ok) throw new Error(next);
  later = await startTestService(database, { role: "api", today: today.value });
}

interface Runner {
  readonly visitor: Visitor;
  readonly ready: Ready;
  readonly address: string;
}

async function newRunner(): Promise<Runner> {
  const visitor = createVisitor(() => (later ?? service).address ?? "");
  await signedUp(visitor);
  const ready = await readyPlan(visitor);
  return { visitor, ready, address: `/v1/plans/${ready.planId}` };
}

type Plan = Ready["plan"];
const sessionsOf = ({ weeks }: Plan) =>
  weeks.flatMap(({ days }) =>
    days.flatMap(({ date, sessions }) => sessions.map((one) => ({ ...one, date }))),
  );
const hardFrom = (plan: Plan, day: string) =>
  sessionsOf(plan).filter(({ date, kind, quality }) => quality && kind !== "race" && date >= day);
const daysFrom = ({ weeks }: Plan, day: string) =>
  weeks.flatMap(({ days }) => days).filter(({ date }) => date >= day);

async function planOf({ visitor, address }: Runner): Promise<Plan> {
  const answer = PlanAnswer.parse((await visitor.call(address)).json);
  if (answer.status !== "ready") throw new Error(answer.status);
  return answer.plan;
}

const post = ({ visitor, address }: Runner, path: string, body: unknown): Promise<Answer> =>
  send(visitor, "POST", `${address}/${path}`, body);

async function ledgerOf({ visitor, address }: Runner) {
  return ChangeListAnswer.parse((await visitor.call(`${address}/changes`)).json).changes;
}

const undoLatest = async (runner: Runner): Promise<Answer> =>
  post(runner, `changes/${(await ledgerOf(runner))[0]?.id ?? ""}/undo`, {});

const changed = async (runner: Runner, body: object): Promise<void> => {
  const answer = await post(runner, "changes", body);
  expect([answer.status, answer.json]).toMatchObject([200, {}]);
};

function refusal(answer: Answer): readonly string[] {
  const { code, errors } = Problem.parse(answer.json);
  return [code, ...(errors ?? []).map(({ message }) => message)];
}

const ill = (date: string) => ({ wish: { kind: "adapt" }, done: { health: { kind: "pain", date } } });

describe("going back to a version", () => {
  it("is one click where nothing was run in between, back and forth", async () => {
    const runner = await newRunner();
    await changed(runner, { wish: { kind: "long_run_day", weekday: "sat" } });
    const saturdays = await planOf(runner);
    expect((await undoLatest(runner)).status).toBe(200);
    expect(await planOf(runner)).toEqual(runner.ready.plan);
    expect((await post(runner, "restore", { version: 2 })).status).toBe(200);
    expect(await planOf(runner)).toEqual(saturdays);
  });

  it("takes back a word of pain on the day it was told, and on no later one", async () => {
    const [slip, hurt] = [await newRunner(), await newRunner()];
    for (const { visitor } of [slip, hurt]) await agreed(visitor);
    await changed(slip, ill(MADE));
    expect((await undoLatest(slip)).status).toBe(200);
    expect(await planOf(slip)).toEqual(slip.ready.plan);

    await changed(hurt, ill(MADE));
    await onDay("2026-11-25");
    for (const answer of [await undoLatest(hurt), await post(hurt, "restore", { version: 1 })]) {
      expect(answer.status).toBe(409);
      expect(refusal(answer)).toEqual([
        "change_refused",
        expect.stringMatching(/^Hard sessions rest until you take them up again\..*\(law C5\)\.$/),
        expect.stringMatching(/^The nearest that can be done: take up hard sessions again/),
      ]);
    }
    expect(hardFrom(await planOf(hurt), "2026-11-25")).toEqual([]);
  });

  it("keeps what was run, and refuses what the law of breaks stands against by now", async () => {
    const runner = await newRunner();
    await onDay(LATER);
    const sessions = sessionsOf(runner.ready.plan)
      .filter(({ date }) => date >= "2026-12-10" && date < LATER)
      .map(({ id }) => ({ session: id, status: "skipped" }));
    await changed(runner, { wish: { kind: "adapt" }, done: { sessions } });
    const eased = await planOf(runner);
    const answer = await post(runner, "restore", { version: 1 });
    expect(answer.status).toBe(409);
    expect(refusal(answer)).toEqual([
      "change_refused",
      expect.stringContaining("law C2"),
      expect.any(String),
    ]);
    expect(await planOf(runner)).toEqual(eased);
  });

  it("comes back from a pause of weeks in its middle as gently as the pause was long, and never as if nothing had been lost", async () => {
    const runner = await newRunner();
    const before = runner.ready.plan;
    await changed(runner, { wish: { kind: "pause", first: "2026-12-14", last: "2027-01-03" } });
    await onDay(LATER);
    const paused = await planOf(runner);
    const restored = refusal(await post(runner, "restore", { version: 1 }));
    expect(restored).toEqual([
      "change_refused",
      expect.stringMatching(/^(Weeks?|From week) \d.*law [CV]\d/),
      expect.any(String),
    ]);
    expect(await planOf(runner)).toEqual(paused);

    expect((await undoLatest(runner)).status).toBe(200);
    const back = await planOf(runner);
    expect(daysFrom(back, MADE).filter(({ date }) => date < LATER)).toEqual(
      daysFrom(paused, MADE).filter(({ date }) => date < LATER),
    );
    const runsIn = (plan: Plan) =>
      sessionsOf(plan).filter(({ date }) => date >= LATER && date <= "2027-01-03");
    expect(runsIn(paused)).toEqual([]);
    expect(runsIn(back).length).toBeGreaterThan(0);
    expect(runsIn(back).filter(({ quality }) => quality)).toEqual([]);
    const metresOf = (plan: Plan) => runsIn(plan).reduce((sum, { metres }) => sum + metres, 0);
    expect(metresOf(back)).toBeLessThan(metresOf(before));
    expect(back.certificate.laws.filter(({ verdict }) => verdict === "breach")).toEqual([]);
  });
});

describe("an option", () => {
  it("is of the plan: whatever version is shown, compared or restored, it stays what was chosen", async () => {
    const runner = await newRunner();
    const { visitor, address } = runner;
    const session = sessionsOf(runner.ready.plan).find(
      ({ date, optionB }) => optionB !== undefined && date > "2027-01-10",
    );
    const id = session?.id ?? "";
    await changed(runner, { wish: { kind: "block_days", days: ["2026-12-17"] } });
    expect((await send(visitor, "PUT", `${address}/sessions/${id}/option`, { option: "b" })).status).toBe(
      200,
    );
    expect((await post(runner, "restore", { version: 1 })).status).toBe(200);
    const [restored] = await ledgerOf(runner);
    expect(JSON.stringify(restored?.diff)).not.toContain(`"${id}"`);
    const shown = async (version: number) =>
      VersionAnswer.parse((await visitor.call(`${address}/versions/${String(version)}`)).json).plan;
    for (const version of [1, 2, 3]) {
      const plan = sessionsOf(await shown(version));
      expect(plan.find((one) => one.id === id)?.chosen).toBe("b");
    }
    expect(daysFrom(await shown(3), MADE)).toEqual(daysFrom(await planOf(runner), MADE));
    const compared = (await visitor.call(`${address}/compare?from=1&to=3`)).json;
    expect(CompareAnswer.parse(compared)).toMatchObject({ sessions: [], weeks: [] });
  });

  it("of a session that is past cannot be chosen", async () => {
    const runner = await newRunner();
    await onDay(LATER);
    const past = sessionsOf(runner.ready.plan).find(
      ({ date, optionB }) => optionB !== undefined && date < LATER,
    );
    const path = `${runner.address}/sessions/${past?.id ?? ""}/option`;
    const answer = await send(runner.visitor, "PUT", path, { option: "b" });
    expect([answer.status, Problem.parse(answer.json).code]).toEqual([409, "session_past"]);
  });
});
