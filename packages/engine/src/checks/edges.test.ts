import {
  aMarathonPlan,
  aPlan,
  aRulebook,
  withAdded,
  withDay,
  withRequest,
  withSession,
  withSessions,
  withWeek,
  withoutResult,
} from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawVerdict } from "../plan/plan.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import { certify } from "./certify.ts";
import { LAWS } from "./registry.ts";

const all = LAWS;

const verdictOn = (id: LawId, plan: PlanUnderLaw, rules = aRulebook()): LawVerdict | undefined =>
  certify(
    plan,
    rules,
    all.filter((law) => law.id === id),
  ).laws[0];

/** The plan with every step run steadily: nothing in it is easy. */
const withoutEasyRunning = (plan: PlanUnderLaw): PlanUnderLaw =>
  withSessions(plan, ({ optionB: _, ...session }) => ({
    ...session,
    steps: [{ zone: "steady", by: "distance", metres: session.metres, seconds: session.seconds }],
  }));

describe("a plan without easy running", () => {
  const plan = { ...withoutEasyRunning(aPlan()), paces: null };

  it("has no hours of long runs to reckon with (L6)", () => {
    expect(verdictOn("L6", plan)).toMatchObject({ verdict: "not_applicable" });
  });

  it("is not excused from its long run by hours or a short day (L1)", () => {
    const short = aPlan({
      9: "- I10/7x0.6 E9 - T10/2x2.5 E10 L12",
      10: "- I11/4x1.2 E10 - T11/1x5.5 E10 L12",
    });
    const limited = withRequest({ ...withoutEasyRunning(short), paces: null }, { dayLimits: { sun: 600 } });
    expect(verdictOn("L1", limited)?.why).not.toBe("the day has no room for a longer one");
  });
});

describe("a plan without a week of running", () => {
  const empty: PlanUnderLaw = {
    ...aPlan(),
    weeks: aPlan().weeks.map((week) => ({
      ...week,
      targetMetres: 0,
      days: week.days.map((day) => ({ ...day, sessions: [] })),
    })),
  };

  it("is all easy, as nothing in it is hard (I1)", () => {
    expect(verdictOn("I1", empty)?.verdict).not.toBe("breach");
  });

  it("has no long run, and is told so (L1, L2)", () => {
    expect(verdictOn("L1", empty)).toMatchObject({ verdict: "breach", why: "the plan has no long run" });
    expect(verdictOn("L2", empty)).toMatchObject({ verdict: "breach", why: "the week has no long run" });
  });

  it("keeps no promise by promising nothing: targets without runs do not add up (S6)", () => {
    const promised = withWeek(empty, 3, (week) => ({ ...week, targetMetres: 40_000 }));
    expect(verdictOn("S6", promised)).toMatchObject({ verdict: "breach", weeks: [3] });
  });
});

describe("a week with both a tune-up race and a long run", () => {
  const both = aPlan({ 9: "- I10/7x0.6 E9 - E9 U8 L13" });

  it("lets the long run be shorter on the day after, and keeps it easy (L2)", () => {
    const long = aPlan({ 9: "- I10/7x0.6 E9 - E10 U8 L17" });
    expect(verdictOn("L2", both)?.verdict).not.toBe("breach");
    expect(verdictOn("L2", long)).toMatchObject({
      verdict: "breach",
      weeks: [9],
      why: "the long run after a tune-up race is not easy enough",
    });
  });

  it("lets no work stand in that long run (L2)", () => {
    const hard = aPlan({ 9: "- I10/7x0.6 E9 - E10 U8 L13/8" });
    expect(verdictOn("L2", hard)).toMatchObject({
      verdict: "breach",
      weeks: [9],
      why: "the long run after a tune-up race is not easy enough",
    });
  });

  it("takes the race for the longest run where it is (L2)", () => {
    const raced = withSession(aPlan({ 9: "- E9 E8 - E8 L12 U8" }), 9, 7, (session) => ({
      ...session,
      metres: 15_000,
    }));
    expect(verdictOn("L2", raced)?.weeks ?? []).not.toContain(9);
  });
});

describe("a week of one run", () => {
  it("has no second longest run to compare (L2)", () => {
    expect(verdictOn("L2", aPlan({ 5: "- - - - - - L15" }))?.weeks ?? []).not.toContain(5);
  });
});

describe("a plan whose base never ends", () => {
  const endless: PlanUnderLaw = {
    ...aPlan(),
    weeks: aPlan().weeks.map((week) => ({ ...week, phase: "base" as const })),
  };

  it("counts all of it as the base block of a runner below the entry (E1)", () => {
    expect(verdictOn("E1", withRequest(endless, { weeklyMetres: 12_000 }))?.verdict).toBe("pass");
  });

  it("holds no threshold block (I6) and no marathon pace (I7)", () => {
    expect(verdictOn("I6", endless)?.verdict).toBe("not_applicable");
    const marathon: PlanUnderLaw = {
      ...aMarathonPlan(),
      weeks: aMarathonPlan().weeks.map((week) => ({ ...week, phase: "base" as const })),
    };
    expect(verdictOn("I7", marathon)).toMatchObject({
      verdict: "breach",
      why: "a marathon-pace block in the base phase",
    });
  });
});

