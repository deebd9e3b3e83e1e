import {
  aMarathonPlan,
  aMidweekPlan,
  aPlan,
  aRulebook,
  aSundayStartPlan,
  BROKEN_PLANS,
  withoutResult,
  withRequest,
  withSession,
  withWeek,
} from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawVerdict } from "../plan/plan.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import { certify } from "./certify.ts";

const rules = aRulebook();

const verdictOn = (id: LawId, plan: PlanUnderLaw): LawVerdict | undefined =>
  certify(plan, rules).laws.find((law) => law.id === id);

const shortLongRuns = (): PlanUnderLaw => BROKEN_PLANS.find((broken) => broken.law === "L1")?.plan ?? aPlan();

describe("E1, entry", () => {
  it("lets a small runner in when a base block reaches the entry", () => {
    const plan = withRequest(aPlan(), { weeklyMetres: 12_000 });
    expect(verdictOn("E1", plan)).toMatchObject({ verdict: "pass", limit: 14_000 });
  });

  it("does not apply to a runner whose weeks are not known", () => {
    expect(verdictOn("E1", withRequest(aPlan(), { weeklyMetres: null }))?.verdict).toBe("not_applicable");
  });
});

describe("S4, run days", () => {
  it("needs a reason for fewer days than asked for", () => {
    const fewer = withRequest(aPlan(), { daysPerWeek: 6 });
    const told = {
      ...fewer,
      adjustments: [{ wish: "days_per_week", law: "E3", asked: 6, given: 5 } as const],
    };
    expect(verdictOn("S4", fewer)?.verdict).toBe("breach");
    expect(verdictOn("S4", told)?.verdict).toBe("pass");
  });

  it("asks a week that ends with a race on Wednesday for no more days than it has", () => {
    expect(verdictOn("S4", aMidweekPlan({ 12: "- - X10 - - - -" }))?.verdict).toBe("pass");
  });

  it("lets a cutback rest two days more and a taper week one", () => {
    expect(verdictOn("S4", aPlan({ 4: "- S11 - - E11 - L14" }))?.verdict).toBe("pass");
    expect(verdictOn("S4", aPlan({ 4: "- S11 - - - - L14" }))).toMatchObject({
      verdict: "breach",
      weeks: [4],
    });
    expect(verdictOn("S4", aPlan({ 11: "- I9 E9 - S9 - L13" }))?.verdict).toBe("pass");
    expect(verdictOn("S4", aPlan({ 11: "- I9 - - S9 - L13" }))).toMatchObject({
      verdict: "breach",
      weeks: [11],
    });
  });
});

describe("S5, the long-run day", () => {
  it("may be another one with a reason", () => {
    const moved = {
      ...withRequest(aPlan(), { longRunDay: "sat" }),
      adjustments: [{ wish: "long_run_day", law: "S5", asked: "sat", given: "sun" } as const],
    };
    expect(verdictOn("S5", moved)?.verdict).toBe("pass");
  });
});

describe("S6, sums", () => {
  it("holds for the chosen option as for the other", () => {
    const long = aPlan({ 6: "- T9 E9 - I9 E8 L20" }).weeks[5]?.days[6]?.sessions[0];
    const plan = withSession(aPlan(), 6, 7, (session) => ({
      ...session,
      ...(long ? { optionB: long } : {}),
    }));
    expect(verdictOn("S6", plan)).toMatchObject({ verdict: "breach", weeks: [6], limit: 0.05 });
  });
});

