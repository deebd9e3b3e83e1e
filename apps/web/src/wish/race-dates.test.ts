import { parseCalendarDate, weekdayOf } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { suggestedDates } from "./race-dates.ts";

function dayOf(text: string) {
  const date = parseCalendarDate(text);
  if (!date.ok) throw new Error(text);
  return date.value;
}

describe("race days that are offered", () => {
  it("are Sundays that end so many weeks from a Monday on, today included", () => {
    expect(suggestedDates("marathon", dayOf("2026-11-23"))).toEqual([
      { weeks: 12, date: "2027-02-14" },
      { weeks: 16, date: "2027-03-14" },
      { weeks: 18, date: "2027-03-28" },
      { weeks: 20, date: "2027-04-11" },
    ]);
  });

  it("wait for the next Monday in the middle of a week, and cross the turn of the year and daylight saving", () => {
    const offered = suggestedDates("10k", dayOf("2026-11-26"));
    expect(offered.map(({ date }) => date)).toEqual(["2027-01-24", "2027-02-07", "2027-02-21", "2027-03-21"]);
    expect(offered.every(({ date }) => weekdayOf(date) === "sun")).toBe(true);
  });
});
