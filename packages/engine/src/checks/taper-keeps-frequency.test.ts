import { aMidweekPlan, aPlan, aRulebook, onDate, withChange } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Judgement } from "./judgement.ts";
import { taperKeepsFrequency } from "./taper-keeps-frequency.ts";

const judged = (plan: PlanUnderLaw): Judgement => taperKeepsFrequency.judge(factsOf(plan, aRulebook()));

describe("run days in the last full week (T3)", () => {
  it("are three quarters of those that the plan usually has", () => {
    expect(judged(aPlan({ 11: "- I9 E9 - S9 - L13" }))).toMatchObject({
      verdict: "pass",
      measured: 4,
      limit: 3.75,
    });
    expect(judged(aPlan({ 11: "- I9 - - S9 - L13" }))).toMatchObject({
      verdict: "breach",
      measured: 3,
      weeks: [11],
    });
  });

  it("are those of the week before race week, not of race week or of the weeks before", () => {
    expect(judged(aPlan({ 12: "- P6 - - - - X10" }))).toMatchObject({ verdict: "pass", measured: 5 });
    expect(judged(aPlan({ 10: "- I11/4x1.2 - - T11 - L18" }))).toMatchObject({
      verdict: "pass",
      measured: 5,
    });
  });

  it("are fewer by each day that was lost", () => {
    const closed = (...days: readonly string[]): Judgement =>
      judged(
        withChange(aPlan({ 11: "- I9 - - - - L13" }), "2027-02-01", {
          kind: "block_days",
          days: days.map(onDate),
        }),
      );
    expect(closed("2027-02-03")).toMatchObject({ verdict: "breach", measured: 2, limit: 2.75 });
    expect(closed("2027-02-03", "2027-02-05")).toMatchObject({ verdict: "pass", measured: 2, limit: 1.75 });
    expect(closed("2027-02-08")).toMatchObject({ verdict: "breach", limit: 3.75 });
  });

  it("are weighed against full weeks before race week alone", () => {
    const few = "- - - - - - L14";
    const short = { ...aPlan({ 10: few, 12: few.replace("L14", "X10") }) };
    const last = { ...short, weeks: short.weeks.slice(-3) };
    expect(judged(last)).toMatchObject({ limit: 2.25, measured: 5 });
    const begun = {
      ...last,
      weeks: last.weeks.map((week, at) => (at === 0 ? { ...week, days: week.days.slice(-2) } : week)),
    };
    expect(judged(begun)).toMatchObject({ limit: 3.75, measured: 5 });
    expect(judged({ ...last, weeks: last.weeks.slice(-1) })).toMatchObject({ verdict: "not_applicable" });
  });

  it("are counted back from a race on a Wednesday", () => {
    expect(judged(aMidweekPlan()).verdict).toBe("pass");
  });
});
