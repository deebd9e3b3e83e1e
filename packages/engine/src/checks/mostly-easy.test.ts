import { aPlan, aRulebook, stretch, totalOf, withSession, withWeek } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Judgement } from "./judgement.ts";
import { mostlyEasy } from "./mostly-easy.ts";

const judged = (plan: PlanUnderLaw): Judgement => mostlyEasy.judge(factsOf(plan, aRulebook()));

describe("easy running", () => {
  const hard = aPlan({ 6: "- T15/10 E4 - I12/8x1 E4 L10" });

  it("is two thirds of every build week", () => {
    expect(judged(hard)).toMatchObject({ verdict: "breach", weeks: [6] });
  });

  it("may be less in a week that is no build week", () => {
    expect(judged(withWeek(hard, 6, (week) => ({ ...week, kind: "tune_up" }))).verdict).toBe("pass");
  });

  it("is not asked of a week without a run", () => {
    expect(judged(aPlan({ 6: "- - - - - - -" })).verdict).toBe("pass");
  });

  it("is three quarters of the whole plan, or the plan says so", () => {
    const full = "- T15/12 E8 - I11/7x1 E7 L15";
    const plan = aPlan({ 1: full, 2: full, 3: full, 5: full, 6: full, 7: full, 9: full, 10: full });
    expect(judged(plan)).toMatchObject({ verdict: "flag", why: "over the whole plan" });
  });

  it("cannot be judged where nothing is run but the race", () => {
    const empty = "- - - - - - -";
    const weeks = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [i + 1, empty]));
    expect(judged(aPlan({ ...weeks, 12: "- - - - - - X10" }))).toMatchObject({
      verdict: "not_applicable",
      why: "the plan holds no run",
    });
  });

  it("is reckoned by the option that leaves least of it, though the other holds more hard metres", () => {
    const long = [stretch("threshold", 4000), stretch("easy", 6000)];
    const short = [stretch("threshold", 3500), stretch("easy", 1000)];
    const either = withSession(aPlan({ 6: "- T10 - - - E5 -" }), 6, 2, ({ kind, title, ...session }) => ({
      ...session,
      kind,
      title,
      ...totalOf(long),
      steps: long,
      optionB: { kind, title, ...totalOf(short), steps: short },
    }));
    expect(judged(either)).toMatchObject({ verdict: "breach", measured: 0.6316, weeks: [6] });
  });
});
