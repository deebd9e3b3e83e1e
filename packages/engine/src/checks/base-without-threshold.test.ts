import { aMarathonPlan, aPlan, aRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import { baseWithoutThreshold } from "./base-without-threshold.ts";
import type { Judgement } from "./judgement.ts";

const judged = (plan: PlanUnderLaw): Judgement => baseWithoutThreshold.judge(factsOf(plan, aRulebook()));
/** The 10K plan with other days in the third week of its base. */
const third = (cells: string): PlanUnderLaw => aPlan({ 3: cells });

const specific = { verdict: "breach", why: "specific work in the base phase", weeks: [3] };
const speedy = {
  verdict: "flag",
  why: "a speed session in base is for experienced 5K and 10K runners",
  weeks: [3],
};

describe("the base", () => {
  it("holds neither threshold nor a session at race pace", () => {
    expect(judged(third("- T9 E8 - E9 E7 L14"))).toMatchObject(specific);
    expect(judged(third("- M9/1x2 E8 - E9 E7 L14"))).toMatchObject(specific);
  });

  it("holds no quarter of an hour of race pace in a long run, but may end one faster", () => {
    expect(judged(third("- S8 E8 - E9 E7 L14/3"))).toMatchObject(specific);
    expect(judged(third("- S8 E8 - E9 E7 L14/2.9")).verdict).toBe("pass");
    expect(judged(third("- S8 E8 - E9 E7 H14/4"))).toMatchObject(specific);
    expect(judged(third("- S8 E8 - E9 E7 H14/2")).verdict).toBe("pass");
  });

  it("may hold a tune-up race, which is no session", () => {
    expect(judged(third("- S8 E8 - E7 U9 L14")).verdict).toBe("pass");
    expect(judged(third("- I9 E8 - E7 U9 L14")).verdict).toBe("pass");
  });

  it("has one speed session a week for who is experienced at 5K and 10K, and never two", () => {
    const one = third("- I9 E8 - E9 E7 L14");
    expect(judged(one).verdict).toBe("pass");
    expect(judged({ ...one, tier: "high" }).verdict).toBe("pass");
    expect(judged(third("- I9 E8 - P9 E7 L14"))).toMatchObject({
      verdict: "breach",
      measured: 2,
      weeks: [3],
    });
  });

  it("has its speed session told to new runners and those of low volume", () => {
    const one = third("- I9 E8 - E9 E7 L14");
    expect(judged({ ...one, tier: "low" })).toMatchObject(speedy);
    expect(judged({ ...one, tier: "builder" })).toMatchObject(speedy);
  });

  it("has its speed session told to who trains for a longer race", () => {
    const base = aMarathonPlan().weeks.find(({ phase, kind }) => phase === "base" && kind === "build");
    const plan = aMarathonPlan({ [base?.week ?? 1]: "- I9 E9 - E9 E8 L20" });
    expect(judged(plan)).toMatchObject({ verdict: "flag", why: speedy.why });
  });
});