describe("V laws", () => {
  it("count the weeks before the plan where a history tells them", () => {
    const weeks = [60, 25, 25, 25].map((km) => ({ metres: km * 1000, longestMetres: 12_000, runs: 4 }));
    expect(verdictOn("V1", withRequest(aPlan(), { history: { weeks } }))?.verdict).toBe("pass");
    const lower = weeks.map((week) => ({ ...week, metres: Math.min(week.metres, 30_000) }));
    expect(verdictOn("V1", withRequest(aPlan(), { history: { weeks: lower } }))).toMatchObject({
      verdict: "breach",
      weeks: [1],
    });
  });

  it("flag a first week far below the athlete's own", () => {
    expect(verdictOn("V4", withRequest(aPlan(), { weeklyMetres: 50_000 }))).toMatchObject({
      verdict: "flag",
      weeks: [1],
    });
  });

  it("let runners below 15 km a week begin with 3 km more at most", () => {
    const first = aPlan({ 1: "- E3 E3 - E3 E2 L6.5" });
    expect(verdictOn("V4", withRequest(first, { weeklyMetres: 14_500 }))?.verdict).toBe("pass");
    expect(verdictOn("V4", withRequest(first, { weeklyMetres: 14_400 }))?.verdict).toBe("breach");
  });

  it("flag a fourth build week in a row for masters only", () => {
    const plan = withWeek(aPlan({ 4: "- S8 E8 - E9 E7 L14" }), 4, (week) => ({ ...week, kind: "build" }));
    expect(
      verdictOn("V5", {
        ...plan,
        weeks: plan.weeks.map((week) => (week.week === 5 ? { ...week, kind: "cutback" } : week)),
      })?.why,
    ).toBe("a cutback that is hardly lighter");
    const four = aPlan({ 8: "- T10 E9 - I10 E9 L17" });
    const late = withWeek(four, 8, (week) => ({ ...week, kind: "build" }));
    expect(verdictOn("V5", late)).toMatchObject({
      verdict: "flag",
      why: "too many build weeks without a cutback",
    });
    expect(verdictOn("V5", withRequest(aPlan(), { age: 50 }))?.verdict).toBe("pass");
  });
});

describe("L1, the peak long run", () => {
  it("may be shorter where the hours of law L6 end it, and says so", () => {
    const slow = { ...shortLongRuns(), paces: { ...paces(), easy: { fast: 440, slow: 480 } } };
    expect(verdictOn("L1", slow)).toMatchObject({
      verdict: "pass",
      why: "a longer one would take too many hours",
    });
  });

  it("stays short of its minimum in vain where the hours have room for it", () => {
    const slower = { ...shortLongRuns(), paces: { ...paces(), easy: { fast: 430, slow: 453 } } };
    expect(verdictOn("L1", slower)?.verdict).toBe("breach");
  });

  it("may be shorter where the day has no room", () => {
    const plan = withRequest(shortLongRuns(), { dayLimits: { sun: 5500 } });
    expect(verdictOn("L1", plan)).toMatchObject({
      verdict: "pass",
      why: "the day has no room for a longer one",
    });
  });

  it("may be shorter where the weeks are too few to grow from the athlete's start", () => {
    const plan = aPlan({ 9: "- I10 E9 - T10 E8 L13", 10: "- I10 E9 - T10 E8 L14" });
    const few = { ...plan, weeks: plan.weeks.slice(8) };
    expect(verdictOn("L1", withRequest(few, { longestMetres: 10_000 }))).toMatchObject({
      verdict: "pass",
      why: "there are too few weeks to grow further from where the athlete starts",
    });
    expect(verdictOn("L1", withRequest(few, { longestMetres: 13_000 }))?.verdict).toBe("breach");
  });

  it("is flagged where only the aim of three hours keeps a marathon long run short", () => {
    const plan = {
      ...aMarathonPlan({ 10: "- E12 T13 - E16 E14 L29" }),
      paces: { ...paces(), easy: { fast: 355, slow: 385 } },
    };
    expect(verdictOn("L1", plan)).toMatchObject({
      verdict: "flag",
      why: "kept to the hours that long runs aim at",
    });
  });

  it("has only the floor of the race for builders", () => {
    expect(verdictOn("L1", { ...shortLongRuns(), tier: "builder" })?.verdict).toBe("pass");
  });
});

const paces = (): NonNullable<PlanUnderLaw["paces"]> => {
  const plan = aPlan();
  if (plan.paces === null) throw new Error("The plan has paces.");
  return plan.paces;
};

describe("L2, the longest run", () => {
  const raced = (cells: string): PlanUnderLaw =>
    withWeek(aPlan({ 6: cells }), 6, (week) => ({ ...week, kind: "tune_up" }));

  it("lets a tune-up race stand in its place", () => {
    expect(verdictOn("L2", raced("- T9 E9 - E6 - U14"))?.verdict).toBe("pass");
  });

  it("keeps a long run after a tune-up race under three quarters of the peak", () => {
    expect(verdictOn("L2", raced("- T9 E9 - E6 U9 L13.5"))?.verdict).toBe("pass");
    expect(verdictOn("L2", raced("- T9 E9 - E6 U9 L14"))).toMatchObject({ verdict: "breach", weeks: [6] });
  });

  it("looks across the edge of a week whose long run comes first", () => {
    expect(verdictOn("L2", aSundayStartPlan({ 3: "L14 - S7 E7 - E8 E10" }))).toMatchObject({
      verdict: "breach",
      weeks: [3],
    });
  });

  it("flags a second run of more than three quarters", () => {
    expect(verdictOn("L2", aPlan({ 6: "- T8 E13 - I8.5 E5.5 L16" }))).toMatchObject({
      verdict: "flag",
      weeks: [6],
    });
  });
});

