import { aPlan, aRulebook, onDate, withChange, withRequest, withWeek } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import { backAfterABreak } from "./back-after-a-break.ts";
import { returnRowOf } from "./return-row.ts";
import type { Judgement } from "./judgement.ts";

const rules = aRulebook();
const adapt = { kind: "adapt" } as const;

const judged = (after: PlanUnderLaw, before: PlanUnderLaw | null = aPlan()): Judgement =>
  backAfterABreak.judge(factsOf(after, rules, before === null ? null : factsOf(before, rules)));

const paused = (plan: PlanUnderLaw, first: string, last: string): PlanUnderLaw =>
  withChange(plan, first, { kind: "pause", first: onDate(first), last: onDate(last) });

const REST = "- - - - - - -";

describe("the row of the table that a break belongs to", () => {
  const daysMin = (days: number): number | null => returnRowOf(days, rules.laws.C2)?.daysMin ?? null;

  it("begins on its first day: three, seven, fourteen and twenty-eight", () => {
    expect([2, 3, 6, 7, 13, 14, 27, 28].map(daysMin)).toEqual([null, 3, 3, 7, 7, 14, 14, 28]);
  });
});

describe("the days after a break of four", () => {
  /** Monday to Thursday of the seventh week are lost. */
  const back = (seventh: string, eighth = "- P8 E8.5 - S8 E7 L11.5"): PlanUnderLaw =>
    paused(aPlan({ 7: seventh, 8: eighth }), "2027-01-04", "2027-01-07");

  it("are easy, the second as the first, and the third may be hard", () => {
    const hard = { verdict: "breach", measured: 1, limit: 0, quantity: "count", weeks: [7] };
    const why = "hard too soon after a break";
    expect(judged(back("- - - - I10 E7 L12"))).toMatchObject({ ...hard, why });
    expect(judged(back("- - - - E7 I10 L12"))).toMatchObject({ ...hard, why });
    expect(judged(back("- - - - E7 E7 T9"))).toMatchObject({ verdict: "pass" });
  });

  it("hold two easy runs, however many days of rest lie between them", () => {
    const tooSoon = { verdict: "breach", measured: 1, limit: 0, why: "hard too soon after a break" };
    expect(judged(back("- - - - E7 - I10", "- E8 - - S8 E7 L11.5"))).toMatchObject(tooSoon);
    expect(judged(back("- - - - E7 - L12", "- P8 - - S8 E7 L11.5"))).toMatchObject({ verdict: "pass" });
  });

  it("hold a hard session less than was planned, counted over a week from the first day back", () => {
    expect(judged(back("- - - - E7 E7 T9", "- P8 - I9 S8 E7 L11.5"))).toMatchObject({
      verdict: "breach",
      measured: 3,
      limit: 2,
      quantity: "count",
      weeks: [7],
      why: "no hard session was given up after a break",
    });
    expect(judged(back("- - - - E7 E7 T9", "- P8 - E9 I8 E7 L11.5")).verdict).toBe("pass");
  });

  it("are not asked what was given up where the plan before is not known", () => {
    expect(judged(back("- - - - E7 E7 T9", "- P8 - I9 S8 E7 L11.5"), null).verdict).toBe("pass");
  });
});

describe("a second break", () => {
  const rows = { 7: "- - - - E7 E7 T9", 8: "- - - - E8 E7 I9", 9: "- T9 E9 - I9 E9 G14" };
  const both = (plan: PlanUnderLaw): PlanUnderLaw => {
    const change = { kind: "pause", first: onDate("2027-01-11"), last: onDate("2027-01-14") } as const;
    return withChange(paused(plan, "2027-01-04", "2027-01-07"), "2027-01-05", change);
  };

  it("is judged though the one before it was", () => {
    const kept = aPlan({ ...rows, 9: "- I9 - T9 - E9 G14" });
    const hadTwo = aPlan({ ...rows, 8: "- E8 E8 - E8 E7 I9", 9: "- T9 E9 - E9 E9 G14" });
    const before = paused(hadTwo, "2027-01-04", "2027-01-07");
    expect(judged(both(kept), before)).toMatchObject({
      verdict: "breach",
      measured: 3,
      limit: 1,
      weeks: [8],
    });
  });

  it("is not judged again by a change after it", () => {
    const plan = both(aPlan({ ...rows, 9: "- T9 E9 - E9 E9 G14" }));
    expect(judged(withChange(plan, "2027-01-06", adapt), plan).verdict).toBe("pass");
  });
});

