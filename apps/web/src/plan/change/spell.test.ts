import { describe, expect, it } from "vitest";
import { day } from "../../testing/sample-plan.ts";
import { isLostTo, spellOf, wishOf } from "./spell.ts";

const TODAY = day("2026-12-10");
const open = { today: TODAY, race: day("2027-04-18") };
const FEVER = { kind: "illness", first: day("2026-12-07"), last: day("2026-12-08") } as const;

describe("illness and pain", () => {
  it("may have begun days ago, and end on a day that is known or not", () => {
    expect(spellOf("illness", "2026-12-07", "", open)).toEqual({ ...FEVER, last: null });
    expect(spellOf("illness", "2026-12-07", "2026-12-08", open)).toEqual(FEVER);
  });

  it.each([
    ["no day", "", "", "Choose a day."],
    ["an unreadable end", "2026-12-07", "soon", "Choose a day."],
    ["a beginning to come", "2026-12-11", "", "Choose a day up to today, Thu 10 Dec."],
    ["an end before the beginning", "2026-12-09", "2026-12-08", "The last day lies before the first."],
    [
      "an end on race day",
      "2026-12-09",
      "2027-04-18",
      "Choose days before race day, Sun 18 Apr. For another race day there is a change of its own.",
    ],
  ])("are asked about again with %s", (_what, since, until, problem) => {
    expect(spellOf("pain", since, until, open)).toEqual({ problem });
  });

  it("pause the plan while they are known to last, else only let hard sessions rest", () => {
    const last = day("2026-12-14");
    expect(wishOf({ ...FEVER, last }, TODAY)).toEqual({ kind: "pause", first: TODAY, last });
    expect(wishOf({ ...FEVER, last: null }, TODAY)).toEqual({ kind: "adapt" });
    expect(wishOf(FEVER, TODAY)).toEqual({ kind: "adapt" });
  });

  it("cost the runs of their own days, and no others", () => {
    const lost = ["2026-12-06", "2026-12-07", "2026-12-08", "2026-12-09"].map((text) =>
      isLostTo(FEVER, day(text)),
    );
    expect(lost).toEqual([false, true, true, false]);
    expect(isLostTo({ ...FEVER, last: null }, day("2026-12-09"))).toBe(true);
    expect(isLostTo(null, TODAY)).toBe(false);
  });
});
