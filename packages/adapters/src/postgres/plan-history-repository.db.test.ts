import { gunzipSync } from "node:zlib";
import {
  type Actor,
  createChooseOption,
  createCompareVersions,
  createRestoreVersion,
  createUndoChange,
  comparePlans,
  LOCAL_ATHLETE_ID,
  type PlanHistory,
  type PlanKey,
  type PlanRepository,
} from "@strideiq/application";
import type { Plan } from "@strideiq/engine";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { createPlanHistory } from "./plan-history-repository.ts";
import { createPlanRepository } from "./plan-repository.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";
import { changeSession, tinyPlanWithOption, tinyRequest } from "./testing/tiny-plan.fixture.ts";
import type { RenderSnapshot } from "./write-version.ts";

const actor: Actor = { kind: "athlete", id: newUuidV7() };
const original = tinyPlanWithOption();
const longer = changeSession(original, "w1d3", (session) => ({ ...session, metres: 7_000 }));

let database: TestDatabase;
let plans: PlanRepository;
let history: PlanHistory;
let key: PlanKey;

beforeAll(async () => {
  database = await createTestDatabase();
  const renderSnapshot: RenderSnapshot = (_id, { version, revision }, planText) =>
    `${JSON.stringify({ version, revision }).slice(0, -1)},"plan":${planText}}`;
  plans = createPlanRepository({
    db: database.app,
    enqueue: () => Promise.resolve(),
    announce: () => undefined,
    renderSnapshot,
  });
  history = createPlanHistory({ db: database.app, renderSnapshot, newId: newUuidV7 });
});
beforeEach(async () => {
  await database.reset();
  key = { planId: newUuidV7(), athleteId: LOCAL_ATHLETE_ID };
  await plans.accept(key, tinyRequest, { jobId: newUuidV7() });
  await plans.settle(key, { state: "ready", plan: original }, 1);
});
afterAll(() => database.close());

async function standing() {
  const current = await history.findCurrent(key);
  if (current === undefined) throw new Error("no such plan");
  return current;
}

async function append(plan: Plan, kind = "moved") {
  const from = await standing();
  return history.append(key, from, {
    kind,
    actor,
    reason: "rain",
    plan,
    diff: comparePlans(from.plan, plan),
  });
}

async function shown(): Promise<unknown> {
  const reading = await plans.find(key);
  if (reading?.state !== "ready") throw new Error("not ready");
  return JSON.parse(gunzipSync(reading.snapshot).toString("utf8"));
}

const metresOf = async (sessionId: string): Promise<number | undefined> =>
  (
    await database.db
      .selectFrom("planned_workouts")
      .select("metres")
      .where("session_id", "=", sessionId)
      .executeTakeFirst()
  )?.metres;

/** Nothing was run of these plans: going back asks no law. */
const asked = (): never => {
  throw new Error("the engine was asked");
};
const deps = () => ({
  history,
  clock: { today: () => tinyRequest.today },
  replan: asked,
  judgeChange: asked,
  policies: undefined as never,
});

const restore = (version: number, expected?: number) =>
  createRestoreVersion(deps())(key, version, { actor, ...(expected === undefined ? {} : { expected }) });
const choose = (sessionId: string, option: "a" | "b", expected?: number) =>
  createChooseOption(deps())(key, sessionId, option, {
    actor,
    ...(expected === undefined ? {} : { expected }),
  });
const undo = (changeId: string) => createUndoChange(deps())(key, changeId, { actor });
const newestChange = async (): Promise<string> =>
  (await history.listChanges(key, { limit: 1 }))?.[0]?.id ?? "";