describe("the first week back after ten days", () => {
  it("is a share of the last week that was run whole, not of the one that the break cut", () => {
    const plan = aPlan({ 7: "- T10/3x1.6 E9 - - - -", 8: "- - - - - - L20", 9: "E8 E8 - E7 - E5 G13" });
    expect(judged(paused(plan, "2027-01-07", "2027-01-16"))).toMatchObject({
      verdict: "breach",
      limit: 0.8,
      measured: 0.9412,
    });
    const cut = aPlan({ 7: "- - - E5 E5 E6 -", 8: REST, 9: "- - E9 - E10 E10 G17" });
    expect(judged(paused(cut, "2027-01-10", "2027-01-19"))).toMatchObject({ measured: 1.1176 });
  });

  it("is no share of a week in which nobody was to run", () => {
    const plan = aPlan({ 6: REST, 7: REST, 8: "- - - E7.5 E6 E7.5 L13" });
    const found = judged(paused(plan, "2027-01-04", "2027-01-13")).breaches ?? [];
    expect(found).toContainEqual(expect.objectContaining({ measured: 53 / 47, limit: 0.6 }));
  });

  it("is held to a share of the weeks before the plan where none of it was completed, from above alone", () => {
    const off = (second: string): PlanUnderLaw =>
      paused(aPlan({ 1: REST, 2: second, 3: "- E5 - - E9 E7 L14" }), "2026-11-23", "2026-12-02");
    expect(judged(off("- - - E6 - E6 L10")).verdict).toBe("pass");
    expect(judged(off("- - - E11 - E11 L12"))).toMatchObject({
      verdict: "breach",
      measured: 0.975,
      limit: 0.8,
      weeks: [2],
      why: "the first week back",
    });
  });

  it("is not measured by a week that nobody knows", () => {
    const unknown = withRequest(aPlan({ 1: REST, 2: "- - - E11 - E11 L12" }), { weeklyMetres: null });
    expect(judged(paused(unknown, "2026-11-23", "2026-12-02")).verdict).toBe("pass");
  });
});

describe("a break with days of rest around it", () => {
  const lost = (seventh: string, first: string, last: string): PlanUnderLaw =>
    paused(aPlan({ 7: seventh, 8: "- E8 - E8 S9 E8 L15" }), first, last);

  it("is as long as the days without a run", () => {
    expect(judged(lost(REST, "2027-01-05", "2027-01-10"))).toMatchObject({
      verdict: "breach",
      limit: 0.8,
      why: "the first week back",
    });
    expect(judged(lost("E6 - - - - - E6", "2027-01-05", "2027-01-09")).verdict).toBe("pass");
  });

  it("is none where one or two days were lost", () => {
    const seventh = "E8 - - - T9 E8 L12";
    expect(judged(lost(seventh, "2027-01-06", "2027-01-07")).verdict).not.toBe("breach");
    expect(judged(lost(seventh, "2027-01-05", "2027-01-07")).verdict).toBe("breach");
  });
});

describe("a light first week back", () => {
  const tooLight = { verdict: "breach", limit: 0.7 };
  const named = (plan: PlanUnderLaw, week: number, phase: "taper" | "build"): PlanUnderLaw =>
    withWeek(plan, week, (old) => ({ ...old, phase }));
  /** Ten days off, and very little from Sunday of the eighth week to Saturday of the ninth. */
  const onSunday = (plan = aPlan({ 7: REST, 8: "- - - - - - L8", 9: "- E4 - - - - G17" })): PlanUnderLaw =>
    paused(plan, "2027-01-08", "2027-01-16");

  it("is what the taper asks for anyway, from its first day to its last", () => {
    expect(judged(onSunday())).toMatchObject(tooLight);
    const week = (number: number): PlanUnderLaw =>
      named(aPlan({ 7: REST, 8: "- - - - - - L8", 9: "- E4 - - - - G17" }), number, "taper");
    expect(judged(onSunday(week(8))).verdict).toBe("pass");
    expect(judged(onSunday(week(9))).verdict).toBe("pass");
    expect(judged(onSunday(week(10)))).toMatchObject(tooLight);
  });

  it("is not excused by the taper of a race that was put off and lies behind", () => {
    expect(
      judged(onSunday(named(aPlan({ 7: REST, 8: "- - - - - - L8", 9: "- E4 - - - - G17" }), 6, "taper"))),
    ).toMatchObject(tooLight);
  });

  it("is what race week asks for, whatever its phase is called", () => {
    const plan = aPlan({ 10: REST, 11: "- - - - - - E5", 12: "- E4 - - S4 - X10" });
    const build = named(named(plan, 11, "build"), 12, "build");
    expect(judged(paused(build, "2027-01-28", "2027-02-06")).verdict).toBe("pass");
  });
});

describe("two weeks off", () => {
  const off = (ninth: string, tenth = "E6 E6 - E6 - E6 L9"): PlanUnderLaw =>
    paused(
      aPlan({ 7: REST, 8: REST, 9: ninth, 10: tenth, 11: "- E6 E6 - E6 - L10", 12: "- E5 - E5 - - X10" }),
      "2027-01-04",
      "2027-01-17",
    );

  it("ask for no test from who runs nothing hard but the race", () => {
    expect(judged(off("E5 E5 - E5 - E4 L9")).verdict).toBe("pass");
  });

  it("ask for a test on the first hard day, and for none on the next", () => {
    const untested = {
      verdict: "breach",
      why: "a hard run comes before the test that a long break asks for",
      weeks: [10],
    };
    expect(judged(off("E5 E5 - E5 - E4 L9", "E6 U7 - E6 - I8 L9")).verdict).toBe("pass");
    expect(judged(off("E5 E5 - E5 - E4 L9", "E6 I8 - E6 - U7 L9"))).toMatchObject(untested);
  });

  it("are told of twice by who runs hard on the very first day back", () => {
    const whys = judged(off("I5 E5 - E5 - E4 L9")).breaches?.map(({ why }) => why);
    expect(whys).toContain("hard too soon after a break");
    expect(whys).toContain("a hard run comes before the test that a long break asks for");
  });
});
