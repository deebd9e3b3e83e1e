import { describe, expect, it } from "vitest";
import { kilometres, minutes, plan, session, week } from "../testing/sample-plan.ts";
import { factsOf, peakWeekOf } from "./facts.ts";

const easy = session({ kind: "easy", steps: [kilometres("easy", 10)] });
const long = (seconds: number, metres: number) =>
  session({ kind: "long", seconds, metres, steps: [kilometres("easy", metres / 1000)] });
const hard = session({
  kind: "threshold",
  quality: true,
  steps: [minutes("easy", 10), minutes("threshold", 20)],
});
const race = session({ kind: "race", seconds: 14_000, metres: 42_195, steps: [kilometres("race", 42)] });

const PLAN = plan([
  week(1, "base", [easy, long(5000, 15_000)]),
  week(2, "build", [easy, hard, long(7200, 22_000)]),
  { ...week(3, "taper", [easy, race]), kind: "race" },
]);

describe("what tells two plans apart", () => {
  it("is counted on training alone: the race is neither the longest run nor the biggest week", () => {
    expect(factsOf(PLAN)).toMatchObject({
      weeks: 3,
      firstMetres: 25_000,
      peakMetres: 42_000,
      longestMetres: 22_000,
      longestSeconds: 7200,
    });
    expect(peakWeekOf(PLAN)?.week).toBe(2);
  });

  it("counts as long what takes 90 minutes, and hard sessions with the time they run hard", () => {
    expect(factsOf(PLAN)).toMatchObject({ longRuns: 1, qualitySessions: 1, hardestSeconds: 1200 });
  });
});
