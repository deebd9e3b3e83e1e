import {
  aMarathonPlan,
  aPlan,
  aRulebook,
  onDate,
  planFrom,
  sessionFrom,
  withoutOptionB,
  withoutResult,
  withRequest,
  withSession,
  withSessions,
  withWeek,
} from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawVerdict, Session } from "../plan/plan.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import { certify } from "./certify.ts";
import { LAWS, LAWS_TO_COME } from "./registry.ts";

const all = [...LAWS, ...LAWS_TO_COME];

const verdictOn = (id: LawId, plan: PlanUnderLaw): LawVerdict | undefined =>
  certify(
    plan,
    aRulebook(),
    all.filter((law) => law.id === id),
  ).laws[0];

/** The last weeks of a plan, counted anew from one. */
const lastWeeks = (plan: PlanUnderLaw, count: number): PlanUnderLaw => ({
  ...plan,
  weeks: plan.weeks.slice(-count).map((week, index) => ({ ...week, week: index + 1 })),
});

const swapped = (session: Session): Session => (session.optionB ? { ...session, chosen: "b" } : session);

describe("a choice of options", () => {
  it.each([
    ["a 10K plan", aPlan()],
    ["a marathon plan", aMarathonPlan()],
  ])("leaves every law kept, for %s", (_, plan) => {
    const certificate = certify(withSessions(plan, swapped), aRulebook(), all);
    expect(certificate.laws.filter(({ verdict }) => verdict === "breach" || verdict === "flag")).toEqual([]);
  });
});

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
    expect(verdictOn("L8", level("G"))?.verdict).toBe("not_applicable");
    expect(verdictOn("L8", level("L"))?.verdict).toBe("breach");
  });
});

describe("I6, the threshold block", () => {
  it("lets minutes fall further when broken becomes continuous", () => {
    const last = (cut: string): PlanUnderLaw => aPlan({ 10: `- I11/4x1.2 E10 - T11/${cut} E10 L18` });
    expect(verdictOn("I6", last("1x4"))?.verdict).toBe("pass");
    expect(verdictOn("I6", last("1x3.7"))?.verdict).toBe("breach");
    expect(verdictOn("I6", last("2x4"))?.verdict).toBe("pass");
  });

  it("asks a block of three sessions for longer pieces", () => {
    const level = aPlan({
      7: "- S10 E9 - I10/4x1 E9 L17",
      9: "- I10/7x0.6 E9 - T10/6x0.8 E10 G17",
      10: "- I11/4x1.2 E10 - T11/7x0.8 E10 L18",
      6: "- S9 E9 - I9 E8 G16",
    });
    expect(verdictOn("I6", level)).toMatchObject({
      verdict: "breach",
      why: "the longest piece does not grow over the block",
    });
  });

  it("leaves cutbacks and tapers out", () => {
    expect(verdictOn("I6", aPlan({ 11: "- T9.5/2x1 E9 - S9.5 E7 L13" }))?.verdict).toBe("pass");
  });
});

describe("I7, race pace", () => {
  it("does not apply to builders, and finds nothing to ask of a 10K", () => {
    expect(verdictOn("I7", { ...aMarathonPlan(), tier: "builder" })?.verdict).toBe("not_applicable");
    expect(verdictOn("I7", aPlan())?.verdict).toBe("not_applicable");
  });

  it("reads elite as high", () => {
    expect(verdictOn("I7", { ...aMarathonPlan(), tier: "elite" })).toMatchObject({
      verdict: "flag",
      measured: 48_000,
      limit: 52_000,
    });
  });

  it("lets the rehearsal be a little shorter, and no more than two such long runs stand in a row", () => {
    expect(verdictOn("I7", aMarathonPlan({ 10: "- E12 E13 - E16 E13 L30/14" }))?.verdict).not.toBe("breach");
    const row = aMarathonPlan({ 8: "- E11 T10 - E11 E8 L19/5" });
    expect(verdictOn("I7", row)).toMatchObject({ verdict: "breach", measured: 4, limit: 2, weeks: [9, 10] });
  });

  it("holds the first block of a short plan to ten kilometres", () => {
    const short = lastWeeks(aMarathonPlan({ 7: "- S12 E12 - E14 E10 L28" }), 7);
    expect(verdictOn("I7", short)).toMatchObject({ verdict: "breach", limit: 10_000, measured: 14_000 });
  });

  const half = (...longRuns: readonly string[]): PlanUnderLaw => ({
    ...planFrom({
      firstDay: onDate("2026-11-23"),
      distance: "half_marathon",
      rows: [
        ...["L14", "L15", "L16", "L17", ...longRuns].map(
          (long) => ["build", "build", `- T9 E9 - E9 - ${long}`] as const,
        ),
        ["taper", "taper", "- T9 E9 - S9 - L13"],
        ["taper", "race", "- S6 E6 - S6 E4 X21.0975"],
      ],
      request: { longRunDay: "sun", weeklyMetres: 40_000, longestMetres: 14_000 },
    }),
  });

  it("asks a half-marathon plan for two long runs at its pace, the last one to four weeks out", () => {
    expect(verdictOn("I7", half("H18/6", "H19/8"))?.verdict).toBe("pass");
    expect(verdictOn("I7", half("H18/6", "L19"))).toMatchObject({ verdict: "breach", measured: 1, limit: 2 });
    expect(verdictOn("I7", half("H18/6", "H19/8", "L19", "L19", "L19"))).toMatchObject({
      verdict: "breach",
      measured: 35,
      limit: 28,
    });
  });
});

