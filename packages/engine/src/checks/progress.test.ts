import {
  aMarathonPlan,
  aPlan,
  aRulebook,
  onDate,
  planFrom,
  sessionFrom,
  withSession,
} from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawVerdict, Session } from "../plan/plan.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import { certify } from "./certify.ts";
import { LAWS } from "./registry.ts";

const verdictOn = (id: LawId, plan: PlanUnderLaw): LawVerdict | undefined =>
  certify(
    plan,
    aRulebook(),
    LAWS.filter((law) => law.id === id),
  ).laws[0];

/** The last weeks of a plan, counted anew from one. */
const lastWeeks = (plan: PlanUnderLaw, count: number): PlanUnderLaw => ({
  ...plan,
  weeks: plan.weeks.slice(-count).map((week, index) => ({ ...week, week: index + 1 })),
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

  it("holds every session to a share of the largest before it", () => {
    const ending = (last: string): PlanUnderLaw =>
      aPlan({
        5: "- T9/6x1 E9 - E7.5 E6.5 L15",
        6: "- T9/3x1.8 E9 - I9 E8 G16",
        7: "- T10/1x4.1 E9 - I10/4x1 E9 L17",
        9: "- I10/7x0.6 E9 - T10/1x3.7 E10 G17",
        10: `- I11/4x1.2 E10 - T11/${last} E10 L18`,
      });
    expect(verdictOn("I6", ending("1x3.62"))?.verdict).toBe("pass");
    expect(verdictOn("I6", ending("1x3.5"))).toMatchObject({
      verdict: "breach",
      why: "far below the largest session of the block",
      weeks: [10],
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
    expect(verdictOn("I7", aMarathonPlan({ 10: "- E12 E13 - E16 E13 L30/13" }))?.verdict).not.toBe("breach");
    expect(verdictOn("I7", aMarathonPlan({ 10: "- E12 E13 - E16 E13 L30/11" }))?.verdict).toBe("breach");
    const row = aMarathonPlan({ 8: "- E11 T10 - E11 E8 L19/5" });
    expect(verdictOn("I7", row)).toMatchObject({ verdict: "breach", measured: 4, limit: 2, weeks: [9, 10] });
  });

  it("wants blocks that grow, cutbacks aside", () => {
    const level = { 7: "- S12 E12 - E14 E10 L28/14", 10: "- E12 E13 - E16 E13 L30/14" };
    expect(verdictOn("I7", aMarathonPlan(level))).toMatchObject({
      verdict: "breach",
      why: "marathon-pace blocks that do not grow",
    });
    const cutback = aMarathonPlan({
      8: "- E11 T10 - E11 E8 L19/3.5",
      9: "- S12 E12 - E15 E11 L28",
    });
    expect(verdictOn("I7", cutback)?.verdict).not.toBe("breach");
  });

  it("wants the rehearsal in its window, neither earlier nor later", () => {
    const early = aMarathonPlan({ 9: "- S12 E12 - E15 E11 L28", 10: "- E12 E13 - E16 E13 L30" });
    expect(verdictOn("I7", early)).toMatchObject({ why: "no rehearsal at marathon pace in time" });
  });

  it("counts no half-marathon pace beyond thirteen kilometres", () => {
    expect(verdictOn("I7", half("H18/6", "H19/13.5"))).toMatchObject({ verdict: "breach", measured: 1 });
  });

  it("lets a progression pass through marathon pace in plans for other races", () => {
    const called = (kind: "progression" | "steady"): PlanUnderLaw =>
      withSession(aPlan({ 6: "- T9 E9 - M9/4 E8 G16" }), 6, 5, (session) => ({
        ...session,
        kind,
        ...(session.optionB ? { optionB: { ...session.optionB, kind } } : {}),
      }));
    expect(verdictOn("I7", called("progression"))?.verdict).toBe("not_applicable");
    expect(verdictOn("I7", called("steady"))).toMatchObject({ verdict: "breach", weeks: [6] });
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
    const fewer = { 9: "- I10/7x0.6 E9 - S10 E8 G17", 6: "- S9 E9 - I9 E8 G16" };
    expect(verdictOn("I8", lastWeeks(aPlan(fewer), 10))).toMatchObject({
      verdict: "breach",
      measured: 3,
      limit: 4,
    });
  });

  it("ask very small weeks for one fast touch each", () => {
    const cells = (touch: string): string => `- ${touch}6 E5 - E5 - L8`;
    const weeks = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [index + 5, cells("S")]));
    expect(verdictOn("I8", aPlan(weeks))).toMatchObject({ verdict: "pass", limit: 1 });
    expect(verdictOn("I8", aPlan({ ...weeks, 12: "- E6 E6 - E6 E4 X10" }))?.verdict).toBe("pass");
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
    expect(verdictOn("I9", aPlan({ 12: "- P6 E4 - S4 E4 X10" }))?.verdict).toBe("pass");
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

  const inWeek11 = (cell: string): LawVerdict | undefined =>
    verdictOn("T5", aPlan({ 11: `- ${cell} E9 - S9.5 E7 L13` }));

  it("knows a ground when some session has offered it", () => {
    const onTrack = (session: Session): Session => ({ ...session, title: "Intervals on the track" });
    const late = withSession(aPlan(), 11, 2, onTrack);
    expect(verdictOn("T5", late)).toMatchObject({
      verdict: "breach",
      weeks: [11],
      why: "a ground that the plan has not held before",
    });
    const before = withSession(late, 6, 5, (session) => ({ ...session, optionB: onTrack(session) }));
    expect(verdictOn("T5", before)?.verdict).toBe("pass");
  });

  it("lets a piece be twice as long as any before, and no longer", () => {
    expect(inWeek11("I9.5/1x2.4")).toMatchObject({ verdict: "pass" });
    expect(inWeek11("I9.5/1x2.5")).toMatchObject({
      verdict: "breach",
      weeks: [11],
      limit: 2,
      why: "a piece much longer than any before",
    });
  });

  it("asks for no more of an effort than a session has held, hardly more at least", () => {
    expect(inWeek11("I9.5/7x0.8")?.verdict).toBe("pass");
    expect(inWeek11("I9.5/8x0.8")).toMatchObject({
      verdict: "breach",
      weeks: [11],
      measured: 1.3333,
      limit: 1.3,
      why: "more of an effort than any session before",
    });
  });

  it("counts as held what every option of a session held", () => {
    const smaller = (session: Session): Session => {
      const { kind, title, metres, seconds, steps } = sessionFrom("I9/3x1");
      return { ...session, optionB: { kind, title, metres, seconds, steps } };
    };
    const large = aPlan({ 11: "- I9.5/7x0.8 E9 - S9.5 E7 L13" });
    expect(verdictOn("T5", large)?.verdict).toBe("pass");
    const either = [9, 10].reduce((plan, week) => withSession(plan, week, 2, smaller), large);
    expect(verdictOn("T5", either)).toMatchObject({ verdict: "breach", weeks: [11], measured: 1.4 });
  });

  it("lets strides double", () => {
    const striding = (times: number): LawVerdict | undefined =>
      verdictOn(
        "T5",
        withSession(aPlan(), 11, 5, (session) => ({
          ...session,
          steps: session.steps.map((step) => ("repeat" in step ? { ...step, repeat: times } : step)),
        })),
      );
    expect(striding(12)).toMatchObject({ verdict: "pass" });
    expect(striding(13)).toMatchObject({ verdict: "breach", why: "many more strides than ever before" });
  });
});

describe("H6, race pace or threshold", () => {
  it("asks nothing of weeks of 110 km", () => {
    const big = aMarathonPlan({ 10: "- E22 T13/3x1.8 - E26 E22 L30/16" });
    expect(verdictOn("H6", big)?.verdict).toBe("pass");
  });
});
