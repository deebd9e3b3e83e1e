import { err, ok, parseCalendarDate, type PlanRequest } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import type { JobTrace } from "../jobs/job.ts";
import type { PlanKey } from "./plan-record.ts";
import {
  createRequestPlan,
  type NewPlan,
  type RequestPlanDeps,
  type UndatedRequest,
} from "./request-plan.ts";

function day(text: string) {
  const parsed = parseCalendarDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

const wish: UndatedRequest = {
  distance: "marathon",
  raceDate: day("2027-04-18"),
  weekStart: "mon",
  timeZone: "Pacific/Auckland",
  units: "km",
  daysPerWeek: 5,
  unavailable: [],
  longRunDay: "sun",
  dayLimits: {},
  weeklyMetres: 55_000,
  longestMetres: 18_000,
  result: null,
  age: null,
  history: null,
  tier: null,
  weeks: null,
};

const ada = (): Promise<NewPlan> => Promise.resolve({ planId: "id-1", athleteId: "ada", jobId: "id-2" });

function setUp(changed: Partial<RequestPlanDeps> = {}) {
  const accepted: (readonly [PlanKey, PlanRequest, JobTrace])[] = [];
  const requestPlan = createRequestPlan({
    plans: {
      accept: (key, request, trace) => {
        accepted.push([key, request, trace]);
        return Promise.resolve(true);
      },
    },
    clock: { today: (zone) => (zone === "Pacific/Auckland" ? day("2026-11-24") : undefined) },
    checkRequest: ok,
    ...changed,
  });
  return { accepted, requestPlan };
}

describe("asking for a plan", () => {
  it("dates the wish where the athlete lives, and accepts it under a new id", async () => {
    const { accepted, requestPlan } = setUp();
    expect(await requestPlan(wish, ada, "request-7")).toEqual(ok({ planId: "id-1", jobId: "id-2" }));
    expect(accepted).toEqual([
      [
        { planId: "id-1", athleteId: "ada" },
        { ...wish, today: "2026-11-24" },
        { jobId: "id-2", requestId: "request-7" },
      ],
    ]);
  });

  it("accepts nothing that makes no sense", async () => {
    const problem = { field: "age", problem: "out_of_range", value: 3 } as const;
    const { accepted, requestPlan } = setUp({ checkRequest: () => err([problem]) });
    expect(await requestPlan(wish, ada)).toEqual(err([problem]));
    expect(accepted).toEqual([]);
  });

  it("says that there is no plan left when the last one was used up meanwhile", async () => {
    const asked: (boolean | undefined)[] = [];
    const accept: RequestPlanDeps["plans"]["accept"] = (_key, _request, _trace, terms) => {
      asked.push(terms?.spendsPlan);
      return Promise.resolve(false);
    };
    const { requestPlan } = setUp({ plans: { accept } });
    const paid = async (): Promise<NewPlan> => ({ ...(await ada()), spendsPlan: true });
    expect(await requestPlan({ ...wish, timeZone: "Pacific/Auckland" }, paid)).toEqual(
      err({ type: "NoPlanLeft" }),
    );
    expect(asked).toEqual([true]);
  });

  it("knows no day in a zone that does not exist", async () => {
    const { accepted, requestPlan } = setUp();
    expect(await requestPlan({ ...wish, timeZone: "Mars/Olympus" }, ada)).toEqual(
      err([{ field: "timeZone", problem: "unknown_value", value: "Mars/Olympus" }]),
    );
    expect(accepted).toEqual([]);
  });
});
