import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import type { Adjustment } from "../plan/plan.ts";
import { generatePlan } from "./generate.ts";

const rulebook = realRulebook();

function adjustmentsTo(wish: Partial<PlanRequest>): readonly Adjustment[] {
  const made = generatePlan(aRequest(wish), rulebook);
  if (!made.ok) throw new Error(`refused for ${made.error.law} (${made.error.field})`);
  return made.value.adjustments;
}

describe("what a plan changes of a wish", () => {
  it("is nothing where the wish can be kept as it is", () => {
    expect(adjustmentsTo({})).toEqual([]);
  });

  it("is the horizon of a race farther away than a plan may be long", () => {
    expect(adjustmentsTo({ raceDate: onDate("2027-08-01") })).toEqual([
      { wish: "horizon", law: "horizon", asked: 36, given: 24 },
    ]);
  });

  it("is the number of run days where the week is too small for them (E3)", () => {
    expect(
      adjustmentsTo({ distance: "10k", weeklyMetres: 18_000, longestMetres: 7000, daysPerWeek: 6 }),
    ).toContainEqual(expect.objectContaining({ wish: "days_per_week", law: "E3", asked: 6 }));
  });

  it("is the seventh run day of a low-volume runner (H4)", () => {
    expect(adjustmentsTo({ weeklyMetres: 38_000, longestMetres: 14_000, daysPerWeek: 7 })).toContainEqual({
      wish: "days_per_week",
      law: "H4",
      asked: 7,
      given: 6,
    });
  });

  it("is the long-run day where it is not free (S5), and where the race stands too near (T6)", () => {
    expect(adjustmentsTo({ unavailable: ["sun"] })).toEqual([
      { wish: "long_run_day", law: "S5", asked: "sun", given: "sat" },
    ]);
    const crowded = adjustmentsTo({ unavailable: ["sat", "sun"], raceDate: onDate("2027-04-19") });
    expect(crowded.filter(({ wish }) => wish === "long_run_day")).toMatchObject([
      { law: "S5", asked: "sun" },
    ]);
    const early = adjustmentsTo({ raceDate: onDate("2027-04-12") });
    expect(early).toHaveLength(1);
    expect(early[0]).toMatchObject({ wish: "long_run_day", law: "T6", asked: "sun" });
  });

  it("is the start of who runs more than the days or published plans can hold (E4)", () => {
    const [adjustment] = adjustmentsTo({
      distance: "5k",
      weeklyMetres: 160_000,
      longestMetres: 30_000,
      daysPerWeek: 6,
      result: { metres: 10_000, seconds: 1900 },
    });
    expect(adjustment).toMatchObject({ wish: "weekly_metres", law: "E4", asked: 160_000 });
    expect(adjustment?.given).toBeLessThanOrEqual(rulebook.laws.E4.peakMetres["5k"].max);
  });

  it("is what the choice of another tier moves, half of the way (V9)", () => {
    const plain = { weeklyMetres: 50_000, longestMetres: 18_000 };
    expect(adjustmentsTo({ ...plain, tier: "mid" })).toEqual([]);
    expect(adjustmentsTo({ ...plain, tier: "high" })).toEqual([
      { wish: "tier", law: "V9", asked: "high", given: "mid" },
      { wish: "tier_peak", law: "V9", asked: 102_000, given: 86_000 },
      { wish: "tier_long_run", law: "V9", asked: 32_000, given: 31_500 },
    ]);
  });

  it("is a base block for who starts below the entry (E1)", () => {
    expect(adjustmentsTo({ weeklyMetres: 17_000, longestMetres: 8000, daysPerWeek: 4 })).toContainEqual(
      expect.objectContaining({ wish: "base_block", law: "E1", asked: 17_000 }),
    );
  });
});
