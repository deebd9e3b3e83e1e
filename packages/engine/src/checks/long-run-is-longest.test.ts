import { aPlan, aRulebook, onDate, withAdded, withChange, withSession, withWeek } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Judgement } from "./judgement.ts";
import { longRunIsLongest } from "./long-run-is-longest.ts";

const judged = (plan: PlanUnderLaw): Judgement => longRunIsLongest.judge(factsOf(plan, aRulebook()));
const sixth = (cells: string): PlanUnderLaw => aPlan({ 6: cells });
const blocked = (plan: PlanUnderLaw, day: string): PlanUnderLaw =>
  withChange(plan, "2026-12-28", { kind: "block_days", days: [onDate(day)] });

describe("a week without a long run (L2)", () => {
  const missing = { verdict: "breach", why: "the week has no long run", weeks: [6] };
  const without = sixth("- T9 E9 - I9 E8 -");

  it("lacks it", () => {
    expect(judged(without)).toMatchObject(missing);
  });

  it("lost it where a single day of it was lost", () => {
    expect(judged(blocked(without, "2027-01-03")).verdict).toBe("pass");
    expect(judged(blocked(without, "2027-01-04"))).toMatchObject(missing);
  });

  it("has no other run of its length: nine tenths of the long runs of the month before are the most", () => {
    const easy = (cell: string): Judgement => judged(blocked(sixth(`- T9 ${cell} - I9 E8 -`), "2027-01-03"));
    const longest = Math.max(
      ...factsOf(aPlan(), aRulebook())
        .longRuns.slice(1, 5)
        .map((run) => run.metres),
    );
    const limit = (longest * 0.9) / 1000;
    expect(easy(`E${String(limit)}`).verdict).toBe("pass");
    expect(easy(`E${String(limit + 0.1)}`)).toMatchObject({
      verdict: "breach",
      why: "a run takes the place of a lost long run",
      weeks: [6],
    });
  });

  it("need not have it in a return from a break in the week before", () => {
    const back = withWeek(without, 6, (week) => ({ ...week, kind: "return" }));
    const lost = withChange(back, "2026-12-21", { kind: "block_days", days: [onDate("2026-12-22")] });
    expect(judged(lost).verdict).toBe("pass");
    expect(judged(back)).toMatchObject(missing);
  });

  it("need not have it where it reaches into the last seven days, and is not measured by a tune-up race there", () => {
    expect(judged(aPlan({ 12: "- P6 E6 - - - X10" })).verdict).toBe("pass");
    expect(judged(aPlan({ 12: "- U6 E6 - S6 E4 X10" })).verdict).toBe("pass");
    expect(judged(aPlan({ 12: "- L6 E6 - S6 E4 X10" }))).toMatchObject({ verdict: "breach", weeks: [12] });
  });
});

describe("the second longest run of a week (L2)", () => {
  const near = { why: "the second longest run comes close to the long run", weeks: [6] };

  it("is flagged past three quarters of the long run, and a breach past nine tenths", () => {
    expect(judged(sixth("- T9 E12 - I9 E8 G16")).verdict).toBe("pass");
    expect(judged(sixth("- T9 E12.1 - I9 E8 G16"))).toMatchObject({ verdict: "flag", ...near });
    expect(judged(sixth("- T9 E14.4 - I9 E8 G16")).verdict).toBe("flag");
    expect(judged(sixth("- T9 E14.5 - I9 E8 G16"))).toMatchObject({ verdict: "breach", ...near });
  });

  it("is none where the long run is the only run", () => {
    expect(judged(sixth("- - - - - - G16")).verdict).toBe("pass");
  });

  it("is no tune-up race, and measured by this where it is longer than the long run", () => {
    expect(judged(sixth("- T9 E9 - L12 E8 U16")).verdict).toBe("pass");
    expect(judged(sixth("- T9 E11 - L12 E8 U16")).verdict).toBe("pass");
    expect(judged(sixth("- T9 E11 - U10 E8 L12"))).toMatchObject({ verdict: "breach", ...near });
  });
});

describe("the day before the long run (L2)", () => {
  const second = {
    verdict: "breach",
    why: "the second longest run stands on the day before the long run",
    weeks: [6],
  };

  it("does not hold the second longest run, or one of the same length as it", () => {
    expect(judged(sixth("- T9 E9 - I9 E8.9 G16")).verdict).toBe("pass");
    expect(judged(sixth("- T9 E9 - I9 E9 G16")).verdict).toBe("pass");
    expect(judged(sixth("- T9 E9 - I9 E9.1 G16"))).toMatchObject(second);
  });

  it("is judged by the longest of two runs on it", () => {
    const twice = (first: string, other: string): PlanUnderLaw =>
      withAdded(sixth(`- T9 E9 - I9 ${first} G16`), 6, 6, other);
    expect(judged(twice("E5", "E9.1"))).toMatchObject(second);
    expect(judged(twice("E9.1", "E5"))).toMatchObject(second);
    expect(judged(twice("E5", "E4")).verdict).toBe("pass");
  });

  it("may hold a tune-up race, and another long run where law L3 lets it", () => {
    expect(judged(sixth("- T9 E9 - E8 U10 L12")).verdict).not.toBe("breach");
    const beside = sixth("- T9 E9 - E8 U10 L12");
    expect(judged(withAdded(beside, 6, 6, "E8")).verdict).not.toBe("breach");
    expect(judged(withAdded(beside, 6, 6, "E9.1"))).toMatchObject(second);
    expect(judged(sixth("- T9 E9 - E8 L12 G16")).why).not.toBe(second.why);
  });

  it("is not the tune-up race that is longer than it", () => {
    expect(judged(sixth("- T7 U12 - E7 E7.5 G16"))).toMatchObject(second);
  });

  it("may become it by the choice of an option", () => {
    const shorter = withSession(sixth("- T9 E8 - E8 E8.5 G16"), 6, 2, ({ optionB, ...session }) => ({
      ...session,
      ...(optionB === undefined ? {} : { optionB: { ...optionB, metres: 8400 } }),
    }));
    expect(judged(sixth("- T9 E8 - E8 E8.5 G16")).verdict).toBe("pass");
    expect(judged(shorter)).toMatchObject(second);
  });

  it("is nothing to look at before the first day of a plan", () => {
    expect(judged(aPlan({ 1: "L12 S7 E7 - E8 E6 -" })).verdict).toBe("pass");
  });
});

describe("the day after a tune-up race (L2)", () => {
  const hard = { verdict: "breach", why: "the long run after a tune-up race is not easy enough", weeks: [6] };

  it("holds a long run of three quarters of the peak, and an easy one", () => {
    expect(judged(sixth("- T9 E9 - E6 U9 L13.5")).verdict).toBe("pass");
    expect(judged(sixth("- T9 E9 - E6 U9 L13.6"))).toMatchObject(hard);
    expect(judged(sixth("- T9 E9 - E6 U9 L13/6"))).toMatchObject({ ...hard, measured: 1, quantity: "count" });
  });
});
