import { aMarathonPlan, aPlan, aRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Judgement } from "./judgement.ts";
import { kindsOfLongRun } from "./kinds-of-long-run.ts";

const judged = (plan: PlanUnderLaw, fullWeeks: number): Judgement =>
  kindsOfLongRun.judge({ ...factsOf(plan, aRulebook()), fullWeeks });

describe("kinds of long run (L9)", () => {
  it("are asked for in half-marathon and marathon plans from twelve weeks on", () => {
    expect(judged(aMarathonPlan(), 12).verdict).toBe("pass");
    expect(judged(aMarathonPlan(), 11).verdict).toBe("not_applicable");
    expect(judged(aPlan(), 12).verdict).toBe("not_applicable");
    expect(judged({ ...aPlan(), distance: "half_marathon" }, 12)).toMatchObject({
      verdict: "flag",
      measured: 2,
      limit: 3,
      why: "few kinds of long run",
    });
  });
});