describe("I8, quotas", () => {
  it("shrink in plans of fewer than eight weeks", () => {
    expect(verdictOn("I8", lastWeeks(aPlan(), 6))).toMatchObject({ verdict: "pass", measured: 3, limit: 1 });
  });

  it("ask very small weeks for one fast touch each", () => {
    const cells = (touch: string): string => `- ${touch}6 E5 - E5 - L8`;
    const weeks = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [index + 5, cells("S")]));
    expect(verdictOn("I8", aPlan(weeks))).toMatchObject({ verdict: "pass", limit: 1 });
    expect(verdictOn("I8", aPlan({ ...weeks, 9: cells("E") }))).toMatchObject({
      verdict: "breach",
      weeks: [9],
    });
  });

  it("count a session only when both options hold it", () => {
    const plan = [5, 6].reduce(
      (some, week) =>
        withSession(some, week, 2, (session) => {
          const { kind, title, metres, seconds, steps } = sessionFrom("I9");
          return { ...session, optionB: { kind, title, metres, seconds, steps } };
        }),
      aPlan(),
    );
    expect(verdictOn("I8", plan)).toMatchObject({ verdict: "breach", measured: 3, limit: 4 });
  });
});

describe("I9, variety", () => {
  it("flags a week that repeats the one before", () => {
    const [week, next] = ["- S8 E7 - E9 E6 L13", "- S8 E7 - E9 E6 L13"];
    expect(verdictOn("I9", aPlan({ 2: week, 3: next }))).toMatchObject({ verdict: "flag", weeks: [3] });
  });

  it("flags easy days of one length", () => {
    expect(verdictOn("I9", aPlan({ 2: "- S7.5 E7.5 - E8 E7 L13" }))).toMatchObject({
      verdict: "flag",
      weeks: [2],
      limit: 0.2,
    });
  });
});

describe("T5, nothing new", () => {
  it("knows an effort only when every option of an earlier session holds it", () => {
    const hidden = withSession(aPlan(), 8, 2, (session) => {
      const { kind, title, metres, seconds, steps } = sessionFrom("I8");
      return { ...session, optionB: { kind, title, metres, seconds, steps } };
    });
    expect(verdictOn("T5", hidden)).toMatchObject({ verdict: "breach", weeks: [12] });
  });
});

describe("H6, race pace or threshold", () => {
  it("asks nothing of weeks of 110 km", () => {
    const big = aMarathonPlan({ 10: "- E22 T13/3x1.8 - E26 E22 L30/16" });
    expect(verdictOn("H6", big)?.verdict).toBe("pass");
  });
});

describe("O1, honest options", () => {
  it("asks nothing of builders, of the race and of tune-up races", () => {
    const plain = withSessions(aPlan(), withoutOptionB);
    expect(verdictOn("O1", plain)?.verdict).toBe("breach");
    expect(verdictOn("O1", { ...plain, tier: "builder" })?.verdict).toBe("not_applicable");
    const raced = withWeek(aPlan({ 6: "- T9 E9 - E6 U9 L13" }), 6, (week) => ({ ...week, kind: "tune_up" }));
    expect(verdictOn("O1", raced)?.verdict).toBe("pass");
  });

  it("holds a long run to two per cent of its distance", () => {
    const longer = (share: number): PlanUnderLaw =>
      withSession(aPlan(), 10, 7, (session) => ({
        ...session,
        ...(session.optionB ? { optionB: { ...session.optionB, metres: session.metres * share } } : {}),
      }));
    expect(verdictOn("O1", longer(1.02))?.verdict).toBe("pass");
    expect(verdictOn("O1", longer(1.03))).toMatchObject({ verdict: "breach", limit: 0.02, weeks: [10] });
  });

  it("weighs loads without paces too", () => {
    expect(verdictOn("O1", withoutResult(aPlan()))?.verdict).toBe("pass");
  });
});
