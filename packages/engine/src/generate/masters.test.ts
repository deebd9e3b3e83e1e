import { aRequest, anyRequest, onDate, realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import type { Plan } from "../plan/plan.ts";
import { generatePlan } from "./generate.ts";

const rulebook = realRulebook();

function planOf(wish: Partial<PlanRequest>): Plan {
  const made = generatePlan(aRequest(wish), rulebook);
  if (!made.ok) throw new Error(`refused for ${made.error.law} (${made.error.field})`);
  return made.value;
}

/** Days from each quality session to the next, the race left out. */
function gapsOf({ weeks }: Plan): readonly number[] {
  const hard = weeks
    .flatMap((week) => week.days)
    .flatMap((day, index) =>
      day.sessions.some(({ quality, kind }) => quality && kind !== "race") ? [index] : [],
    );
  return hard.slice(1).map((day, index) => day - (hard[index] ?? 0));
}

const told = (plan: Plan): unknown => plan.adjustments.find(({ wish }) => wish === "recovery_hours");

const tenK: Partial<PlanRequest> = {
  distance: "10k",
  raceDate: onDate("2027-02-28"),
  weeklyMetres: 45_000,
  longestMetres: 15_000,
};

describe("hard days past fifty", () => {
  it("stand 72 hours apart where the week has the days", () => {
    const [younger, master] = [planOf({ ...tenK, age: 49 }), planOf({ ...tenK, age: 56 })];
    expect(Math.min(...gapsOf(younger))).toBe(2);
    expect(Math.min(...gapsOf(master))).toBe(3);
    expect(told(master)).toBeUndefined();
  });

  it("stand closer where the days leave no other way, and the plan says so", () => {
    const crowded = planOf({ ...tenK, age: 56, daysPerWeek: 4, unavailable: ["mon", "fri", "sat"] });
    expect(Math.min(...gapsOf(crowded))).toBe(2);
    expect(told(crowded)).toEqual({ wish: "recovery_hours", law: "H1", asked: 72, given: 48 });
  });

  it("stand as those of younger runners for who has carried long streaks of build weeks", () => {
    const weeks = Array.from({ length: 12 }, () => ({ metres: 45_000, longestMetres: 15_000, runs: 5 }));
    const seasoned = planOf({ ...tenK, age: 56, history: { weeks } });
    expect(seasoned.weeks).toEqual(planOf({ ...tenK, history: { weeks } }).weeks);
  });

  it("are apart, or told to be too close, for any runner", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyRequest(onDate("2026-11-23")), fc.integer({ min: 50, max: 80 }), (request, age) => {
        const made = generatePlan({ ...request, age }, rulebook);
        if (!made.ok) return;
        expect(told(made.value) !== undefined).toBe(Math.min(Infinity, ...gapsOf(made.value)) < 3);
      }),
      { numRuns: 60, seed: 50 },
    );
  });
});

describe("lighter weeks past fifty", () => {
  const longestStreak = ({ weeks }: Plan): number => {
    let [streak, longest] = [0, 0];
    for (const week of weeks) {
      streak = week.kind === "build" ? streak + 1 : 0;
      longest = Math.max(longest, streak);
    }
    return longest;
  };

  const marathon: Partial<PlanRequest> = {
    distance: "marathon",
    raceDate: onDate("2027-04-11"),
    weeks: 18,
    weeklyMetres: 40_000,
    longestMetres: 18_000,
  };
  const cutbacksOf = ({ weeks }: Plan): readonly number[] =>
    weeks.filter(({ kind }) => kind === "cutback").map(({ week }) => week);

  it("come after three build weeks at the latest", () => {
    expect(longestStreak(planOf({ age: 61 }))).toBeLessThanOrEqual(3);
  });

  it("come every third week, where those of younger runners come every fourth", () => {
    expect(cutbacksOf(planOf({ ...marathon, age: 35 }))).toEqual([4, 8, 12]);
    expect(cutbacksOf(planOf({ ...marathon, age: 50 }))).toEqual([3, 6, 10, 13]);
    expect(cutbacksOf(planOf({ ...marathon, age: 65 }))).toEqual([3, 6, 10, 13]);
  });
});
