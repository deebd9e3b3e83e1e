import { aMarathonPlan, aPlan, aRulebook, sessionFrom, withRequest, withSession } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawVerdict } from "../plan/plan.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import { certify } from "./certify.ts";
import { LAWS } from "./registry.ts";

const verdictOn = (id: LawId, plan: PlanUnderLaw): LawVerdict | undefined =>
  certify(
    plan,
    aRulebook(),
    LAWS.filter((law) => law.id === id),
  ).laws[0];

describe("V3, a week against its month", () => {
  it("waits for four weeks where nothing is known before the plan", () => {
    const leap = withRequest(aPlan({ 2: "- S12 E12 - E12 E12 L16" }), { weeklyMetres: null });
    expect(verdictOn("V3", leap)?.verdict).toBe("pass");
    expect(verdictOn("V3", withRequest(leap, { weeklyMetres: 40_000 }))).toMatchObject({
      verdict: "flag",
      weeks: [2],
    });
  });

  it("takes a history for what it says, week by week", () => {
    const weeks = [20, 20, 20].map((km) => ({ metres: km * 1000, longestMetres: 8000, runs: 3 }));
    const known = { weeklyMetres: null, history: { weeks } };
    expect(verdictOn("V3", withRequest(aPlan(), known))).toMatchObject({ verdict: "breach", weeks: [1] });
    expect(
      verdictOn("V3", withRequest(aPlan(), { ...known, history: { weeks: weeks.slice(1) } }))?.verdict,
    ).toBe("pass");
  });

  it("leaves small weeks alone", () => {
    const small = aPlan({
      1: "- E3 - - E3 - L6",
      2: "- E3 - - E3 - L6",
      3: "- E6 - - E6 - L9",
      4: "- E3 - - - - L6",
    });
    expect(verdictOn("V3", withRequest(small, { weeklyMetres: 6000 }))?.weeks ?? []).not.toContain(3);
  });
});

describe("L8, the staircase", () => {
  const LEVEL = { 5: "- T9/5x0.8 E9 - E7.5 E6.5 L16", 6: "- T9 E9 - I9 E8 G16" };

  it("leaves the first step to law E2 where the longest run is known", () => {
    const start = aPlan({ 1: "- S7 E7 - E8 E6 L14" });
    expect(verdictOn("L8", start)?.verdict).toBe("pass");
    expect(verdictOn("L8", withRequest(start, { longestMetres: null }))?.verdict).toBe("breach");
  });

  it("asks for a low first step only where law L3 leaves time to climb from it", () => {
    const unknown = withRequest(aPlan({ 1: "- S7 E7 - E8 E6 L14" }), { longestMetres: null });
    expect(verdictOn("L8", unknown)?.why).toBe("the first long run stands close to the peak");
    const [first, second, ...others] = unknown.weeks;
    const hurried = {
      ...unknown,
      weeks: [first, second, ...others.slice(-2)].filter((week) => week !== undefined),
    };
    expect(verdictOn("L8", hurried)?.why).not.toBe("the first long run stands close to the peak");
  });

  it("counts a step of a kilometre as a step", () => {
    expect(verdictOn("L8", aPlan(LEVEL))?.verdict).toBe("pass");
    expect(verdictOn("L8", aPlan({ ...LEVEL, 7: "- T10/3x1.6 E9 - I10/4x1 E9 L16.5" }))).toMatchObject({
      verdict: "breach",
      weeks: [7],
      measured: 3,
      limit: 2,
    });
  });

  it("allows a third week at the peak when what is inside differs", () => {
    const atPeak = (last: string): PlanUnderLaw =>
      aPlan({
        7: "- T10/3x1.6 E9 - I10/4x1 E9 L18",
        9: "- I10/7x0.6 E9 - T10/2x2.5 E10 G18",
        10: `- I11/4x1.2 E10 - T11/1x5.5 E10 ${last}`,
      });
    expect(verdictOn("L8", atPeak("L18"))?.verdict).toBe("pass");
    expect(verdictOn("L8", atPeak("G18"))).toMatchObject({ verdict: "breach", weeks: [10] });
    const four = withSession(atPeak("L18"), 6, 7, () => ({ ...sessionFrom("G18"), id: "w6", chosen: "a" }));
    expect(verdictOn("L8", four)).toMatchObject({ verdict: "breach", measured: 4, weeks: [10] });
  });

  it("breaks when the peak comes in the first weeks", () => {
    const early = aPlan({ 3: "- S8 E8 - E9 E7 L18.5" });
    expect(verdictOn("L8", early)).toMatchObject({ verdict: "breach", why: "the peak long run comes early" });
  });

  it("asks only for change inside where the day ends the climb", () => {
    const level = (inside: string): PlanUnderLaw =>
      withRequest(
        aPlan({
          5: "- T9/5x0.8 E9 - E7.5 E6.5 L15",
          6: `- T9 E9 - I9 E8 ${inside}15`,
          7: "- T10/3x1.6 E9 - I10/4x1 E9 L15",
          9: `- I10/7x0.6 E9 - T10/2x2.5 E10 ${inside}15`,
          10: "- I11/4x1.2 E10 - T11/1x5.5 E10 L15",
        }),
        { dayLimits: { sun: 5400 } },
      );
    expect(verdictOn("L8", level("G"))?.verdict).toBe("pass");
    expect(verdictOn("L8", level("L"))?.verdict).toBe("breach");
  });
});

describe("V7 and V8, the peak", () => {
  it("flag a peak of more than 2.2 first weeks", () => {
    const low = withRequest(aPlan({ 1: "- S5 E4 - E5 E4 L8.5" }), { weeklyMetres: null });
    expect(verdictOn("V7", low)).toMatchObject({ verdict: "flag", limit: 2.2, weeks: [10] });
  });

  it("flag a marathon that peaks in the week before race week", () => {
    const late = aMarathonPlan({ 12: "- T18 E18 - S18 E16 L22" });
    expect(verdictOn("V8", late)).toMatchObject({ verdict: "flag", measured: 1, limit: 2, weeks: [12] });
  });
});

describe("I4, a session in its week", () => {
  it("counts half-marathon pace with marathon pace", () => {
    const paced = aPlan({ 6: "- - E9 - - E8 H16/13" });
    expect(verdictOn("I4", paced)).toMatchObject({ verdict: "breach", limit: 0.35, weeks: [6] });
  });

  it("counts 10K pace with the intervals", () => {
    const raced = withSession(aPlan(), 9, 2, (session) => ({
      ...session,
      steps: [{ zone: "ten_k", by: "distance", metres: 6000, seconds: 1608 }],
    }));
    expect(verdictOn("I4", raced)).toMatchObject({ verdict: "flag", limit: 0.08, weeks: [9] });
  });
});