describe("a change of a plan", () => {
  it("writes a new version with its reason, its rows and its answer, and keeps the old one", async () => {
    expect(await append(longer)).toEqual({ version: 2, revision: 2 });
    expect(await history.findVersion(key, 1)).toEqual(original);
    expect(await history.findVersion(key, 2)).toEqual(longer);
    expect(await metresOf("w1d3")).toBe(7_000);
    expect(await shown()).toEqual({ version: 2, revision: 2, plan: longer });
    expect(
      (await history.listVersions(key, { limit: 9 }))?.map(({ version, reason }) => [version, reason]),
    ).toEqual([
      [2, "moved"],
      [1, "generated"],
    ]);
  });

  it("stands in the ledger: who, why, what, from where to where", async () => {
    await append(longer);
    expect(await history.listChanges(key, { limit: 10 })).toMatchObject([
      {
        kind: "moved",
        actor,
        reason: "rain",
        fromVersion: 1,
        toVersion: 2,
        revision: 2,
        undoneBy: null,
        diff: { sessions: [{ fate: "changed", sessionId: "w1d3", metresBefore: 5_000, metresAfter: 7_000 }] },
      },
    ]);
  });

  it("of two at the same time is made once; the other learns that the plan has changed", async () => {
    const from = await standing();
    const change = {
      kind: "moved",
      actor,
      reason: "rain",
      plan: longer,
      diff: comparePlans(from.plan, longer),
    };
    const tried = await Promise.all(Array.from({ length: 5 }, () => history.append(key, from, change)));
    expect(tried.filter((outcome) => !("type" in outcome))).toEqual([{ version: 2, revision: 2 }]);
    expect(tried.filter((outcome) => "type" in outcome)).toEqual(
      Array.from({ length: 4 }, () => ({ type: "PlanChangedMeanwhile", revision: 2 })),
    );
    expect(await history.listVersions(key, { limit: 9 })).toHaveLength(2);
  });

  it("of another athlete's plan is nothing: neither seen nor made", async () => {
    const from = await standing();
    const stranger = { ...key, athleteId: newUuidV7() };
    expect(await history.findCurrent(stranger)).toBeUndefined();
    expect(await history.findVersion(stranger, 1)).toBeUndefined();
    expect(await history.listVersions(stranger, { limit: 9 })).toBeUndefined();
    expect(await history.listChanges(stranger, { limit: 5 })).toBeUndefined();
    const change = {
      kind: "moved",
      actor,
      reason: "rain",
      plan: longer,
      diff: comparePlans(from.plan, longer),
    };
    expect(await history.append(stranger, from, change)).toMatchObject({ type: "PlanChangedMeanwhile" });
    expect(await history.listVersions(key, { limit: 9 })).toHaveLength(1);
  });
});

describe("restoring", () => {
  it("makes an old version the newest, and loses none between", async () => {
    await append(longer);
    expect(await restore(1)).toEqual({ ok: true, value: { version: 3, revision: 3 } });
    expect((await standing()).plan).toEqual(original);
    expect(await history.findVersion(key, 2)).toEqual(longer);
    expect(await metresOf("w1d3")).toBe(5_000);
  });

  it("refuses a version that is not there, and a plan that has changed since it was seen", async () => {
    expect(await restore(7)).toEqual({ ok: false, error: { type: "VersionNotFound", version: 7 } });
    await append(longer);
    expect(await restore(1, 1)).toEqual({ ok: false, error: { type: "PlanChangedMeanwhile", revision: 2 } });
  });

  it("can be judged before: versions compare both ways", async () => {
    await append(longer);
    const compare = createCompareVersions({ history });
    const forth = await compare(key, 1, 2);
    const back = await compare(key, 2, 1);
    expect(forth).toMatchObject({
      value: { weeks: [{ week: 1, metresBefore: 15_000, metresAfter: 17_000 }] },
    });
    expect(back).toMatchObject({
      value: { weeks: [{ week: 1, metresBefore: 17_000, metresAfter: 15_000 }] },
    });
    expect(await compare(key, 1, 1)).toEqual({ ok: true, value: { sessions: [], weeks: [] } });
    expect(await compare(key, 1, 9)).toEqual({ ok: false, error: { type: "VersionNotFound", version: 9 } });
  });
});

