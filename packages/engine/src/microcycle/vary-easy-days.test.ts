import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { generatePlan } from "../generate/generate.ts";
import { type PlanWeek } from "../plan/plan.ts";

const rulebook = realRulebook();

function weeksOfFourDays(): readonly PlanWeek[] {
  const made = generatePlan(
    aRequest({ distance: "marathon", daysPerWeek: 4, weeklyMetres: 45_000, raceDate: onDate("2027-04-18") }),
    rulebook,
  );
  if (!made.ok) throw new Error(`refused for ${made.error.law}`);
  return made.value.weeks.filter(({ kind }) => kind !== "race");
}

const easyMetresOf = (week: PlanWeek): readonly number[] =>
  week.days
    .flatMap((day) => day.sessions)
    .filter(({ kind, quality }) => !quality && kind !== "long")
    .map(({ metres }) => metres);

describe("easy days of a week", () => {
  it("differ by a fifth where there are three or more with room for it", () => {
    const weeks = weeksOfFourDays().map(easyMetresOf);
    const several = weeks.filter((days) => days.length >= 3);
    expect(several.length).toBeGreaterThan(2);
    for (const days of several) expect(Math.max(...days) / Math.min(...days)).toBeGreaterThanOrEqual(1.2);
  });

  it("never grow beyond three quarters of the long run", () => {
    for (const week of weeksOfFourDays()) {
      const long = week.days.flatMap((day) => day.sessions).find(({ kind }) => kind === "long");
      expect(Math.max(...easyMetresOf(week)) / (long?.metres ?? 0)).toBeLessThanOrEqual(0.78);
    }
  });
});
