import type { PlanMeasures } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { describeMadeUp, explainMeasures, explainSummed } from "./explain-measures.ts";

const plan: PlanMeasures = {
  weeks: 12,
  runs: 58,
  totalMetres: 612_000,
  peakMetres: 62_000,
  longestMetres: 30_000,
  hardSessions: 22,
  thresholdSeconds: 5_100,
  fasterSeconds: 3_000,
  racePaceSeconds: 10_800,
  cutbackWeeks: 3,
  taperWeeks: 2,
  remarks: 0,
};
const athlete = {
  number: 17,
  distance: "half_marathon",
  weeks: 16,
  daysPerWeek: 5,
  weeklyMetres: 45_000,
  tenKmSeconds: 2_760,
  age: 41,
} as const;

describe("what a plan becomes", () => {
  it("is told in the numbers that a coach asks for, those alone that are others", () => {
    const after = {
      ...plan,
      peakMetres: 58_000,
      longestMetres: 28_000,
      thresholdSeconds: 4_380,
      hardSessions: 20,
    };
    expect(explainMeasures(plan, after)).toBe(
      "A highest week of 58 km instead of 62 km, a longest run of 28 km instead of 30 km, 20 hard sessions instead of 22, 73 min at threshold instead of 85 min.",
    );
    expect(
      explainMeasures(plan, { ...plan, taperWeeks: 1, cutbackWeeks: 4, remarks: 1, totalMetres: 598_000 }),
    ).toBe(
      "598 km in all instead of 612 km, 4 cutback weeks instead of 3, 1 week of taper instead of 2, 1 remark of a law instead of 0.",
    );
  });

  it("is told where only sessions are others, where it is new, and where it is gone", () => {
    expect(explainMeasures(plan, plan)).toBe(
      "The same distances, hard minutes and weeks; some sessions are others or stand on other days.",
    );
    expect(explainMeasures(null, plan)).toBe(
      "A new plan: 12 weeks, a highest week of 62 km, a longest run of 30 km.",
    );
    expect(explainMeasures(plan, null)).toBe("There would be no such plan any more.");
  });

  it("is summed up over all, with the one for whom it changes most", () => {
    const who =
      "athlete 17: a half marathon in 16 weeks, 5 run days a week, 45 km a week now, 10 km in 46:00, aged 41";
    expect(describeMadeUp(athlete)).toBe(who);
    expect(describeMadeUp({ ...athlete, weeklyMetres: null, tenKmSeconds: null, age: null })).toBe(
      "athlete 17: a half marathon in 16 weeks, 5 run days a week, no word on how far they run, no race result",
    );
    const most = { athlete, before: 62_000, after: 58_000 };
    expect(explainSummed({ measure: "peakMetres", more: 0, less: 30, most })).toBe(
      "Highest week: less for 30; most of all for athlete 17 (a half marathon in 16 weeks), 58 km instead of 62 km.",
    );
  });
});
