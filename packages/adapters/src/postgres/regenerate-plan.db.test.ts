import {
  type Actor,
  comparePlans,
  createRegeneratePlan,
  LOCAL_ATHLETE_ID,
  type PlanHistory,
  type PlanKey,
  type RegenerateDeps,
  TEXT_OF_PLANS,
} from "@strideiq/application";
import { type CalendarDate, err, ok, type Refusal } from "@strideiq/engine";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { createConsents } from "./health-repository.ts";
import { createPlanHistory } from "./plan-history-repository.ts";
import { createPlanRepository } from "./plan-repository.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";
import { changeSession, tinyPlanWithOption, tinyRequest } from "./testing/tiny-plan.fixture.ts";

const actor: Actor = { kind: "athlete", id: newUuidV7() };
const original = tinyPlanWithOption();
const longer = changeSession(original, "w1d3", (session) => ({ ...session, metres: 7_000 }));

let database: TestDatabase;
let history: PlanHistory;
let key: PlanKey;

beforeAll(async () => {
  database = await createTestDatabase();
  history = createPlanHistory({ db: database.app, renderSnapshot: () => "{}", newId: newUuidV7 });
});
beforeEach(async () => {
  await database.reset();
  key = { planId: newUuidV7(), athleteId: LOCAL_ATHLETE_ID };
  const enqueue = () => Promise.resolve();
  const plans = createPlanRepository({
    db: database.app,
    enqueue,
    announce: () => undefined,
    renderSnapshot: () => "{}",
  });
  await plans.accept(key, tinyRequest, { jobId: newUuidV7() });
  await plans.settle(key, { state: "ready", plan: original }, 1);
});
afterAll(() => database.close());

async function standing() {
  const current = await history.findCurrent(key);
  if (current === undefined) throw new Error("no such plan");
  return current;
}

describe("making a plan again with the rules of today", () => {
  const regenerate = (changed: Partial<RegenerateDeps>) =>
    createRegeneratePlan({
      history,
      clock: { today: () => tinyRequest.today },
      checkRequest: ok,
      generate: (request) => ok({ ...longer, request }),
      replan: () => {
        throw new Error("nothing was wished for since");
      },
      ...changed,
    })(key, { actor });

  it("leaves the plan as it is when these make none of its wish, and says why", async () => {
    const problem = { field: "daysPerWeek", problem: "out_of_range", value: 3 } as const;
    expect(await regenerate({ checkRequest: () => err([problem]) })).toEqual(
      err({ type: "NoPlanAnyMore", refusal: null }),
    );
    const refusal: Refusal = {
      type: "Refusal",
      law: "horizon",
      field: "raceDate",
      measured: 1,
      limit: 4,
      quantity: "weeks",
      nearest: null,
    };
    expect(await regenerate({ generate: () => err(refusal) })).toEqual(
      err({ type: "NoPlanAnyMore", refusal }),
    );
    expect(await standing()).toMatchObject({ version: 1, plan: original });
  });

  it("lets hard sessions rest that rest, and no others", async () => {
    const told = { kind: "illness", date: tinyRequest.today } as const;
    const ill = {
      from: tinyRequest.today,
      wish: { kind: "adapt" },
      movedFrom: null,
      done: { sessions: [], extra: [], health: told, evidence: [] },
      rpi: null,
      idsGiven: 9,
    } as const;
    await createConsents(database.app).give(key, newUuidV7(), TEXT_OF_PLANS as CalendarDate);
    const note = { kind: "adapt", actor, reason: "ill", diff: comparePlans(original, original) };
    const asked: (true | undefined)[] = [];
    const generate: RegenerateDeps["generate"] = (request) => {
      asked.push(request.easyOnly);
      return ok({ ...longer, request });
    };
    await history.append(key, await standing(), { ...note, plan: { ...original, changes: [ill] } });
    await regenerate({ generate });
    await regenerate({ generate });
    expect(asked).toEqual([true, undefined]);
  });

  it("is the day of the wish where the athlete's zone is not known any more", async () => {
    expect(await regenerate({ clock: { today: () => undefined } })).toMatchObject({
      ok: true,
      value: { version: 2 },
    });
  });

  it("changes nothing when somebody else was faster", async () => {
    const from = await standing();
    const slow = { ...history, findCurrent: () => Promise.resolve(from) };
    await history.append(key, from, {
      kind: "moved",
      actor,
      reason: "rain",
      plan: longer,
      diff: comparePlans(from.plan, longer),
    });
    expect(await regenerate({ history: slow })).toMatchObject({
      ok: false,
      error: { type: "PlanChangedMeanwhile" },
    });
  });
});