describe("marathon pace (I7)", () => {
  it("is missing altogether in a plan without a block", () => {
    const without = aMarathonPlan({
      7: "- S12 E12 - E14 E10 L28",
      9: "- S12 E12 - E15 E11 L28",
      10: "- E12 E13 - E16 E13 L30",
      11: "- S12 E12 - E12 E6 L22",
    });
    expect(verdictOn("I7", without)).toMatchObject({
      verdict: "breach",
      measured: 0,
      why: "little marathon pace over the whole plan",
    });
  });

  it("comes too early in the first fifth of the plan", () => {
    const early = withWeek(aMarathonPlan({ 2: "- S10 E10 - E12 E8 L20/8" }), 2, (week) => ({
      ...week,
      phase: "build",
    }));
    expect(verdictOn("I7", early)).toMatchObject({
      verdict: "breach",
      why: "a marathon-pace block too early",
    });
  });

  it("is asked for whole from sixteen weeks on, and in parts below", () => {
    const limits = aRulebook().laws.I7;
    const marathon = { ...limits.marathon, scaledBelowWeeks: 10 };
    const strict = { ...aRulebook(), laws: { ...aRulebook().laws, I7: { ...limits, marathon } } };
    const scaled = verdictOn("I7", aMarathonPlan());
    const whole = verdictOn("I7", aMarathonPlan(), strict);
    expect(scaled?.verdict).not.toBe("breach");
    expect([whole?.verdict, whole?.limit]).not.toEqual([scaled?.verdict, scaled?.limit]);
  });
});

describe("half-marathon pace (I7)", () => {
  const half = (weeks: number): PlanUnderLaw => {
    const plan = aPlan();
    return {
      ...plan,
      distance: "half_marathon",
      request: { ...plan.request, distance: "half_marathon" },
      weeks: plan.weeks.slice(-weeks),
    };
  };

  it("is no duty in a plan of so few weeks that the quota rounds to none", () => {
    expect(verdictOn("I7", half(4))?.verdict).not.toBe("breach");
  });

  it("is told to be missing once, not by its window as well", () => {
    expect(verdictOn("I7", half(12))).toMatchObject({
      verdict: "breach",
      measured: 0,
      why: "too few long runs at half-marathon pace",
    });
  });
});

describe("paces in order (I10)", () => {
  it("take no easy range that ends before it begins", () => {
    const plan = aPlan();
    const paces = plan.paces ?? null;
    if (paces === null) throw new Error("The plan has paces.");
    const reversed = { ...plan, paces: { ...paces, easy: { fast: 380, slow: 375 } } };
    expect(verdictOn("I10", reversed)).toMatchObject({ verdict: "breach", measured: 380, limit: 375 });
    const single = { ...plan, paces: { ...paces, easy: { fast: 375, slow: 375 } } };
    expect(verdictOn("I10", single)?.verdict).toBe("breach");
  });

  it("are not shown to somebody without a result", () => {
    expect(verdictOn("I10", withRequest(aPlan(), { result: null }))?.verdict).toBe("breach");
    expect(verdictOn("I10", withoutResult(aPlan()))?.verdict).toBe("pass");
  });
});

describe("the last hard session (S3)", () => {
  it("is the latest, in whatever order the days stand", () => {
    const hard = withAdded(aPlan(), 12, 6, "T8");
    expect(verdictOn("S3", hard)).toMatchObject({ verdict: "breach", measured: 1 });
    const first = withDay(hard, 12, 1, (day) => day);
    const turned = {
      ...first,
      weeks: first.weeks.map((week) =>
        week.week === 12 ? { ...week, days: [...week.days].reverse() } : week,
      ),
    };
    expect(verdictOn("S3", turned)).toMatchObject({ measured: 1 });
  });

  it("is none where nothing hard is run before the race", () => {
    const easy = withSessions(aPlan(), ({ optionB: _, ...session }) =>
      session.kind === "race"
        ? session
        : {
            ...session,
            kind: session.kind === "long" ? "long" : "easy",
            quality: false,
            steps: [{ zone: "easy", by: "distance", metres: session.metres, seconds: session.seconds }],
          },
    );
    expect(verdictOn("S3", easy)?.verdict).toBe("not_applicable");
  });
});

describe("large steps of single runs (L3)", () => {
  it("are flagged one by one, and together where they are too many", () => {
    const steps = {
      2: "- S8 E7 - E9 E6 L13.5",
      3: "- S8 E8 - E9 E7 L15.2",
      5: "- T9/5x0.8 E9 - E7.5 E6.5 L17",
      6: "- T9 E9 - I9 E8 G19",
      7: "- T10/3x1.6 E9 - I10/4x1 E9 L21.2",
      9: "- I10/7x0.6 E9 - T10/2x2.5 E10 G23.6",
    };
    expect(verdictOn("L3", aPlan(steps))).toMatchObject({
      verdict: "flag",
      why: "more large steps than a plan should have",
    });
    const few = { 6: "- T9 E9 - I9 E8 G17.5" };
    expect(verdictOn("L3", aPlan(few))?.verdict).toBe("flag");
    expect(verdictOn("L3", aPlan(few))?.why).not.toBe("more large steps than a plan should have");
  });
});
