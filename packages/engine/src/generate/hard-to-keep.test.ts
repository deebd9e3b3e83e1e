import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import { breachesOf } from "../checks/certify.ts";
import type { Plan } from "../plan/plan.ts";
import { generatePlan } from "./generate.ts";

const rulebook = realRulebook();

function planOf(wish: Partial<PlanRequest>): Plan {
  const made = generatePlan(aRequest(wish), rulebook);
  if (!made.ok) throw new Error(`refused for ${made.error.law} (${made.error.field})`);
  return made.value;
}

describe("a wish that is hard to keep", () => {
  it("keeps its cutback where no workout is small enough for the week that taught the taper's effort", () => {
    const plan = planOf({
      distance: "5k",
      raceDate: onDate("2027-01-05"),
      weekStart: "sun",
      longRunDay: "tue",
      daysPerWeek: 3,
      weeklyMetres: 17_000,
      longestMetres: null,
      result: null,
    });
    expect(plan.weeks.map(({ kind }) => kind)).toContain("cutback");
    expect(plan.adjustments).toEqual([]);
  });

  it("is kept to the edge of the laws: a marathon in eight weeks from a longest run of 5 km", () => {
    const plan = planOf({
      raceDate: onDate("2028-11-15"),
      today: onDate("2028-09-19"),
      weekStart: "sun",
      weeklyMetres: 22_000,
      longestMetres: 5000,
      result: { metres: 21_097.5, seconds: 7140 },
    });
    const longRuns = plan.weeks.flatMap((week) => week.days.flatMap((day) => day.sessions));
    expect(Math.max(...longRuns.flatMap(({ kind, metres }) => (kind === "long" ? [metres] : [])))).toBe(
      24_000,
    );
  });

  it("grows with care where whole minutes would carry a week across a law", () => {
    const marathonIn = { raceDate: onDate("2027-11-12"), today: onDate("2027-09-15") };
    const first = { weekStart: "sun", longRunDay: "sat", daysPerWeek: 3, result: null } as const;
    const plan = planOf({ ...marathonIn, ...first, weeklyMetres: 50_000, longestMetres: 11_000 });
    expect(breachesOf(plan.certificate)).toEqual([]);
  });
});
