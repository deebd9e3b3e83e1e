import { aPlan, aRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Judgement } from "./judgement.ts";
import { weekWithinWhatDaysCarry } from "./week-within-what-days-carry.ts";

const { E4 } = aRulebook().laws;
const peaking = (min: number, max: number) => ({ ...E4.peakMetres, "10k": { min, max } });
const judged = (plan: PlanUnderLaw, peakMetres = E4.peakMetres): Judgement =>
  weekWithinWhatDaysCarry.judge(factsOf(plan, aRulebook({ E4: { ...E4, peakMetres } })));

describe("what the days of a week carry (E4)", () => {
  it("is the long run and three quarters of it for every other day", () => {
    expect(judged(aPlan({ 3: "- - - - - E10.5 L14" })).verdict).toBe("pass");
    expect(judged(aPlan({ 3: "- - - - E10 E11 L14" })).verdict).toBe("pass");
    expect(judged(aPlan({ 3: "- - - - E10.6 E10.6 L14" }))).toMatchObject({ verdict: "breach", weeks: [3] });
  });

  it("says nothing of a build week without a run", () => {
    expect(judged(aPlan({ 3: "- - - - - - -" })).verdict).toBe("pass");
  });
});

describe("the peak week (E4)", () => {
  it("lies in the range of published plans, and is named where it does not", () => {
    expect(judged(aPlan(), peaking(60_000, 60_000)).verdict).toBe("pass");
    expect(judged(aPlan(), peaking(15_000, 59_900))).toMatchObject({
      verdict: "breach",
      measured: 60_000,
      limit: 59_900,
      weeks: [10],
      why: "the peak week is beyond published plans",
    });
    expect(judged(aPlan(), peaking(60_100, 130_000))).toMatchObject({
      verdict: "breach",
      weeks: [10],
      why: "the peak week is below published plans",
    });
  });
});
