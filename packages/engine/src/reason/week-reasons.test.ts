import {
  aMarathonPlan,
  aPlan,
  onDate,
  realRulebook,
  withChange,
  withRequest,
  withWeek,
} from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Reason, ReasonKind } from "./reason.ts";
import { withReasons } from "./with-reasons.ts";

const RULES = realRulebook();

const weekReasons = (plan: PlanUnderLaw, week: number): readonly Reason[] =>
  withReasons(plan, RULES).weeks[week - 1]?.why ?? [];

const kinds = (all: readonly Reason[]): readonly ReasonKind[] => all.map(({ kind }) => kind);

describe("why a week", () => {
  it("begins where the runner is, grows, and goes on after a cutback", () => {
    expect(weekReasons(aPlan(), 1)[0]).toMatchObject({ kind: "first_week", knownMetres: 40_000 });
    expect(weekReasons(aPlan(), 2)[0]).toEqual({
      kind: "build_week",
      law: "V2",
      metres: 43_000,
      lastMetres: 40_000,
      growth: 0.075,
    });
    expect(weekReasons(aPlan(), 5)[0]).toMatchObject({ kind: "resumed_week", lastBuildMetres: 46_000 });
  });

  it("is lighter after so many build weeks, sooner for masters", () => {
    const cutback = { kind: "cutback_week", streak: 3, buildMetres: 46_000, streakMax: 4, age: null };
    expect(weekReasons(aPlan(), 4)[0]).toMatchObject(cutback);
    expect(weekReasons(withRequest(aPlan(), { age: 54 }), 4)[0]).toMatchObject({
      streakMax: RULES.laws.V5.mastersStreakMax,
      age: 54,
    });
  });

  it("is the biggest once, and then falls to the race", () => {
    expect(kinds(weekReasons(aPlan(), 10))).toContain("peak_week");
    expect(kinds(weekReasons(aPlan(), 9))).not.toContain("peak_week");
    expect(weekReasons(aPlan(), 11)[0]).toMatchObject({ kind: "taper_week", weeksToRace: 1 });
    expect(weekReasons(aPlan(), 12)).toMatchObject([{ kind: "race_week", raceMetres: 10_000 }]);
  });

  it("comes back after a break", () => {
    const broken = withWeek(aPlan(), 6, (week) => ({ ...week, kind: "return" }));
    expect(weekReasons(broken, 6)[0]).toMatchObject({ kind: "return_week", lastMetres: 47_000 });
  });

  it("says how long nobody ran before it, and what that asks for", () => {
    const paused = (plan: PlanUnderLaw, last: string): PlanUnderLaw =>
      withChange(plan, "2027-01-04", { kind: "pause", first: onDate("2027-01-04"), last: onDate(last) });
    const short = paused(aPlan({ 7: "- - - - E7 E7 L9" }), "2027-01-07");
    expect(weekReasons(short, 7)[0]).toEqual({
      kind: "week_after_break",
      law: "C2",
      metres: 23_000,
      days: 4,
      easyRuns: 2,
      lastMetres: null,
      share: null,
    });
    const rested = aPlan({ 7: "- - - - - - -", 8: "- E8 E8 - E6 - L14" });
    const long = paused(
      withWeek(rested, 8, (week) => ({ ...week, kind: "return" })),
      "2027-01-10",
    );
    expect(weekReasons(long, 8).slice(0, 2)).toMatchObject([
      { kind: "week_after_break", days: 8, easyRuns: 3, lastMetres: 51_000, share: 0.7059 },
      { kind: "week_mix" },
    ]);
    for (const week of [6, 9]) expect(kinds(weekReasons(long, week))).not.toContain("week_after_break");
  });

  it("has no hard session within it where the long run is all that a low volume takes", () => {
    const onFour = aMarathonPlan({ 9: "- S8 - E9 - E10 L28/14", 10: "- E12 - T9 - E10 L30/16" });
    expect(weekReasons(onFour, 9)).toContainEqual({
      kind: "hard_long_run",
      rule: "quality",
      effort: "race_pace",
      workSeconds: 4200,
      metres: 55_000,
      runDays: 4,
      hardDays: 1,
    });
    for (const week of [7, 8, 10]) expect(kinds(weekReasons(onFour, week))).not.toContain("hard_long_run");
  });

  it("tells its hard days and its easy share", () => {
    expect(weekReasons(aPlan(), 6).at(-1)).toMatchObject({
      kind: "week_mix",
      hardDays: 2,
      efforts: ["threshold", "interval"],
    });
  });
});