describe("L3, leaps", () => {
  it("takes the first week of a standard plan for what its runner is used to", () => {
    const standard = withRequest(aPlan(), { weeklyMetres: null, longestMetres: null });
    expect(verdictOn("L3", standard)?.verdict).toBe("pass");
  });

  it("begins with five kilometres or half an hour after a month without a run", () => {
    const first = (cell: string): PlanUnderLaw =>
      withRequest(aPlan({ 1: `- ${cell} - - - - -` }), { longestMetres: 0 });
    expect(verdictOn("L3", first("E5"))?.weeks ?? []).not.toContain(1);
    expect(verdictOn("L3", first("E5.5"))?.weeks).toContain(1);
  });

  it("forgets what was run more than thirty days before", () => {
    const plan = aPlan({
      1: "- S7 E7 - E8 E6 L18",
      2: "- S8 E7 - E9 E6 L8",
      3: "- S8 E8 - E9 E7 L9",
      5: "- T9 E8 - E8 E7 L9",
      6: "- T9 E9 - I9 E8 L17",
    });
    expect(verdictOn("L3", plan)).toMatchObject({ verdict: "breach", weeks: [1, 6] });
  });
});

describe("H laws", () => {
  it("count the race as the day after a quality day", () => {
    expect(verdictOn("H1", aPlan({ 12: "- S6 E6 - S6 P6 X10" }))).toMatchObject({
      verdict: "breach",
      weeks: [12],
    });
  });

  it("keep the hard days of masters 72 hours apart, where a plan does not say that its days leave no room", () => {
    const twoDays = withRequest(aPlan({ 6: "- T9 E9 I9 - E8 L16" }), { age: 56 });
    expect(verdictOn("H1", twoDays)).toMatchObject({
      verdict: "breach",
      quantity: "duration",
      measured: 48 * 3600,
      limit: 72 * 3600,
      weeks: [6],
    });
    expect(verdictOn("H1", withRequest(twoDays, { age: 49 }))).toMatchObject({ verdict: "pass" });
    const told = { wish: "recovery_hours", law: "H1", asked: 72, given: 48 } as const;
    expect(verdictOn("H1", { ...twoDays, adjustments: [told] })).toMatchObject({ verdict: "pass" });
  });

  it("look across the edge of a week", () => {
    const plan = aMarathonPlan({ 9: "- S12 E12 - E15 E11 L28/12", 10: "T13 E12 - - E16 E13 L30" });
    expect(verdictOn("H1", plan)).toMatchObject({ verdict: "breach", weeks: [10] });
    expect(verdictOn("L7", plan)).toMatchObject({ verdict: "breach", weeks: [10] });
  });

  it("allow high-volume 10K runners a third quality day", () => {
    const three = aPlan({ 6: "- T9 E9 I9 - T8 L16" });
    expect(verdictOn("H2", { ...three, tier: "high" })?.verdict).toBe("pass");
    expect(verdictOn("H2", { ...three, tier: "high", distance: "half_marathon" })?.verdict).toBe("breach");
  });
});

describe("defaults", () => {
  it("flag a longer run on the day before the race for low and mid volume only", () => {
    const plan = aPlan({ 12: "- P6 E6 - S6 E6 X10" });
    expect(verdictOn("S2", plan)?.verdict).toBe("flag");
    expect(verdictOn("S2", { ...plan, tier: "high" })?.verdict).toBe("pass");
  });

  it("flag the share of a long run in a big week, and more than three hours", () => {
    const plan = aMarathonPlan({ 10: "- E12 T13 - E16 E12 L31" });
    expect(verdictOn("L5", plan)).toMatchObject({ verdict: "flag", weeks: [10] });
    expect(verdictOn("L6", plan)).toMatchObject({ verdict: "flag", weeks: [10] });
  });
});

describe("I10, paces", () => {
  it("holds without a result where sessions go by effort", () => {
    expect(verdictOn("I10", withoutResult(aPlan()))?.verdict).toBe("pass");
  });
});
