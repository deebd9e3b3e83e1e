import { describe, expect, it } from "vitest";
import { kilometres, minutes, plan, session, week } from "../testing/sample-plan.ts";
import { overviewOf, totalsOf } from "./week-totals.ts";

const easy = session({ id: "a", kind: "easy", metres: 8000, seconds: 2400, steps: [kilometres("easy", 8)] });
const threshold = session({
  id: "b",
  kind: "threshold",
  quality: true,
  metres: 9000,
  seconds: 2700,
  steps: [kilometres("easy", 3), kilometres("threshold", 6)],
  optionB: {
    kind: "threshold",
    title: "Other",
    metres: 10_000,
    seconds: 3000,
    steps: [kilometres("easy", 4), kilometres("threshold", 6)],
  },
});
const long = session({
  id: "c",
  kind: "long",
  metres: 20_000,
  seconds: 6000,
  steps: [kilometres("easy", 20)],
});
const strength = session({ id: "d", kind: "strength", metres: 0, seconds: 1800, steps: [] });

describe("the totals of a week", () => {
  it("sum the runs, and leave strength work out of the distance", () => {
    const totals = totalsOf(week(1, "build", [easy, threshold, strength, long]));
    expect(totals).toMatchObject({ metres: 37_000, seconds: 11_100, runs: 3, fastSeconds: 1800 });
    expect(totals.longest?.metres).toBe(20_000);
  });

  it("count option B where it is the choice", () => {
    expect(totalsOf(week(1, "build", [{ ...threshold, chosen: "b" }])).metres).toBe(10_000);
  });

  it("share the distance out by stimulus, the easy part of a long run as long", () => {
    expect(totalsOf(week(1, "build", [easy, threshold, long])).mix).toEqual([
      { stimulus: "easy", metres: 11_000 },
      { stimulus: "long", metres: 20_000 },
      { stimulus: "threshold", metres: 6000 },
    ]);
  });
});

describe("the weeks beside each other", () => {
  it("are measured against the biggest", () => {
    const overview = overviewOf(plan([week(1, "base", [easy]), week(2, "base", [long])]));
    expect(overview.weeks.map(({ share }) => share)).toEqual([0.4, 1]);
    expect(overview.isEstimated).toBe(false);
  });

  it("are measured by time for a reader who goes by time", () => {
    const hilly = session({ kind: "easy", metres: 5000, seconds: 4000, steps: [minutes("easy", 66)] });
    const flat = session({ kind: "easy", metres: 10_000, seconds: 3000, steps: [minutes("easy", 50)] });
    const weeks = plan([week(1, "base", [hilly]), week(2, "base", [flat])]);
    const shares = (goesByTime: boolean) => overviewOf(weeks, { goesByTime }).weeks.map(({ share }) => share);
    expect(shares(false)).toEqual([0.5, 1]);
    expect(shares(true)).toEqual([1, 0.75]);
  });

  it("are measured by time where distances are estimates", () => {
    const slow = session({
      kind: "easy",
      metres: 6000,
      seconds: 3000,
      steps: [minutes("easy", 50)],
      estimated: true,
    });
    const fast = session({
      kind: "easy",
      metres: 6000,
      seconds: 1500,
      steps: [minutes("easy", 25)],
      estimated: true,
    });
    const overview = overviewOf(plan([week(1, "base", [slow]), week(2, "base", [fast])], null));
    expect(overview.isEstimated).toBe(true);
    expect(overview.weeks.map(({ share }) => share)).toEqual([1, 0.5]);
  });
});
