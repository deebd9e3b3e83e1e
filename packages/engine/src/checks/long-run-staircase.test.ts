import { aPlan, aRulebook, type Rewrites, withRequest } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import type { Judgement } from "./judgement.ts";
import { longRunStaircase } from "./long-run-staircase.ts";

const { L8 } = aRulebook().laws;

const judged = (plan: PlanUnderLaw, limits: Partial<LawLimits["L8"]> = {}): Judgement =>
  longRunStaircase.judge(factsOf(plan, aRulebook({ L8: { ...L8, ...limits } })));

const reasonsOf = ({ breaches = [] }: Judgement): readonly unknown[] => breaches.map(({ why }) => why);

describe("the staircase of long runs (L8)", () => {
  it("reaches its peak after two fifths of the weeks before the taper, which itself counts for nothing", () => {
    const fifth = aPlan({ 5: "- T9/5x0.8 E9 - E7.5 E6.5 L18.5" });
    const early = "the peak long run comes early";
    expect(reasonsOf(judged(fifth, { earlyShare: 0.45 }))).not.toContain(early);
    expect(reasonsOf(judged(fifth, { earlyShare: 0.5 }))).toContain(early);
  });

  it("starts low where there are as many long runs as that takes", () => {
    const unknown = withRequest(aPlan({ 1: "- S7 E7 - E8 E6 L14" }), { longestMetres: null });
    expect(judged(unknown, { firstFromLongRuns: 10 })).toMatchObject({
      verdict: "breach",
      why: "the first long run stands close to the peak",
    });
    expect(judged(unknown, { firstFromLongRuns: 11 }).verdict).toBe("pass");
  });

  it("does not stay on its first step either", () => {
    const level = aPlan({ 1: "- S7 E7 - E8 E6 L14", 2: "- S8 E7 - E9 E6 L14" });
    expect(judged(level)).toMatchObject({ verdict: "breach", measured: 3, limit: 2, weeks: [3] });
  });

  it("allows a third week only where all three are at the peak", () => {
    const near: Rewrites = {
      6: "- T9 E9 - I9 E8 G17.4",
      7: "- T10/3x1.6 E9 - I10/4x1 E9 L17.8",
      9: "- I10/7x0.6 E9 - T10/2x2.5 E10 G18",
      10: "- I11/4x1.2 E10 - T11/1x5.5 E10 L18.5",
    };
    expect(judged(aPlan(near))).toMatchObject({ verdict: "breach", measured: 3, weeks: [9] });
  });

  it("changes what is inside after two of a kind where the day ends the climb", () => {
    const level = aPlan({
      5: "- T9/5x0.8 E9 - E7.5 E6.5 L15",
      6: "- T9 E9 - I9 E8 G15",
      7: "- T10/3x1.6 E9 - I10/4x1 E9 L15",
      9: "- I10/7x0.6 E9 - T10/2x2.5 E10 L15",
      10: "- I11/4x1.2 E10 - T11/1x5.5 E10 L15",
    });
    const bound = withRequest(level, { dayLimits: { sun: 5400 } });
    expect(judged(bound)).toMatchObject({ verdict: "breach", weeks: [10] });
  });
});