describe("choosing an option", () => {
  it("changes the answer and the day, makes no version, and stands in the ledger", async () => {
    expect(await choose("w1d1", "b", 1)).toEqual({ ok: true, value: { version: 1, revision: 2 } });
    expect(await metresOf("w1d1")).toBe(4_000);
    expect(await shown()).toEqual({
      version: 1,
      revision: 2,
      plan: changeSession(original, "w1d1", (session) => ({ ...session, chosen: "b" })),
    });
    expect((await standing()).choices).toEqual({ w1d1: "b" });
    expect(await history.listVersions(key, { limit: 9 })).toHaveLength(1);
    expect(await history.listChanges(key, { limit: 5 })).toMatchObject([
      { kind: "option", fromVersion: 1, toVersion: 1, diff: { sessionId: "w1d1", from: "a", to: "b" } },
    ]);
  });

  it("sticks through new versions of the plan", async () => {
    await choose("w1d1", "b");
    await append(longer);
    expect(await metresOf("w1d1")).toBe(4_000);
    await restore(1);
    expect(await metresOf("w1d1")).toBe(4_000);
  });

  it("changes nothing when it is chosen already", async () => {
    expect(await choose("w1d1", "a")).toEqual({ ok: true, value: { version: 1, revision: 1 } });
    expect(await history.listChanges(key, { limit: 5 })).toEqual([]);
  });

  it("refuses sessions that are not there or have one way only", async () => {
    expect(await choose("w9d9", "b")).toMatchObject({ error: { type: "SessionNotFound" } });
    expect(await choose("w1d3", "b")).toMatchObject({ error: { type: "NoSuchOption" } });
  });
});

describe("undoing", () => {
  it("takes back the newest version, and both lines of the ledger say so", async () => {
    await append(longer);
    const changeId = await newestChange();
    expect(await undo(changeId)).toEqual({ ok: true, value: { version: 3, revision: 3 } });
    expect((await standing()).plan).toEqual(original);
    const [undoing, undone] = (await history.listChanges(key, { limit: 5 })) ?? [];
    expect(undone).toMatchObject({ id: changeId, undoneBy: undoing?.id });
    expect(undoing).toMatchObject({ kind: "undone", reason: "Undone: rain" });
    expect(await undo(changeId)).toEqual({ ok: false, error: { type: "ChangeUndoneAlready" } });
  });

  it("takes back one change after the other, each once the newer ones are undone", async () => {
    await append(longer);
    const older = await newestChange();
    await append(changeSession(longer, "w1d3", (session) => ({ ...session, metres: 8_000 })));
    const newer = await newestChange();
    expect(await undo(older)).toEqual({ ok: false, error: { type: "ChangeIsNotTheLatest" } });
    expect(await undo(newer)).toMatchObject({ ok: true });
    expect((await standing()).plan).toEqual(longer);
    expect(await undo(older)).toEqual({ ok: true, value: { version: 5, revision: 5 } });
    expect((await standing()).plan).toEqual(original);
  });

  it("takes back a choice though the plan has changed since", async () => {
    await choose("w1d1", "b");
    const changeId = await newestChange();
    await append(longer);
    expect(await undo(changeId)).toMatchObject({ ok: true });
    expect(await metresOf("w1d1")).toBe(5_000);
    expect(await metresOf("w1d3")).toBe(7_000);
  });

  it("refuses what later changes build on, and what is no change of this plan", async () => {
    await append(longer);
    const changeId = await newestChange();
    await append(original, "swapped");
    expect(await undo(changeId)).toEqual({ ok: false, error: { type: "ChangeIsNotTheLatest" } });
    expect(await undo(newUuidV7())).toEqual({ ok: false, error: { type: "ChangeNotFound" } });
  });

  it("refuses a choice that another choice for the same session has followed", async () => {
    await choose("w1d1", "b");
    const changeId = await newestChange();
    await choose("w1d1", "a");
    expect(await undo(changeId)).toEqual({ ok: false, error: { type: "ChangeIsNotTheLatest" } });
  });
});
