import { aPlan, aRulebook, withRequest, withWeek } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { WeekKind } from "../plan/vocabulary.ts";
import { cutbackWeeks } from "./cutback-weeks.ts";
import type { Judgement } from "./judgement.ts";

const judged = (plan: PlanUnderLaw): Judgement => cutbackWeeks.judge(factsOf(plan, aRulebook()));
const ofKind = (plan: PlanUnderLaw, kind: WeekKind, ...numbers: readonly number[]): PlanUnderLaw =>
  numbers.reduce((some, number) => withWeek(some, number, (week) => ({ ...week, kind })), plan);

/** A level plan of so many weeks without a cutback. */
function level(weeks: number): PlanUnderLaw {
  const plan = ofKind(aPlan({ 4: "- S8 E8 - E9 E7 L14", 8: "- T10 E9 - I10 E9 L17" }), "build", 4, 8);
  return { ...plan, weeks: plan.weeks.slice(12 - weeks) };
}

/** The fourth week after one of 46 km with a long run of 14. */
const fourth = (cells: string): PlanUnderLaw => aPlan({ 4: cells });

describe("a plan without a cutback (V5)", () => {
  it("is too long from eight weeks on", () => {
    expect(judged(level(7)).why).not.toBe("the plan has no cutback week");
    expect(judged(level(8))).toMatchObject({
      verdict: "breach",
      measured: 0,
      limit: 1,
      quantity: "count",
      why: "the plan has no cutback week",
    });
    expect(judged({ ...level(4), weeks: level(4).weeks.slice(0, 2) }).verdict).toBe("not_applicable");
  });
});

describe("a lighter week that is called a build week (V5)", () => {
  it("is one that lies more than eight in a hundred under the three before it", () => {
    const called = (cells: string): Judgement => judged(ofKind(aPlan({ 4: cells }), "build", 4));
    expect(called("- S8 E8 - E8 E7 L11.4").why).not.toBe("a lighter week is called a build week");
    expect(called("- S8 E8 - E8 E7 L11.3")).toMatchObject({
      verdict: "breach",
      weeks: [4],
      why: "a lighter week is called a build week",
    });
  });

  it("is none after weeks without a run", () => {
    const rest = "- - - - - - -";
    expect(judged(aPlan({ 1: rest, 2: rest })).verdict).not.toBe("breach");
  });
});

describe("a cutback (V5)", () => {
  it("is told by how much lighter it is, and by its long run only where that is out of range", () => {
    const { measured, verdict } = judged(aPlan());
    expect(verdict).toBe("pass");
    expect(measured).toBeLessThan(0.4);
  });

  it("is eight to forty in a hundred lighter, and aims at fifteen to thirty", () => {
    const hardly = { verdict: "breach", weeks: [4], why: "a cutback that is hardly lighter" };
    expect(judged(fourth("- S8 E9 - E9 E7 L9.4"))).toMatchObject(hardly);
    expect(judged(fourth("- S8 E9 - E9 E7 L9.3"))).toMatchObject({ verdict: "flag", weeks: [4] });
    expect(judged(fourth("- S7 E8 - E8 E6.7 L9.4")).verdict).toBe("pass");
    expect(judged(fourth("- S6 E6 - E6 E5.2 L9")).verdict).toBe("pass");
    expect(judged(fourth("- S6 E6 - E6 E5.1 L9"))).toMatchObject({ verdict: "flag", weeks: [4] });
    expect(judged(fourth("- S5 E5 - E5 E3.6 L9")).verdict).toBe("flag");
    expect(judged(fourth("- S5 E5 - E5 E3.5 L9"))).toMatchObject({ verdict: "breach", weeks: [4] });
  });

  it("never follows on another", () => {
    const twice = ofKind(aPlan({ 5: "- S7 E7 - E7 E5.5 L9.5" }), "cutback", 5);
    expect(judged(twice)).toMatchObject({
      verdict: "breach",
      measured: 2,
      why: "two cutbacks in a row",
      weeks: [5],
    });
  });

  it("holds one quality session at most", () => {
    const why = "more than one quality session in a cutback";
    expect(judged(fourth("- P7 E7 - I7 E5.5 L9.5"))).toMatchObject({ verdict: "flag", weeks: [4], why });
    expect(judged(fourth("- P7 E7 - E7 E5.5 L9.5")).verdict).toBe("pass");
    const first = ofKind(aPlan({ 1: "- P7 E7 - I8 E6 L12" }), "cutback", 1);
    expect(judged(first)).toMatchObject({ verdict: "flag", weeks: [1], why });
  });

  it("has a long run of three to three and a half fifths of the last, if it has one", () => {
    const outside = { verdict: "flag", weeks: [4], why: "the long run of a cutback is outside its range" };
    expect(judged(fourth("- S7 E7 - E7 E6.6 L8.4")).verdict).toBe("pass");
    expect(judged(fourth("- S7 E7 - E7 E6.7 L8.3"))).toMatchObject(outside);
    expect(judged(fourth("- S7 E7 - E6 E5.5 L10.5")).verdict).toBe("pass");
    expect(judged(fourth("- S7 E7 - E6 E5.5 L10.6"))).toMatchObject(outside);
    expect(judged(fourth("- S9 E9 - E9 E9 -")).verdict).toBe("pass");
    expect(judged(aPlan({ 3: "- S10 E10 - E9 E9 E8" })).verdict).toBe("pass");
  });
});

describe("build weeks in a row (V5)", () => {
  const tooMany = { verdict: "flag", quantity: "weeks", why: "too many build weeks without a cutback" };
  const five = ofKind(aPlan({ 8: "- T10 E9 - I10 E9 L17" }), "build", 8);

  it("are four at most, three for low volume and for masters, weeks of a tune-up race among them", () => {
    expect(judged(five)).toMatchObject({ ...tooMany, weeks: [9, 10] });
    const rows = { 8: "- T10 E9 - I10 E9 L17", 9: "- E9 E9 - E8 E7 L11.5" };
    const built = ofKind(ofKind(aPlan(rows), "build", 8), "cutback", 9);
    expect(judged(built).why).not.toBe(tooMany.why);
    expect(judged({ ...built, tier: "low" })).toMatchObject(tooMany);
    expect(judged(withRequest(built, { age: 60 }))).toMatchObject(tooMany);
    expect(judged(withRequest({ ...aPlan(), tier: "low" }, { age: 60 })).why).not.toBe(tooMany.why);
    expect(judged(ofKind(five, "tune_up", 8))).toMatchObject({ ...tooMany, weeks: [9, 10] });
  });
});
