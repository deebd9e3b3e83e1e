import { aPlan, aRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Judgement } from "./judgement.ts";
import { qualityDaysAWeek } from "./quality-days-a-week.ts";

const judged = (change: Partial<PlanUnderLaw>, cells = "- T9 E9 I9 - T8 G16"): Judgement =>
  qualityDaysAWeek.judge(factsOf({ ...aPlan({ 6: cells }), ...change }, aRulebook()));

describe("a third quality day (H2)", () => {
  const tooMany = { verdict: "breach", measured: 3, limit: 2, weeks: [6] };

  it("is for high-volume and elite runners of 5K and 10K alone", () => {
    for (const tier of ["high", "elite"] as const)
      for (const distance of ["5k", "10k"] as const) expect(judged({ tier, distance }).verdict).toBe("pass");
    expect(judged({ tier: "mid" })).toMatchObject(tooMany);
    expect(judged({ tier: "elite", distance: "half_marathon" })).toMatchObject(tooMany);
  });

  it("takes five run days", () => {
    expect(judged({ tier: "high" }, "- T9 E9 I9 - T8 G16").verdict).toBe("pass");
    expect(judged({ tier: "high" }, "- T9 - I9 - T8 G16")).toMatchObject(tooMany);
  });
});
