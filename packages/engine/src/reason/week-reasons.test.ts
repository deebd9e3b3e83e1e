import { aMarathonPlan, aPlan, realRulebook, withRequest, withWeek } from "@strideiq/testing";
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
