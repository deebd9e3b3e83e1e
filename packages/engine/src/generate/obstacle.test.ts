import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import { horizonOf } from "./frame.ts";
import { obstacleOf } from "./obstacle.ts";
import { runnerOf } from "./runner.ts";

const rulebook = realRulebook();

const obstacle = (wish: Partial<PlanRequest>) => {
  const request = aRequest(wish);
  const horizon = horizonOf(request, rulebook);
  return obstacleOf({ request, horizon, rulebook, runner: runnerOf(request, horizon.weeks, rulebook) });
};

describe("what stands against a wish before anything is built", () => {
  it("is nothing, for most", () => {
    expect(obstacle({})).toBeNull();
  });

  it("is a plan of more weeks than there are", () => {
    expect(obstacle({ distance: "10k", raceDate: onDate("2027-01-24"), weeks: 12 })).toMatchObject({
      law: "horizon",
      field: "weeks",
      measured: 12,
      limit: 9,
    });
  });

  it("is days off that leave too few, or limits that do", () => {
    expect(obstacle({ daysPerWeek: 3, unavailable: ["mon", "tue", "wed", "thu", "fri"] })).toMatchObject({
      law: "S5",
      field: "unavailable",
      measured: 2,
      limit: 3,
    });
    const quarter = 900;
    const short = { mon: quarter, tue: quarter, wed: quarter, thu: quarter, fri: quarter } as const;
    expect(obstacle({ daysPerWeek: 3, dayLimits: short })).toMatchObject({
      law: "S5",
      field: "dayLimits",
      measured: 2,
    });
  });

  it("is one run day more than there are free days", () => {
    expect(obstacle({ daysPerWeek: 6, unavailable: ["mon", "fri"] })).toMatchObject({
      law: "S5",
      field: "daysPerWeek",
      measured: 6,
      limit: 5,
    });
  });

  it("is the long-run day where its limit ends the long run, and the race where the hours do", () => {
    expect(obstacle({ dayLimits: { sun: 3600 } })).toMatchObject({ law: "L1", field: "dayLimits" });
    expect(obstacle({ result: { metres: 5000, seconds: 3500 } })).toMatchObject({
      law: "L1",
      field: "distance",
      limit: 24_000,
    });
  });
});
