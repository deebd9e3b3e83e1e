import { describe, expect, it } from "vitest";
import type { StandardPlan } from "../rulebook/rulebook.ts";
import { daysBetween, parseCalendarDate, weekdayOf } from "../units/calendar-date.ts";
import { standardPlanName, standardRequest } from "./standard-request.ts";

const HALF: StandardPlan = {
  distance: "half_marathon",
  weeks: 12,
  tier: "mid",
  daysPerWeek: 5,
  startMetres: 35_000,
  peakMetres: 60_000,
};

describe("standardRequest", () => {
  it.each(["2027-04-18", "2027-04-14", "2028-03-05"])(
    "begins on a Monday, so that the week of %s is the last of the plan's weeks",
    (text) => {
      const raceDate = parseCalendarDate(text);
      if (!raceDate.ok) throw new Error(text);
      const { today, weeks } = standardRequest(HALF, raceDate.value);
      expect(weekdayOf(today)).toBe("mon");
      expect(Math.floor(daysBetween(today, raceDate.value) / 7)).toBe(11);
      expect(weeks).toBe(12);
    },
  );
});

describe("standardPlanName", () => {
  it("says race, weeks and tier", () => {
    expect(standardPlanName(HALF)).toBe("half-marathon-12-weeks-mid");
  });
});
