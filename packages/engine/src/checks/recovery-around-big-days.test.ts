import { aMarathonPlan, aPlan, aRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Judgement } from "./judgement.ts";
import { recoveryAroundBigDays } from "./recovery-around-big-days.ts";

const judged = (plan: PlanUnderLaw): Judgement => recoveryAroundBigDays.judge(factsOf(plan, aRulebook()));

describe("the days after a long run with marathon pace (H3)", () => {
  const tooSoon = {
    verdict: "breach",
    measured: 1,
    why: "too soon after a long run with marathon pace",
    weeks: [10],
  };
  const after = (long: string, tenth: string): PlanUnderLaw =>
    aMarathonPlan({ 7: "- S12 E12 - E14 E10 L28", 9: `- S12 E12 - E15 E11 ${long}`, 10: tenth });

  it("are two easy ones from twelve kilometres on", () => {
    expect(judged(after("L28/12", "T10 E13 - E16 - E13 L30"))).toMatchObject(tooSoon);
    expect(judged(after("L28/12", "- T10 E13 - E16 E13 L30"))).toMatchObject(tooSoon);
    expect(judged(after("L28/12", "- E12 T10 - E16 E13 L30")).verdict).toBe("pass");
    expect(judged(after("L28/11.9", "T10 E13 - E16 - E13 L30")).verdict).toBe("not_applicable");
  });

  it("are asked of a long run alone", () => {
    const midweek = aMarathonPlan({
      7: "- S12 E12 - E14 E10 L28",
      9: "- M20/12 T12 - E15 E11 L28",
      10: "- E12 E13 - E16 E13 L30",
    });
    expect(judged(midweek).verdict).toBe("not_applicable");
  });
});

describe("the days around a tune-up race (H3)", () => {
  const raced = (sixth: string, seventh = "- T10/3x1.6 E9 - I10/4x1 E9 L17"): Judgement =>
    judged(aPlan({ 6: sixth, 7: seventh }));
  const notEasy = { verdict: "breach", measured: 1, why: "not easy next to a tune-up race" };

  it("are easy, before as after", () => {
    expect(raced("- T9 E9 - E9 U10 L12").verdict).toBe("pass");
    expect(raced("- E9 E9 - T9 U10 L12")).toMatchObject({ ...notEasy, weeks: [6] });
    expect(raced("- T9 E9 - D9 U10 L12")).toMatchObject({ ...notEasy, weeks: [6] });
    expect(raced("- T9 U9 T9 E9 E8 L12")).toMatchObject({ ...notEasy, weeks: [6] });
  });

  it("hold a long run after it, and none before", () => {
    expect(raced("- T9 E9 - - L12 U10")).toMatchObject(notEasy);
    expect(raced("- T9 E9 - E8 U10 L12").verdict).toBe("pass");
  });

  it("are those of the next week where the race ends its own", () => {
    expect(raced("- T9 E9 - E9 E6 U14", "T10 - E9 - I10/4x1 E9 L17")).toMatchObject({
      ...notEasy,
      weeks: [7],
    });
  });
});
