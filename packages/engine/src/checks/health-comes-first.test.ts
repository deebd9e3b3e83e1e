import { aPlan, aRulebook, onDate, withChange } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import { healthComesFirst } from "./health-comes-first.ts";
import type { Judgement } from "./judgement.ts";

const judged = (plan: PlanUnderLaw): Judgement => healthComesFirst.judge(factsOf(plan, aRulebook()));

const easy = { 9: "- E10 E9 - E10 E10 L17", 10: "- E11 E10 - E11 E10 L18", 11: "- E9 E9 - E9 E7 L13" };
const pain = { health: { kind: "pain", date: onDate("2027-01-17") } } as const;

/** Pain on the Sunday before the ninth week, told of on a day, with what the plan says about it. */
const inPain = (from: string, plan: PlanUnderLaw, ...laws: readonly ("C5" | "S4")[]): PlanUnderLaw => {
  const told = laws.map((law) => ({ wish: "health", law, asked: "pain", given: "suspended" }) as const);
  return withChange({ ...plan, adjustments: told }, from, { kind: "adapt" }, pain);
};

const resting = aPlan({ ...easy, 12: "- E6 E6 - E6 E4 X10" });

describe("pain or illness (C5)", () => {
  it("leaves the race, and easy running to it", () => {
    expect(judged(inPain("2027-01-18", resting, "C5")).verdict).toBe("pass");
  });

  it("is told where to turn to, whatever else the plan says", () => {
    const silent = { verdict: "breach", why: "the plan does not say where to turn to" };
    expect(judged(inPain("2027-01-18", resting))).toMatchObject(silent);
    expect(judged(inPain("2027-01-18", resting, "S4"))).toMatchObject(silent);
    expect(judged(inPain("2027-01-18", resting, "S4", "C5")).verdict).toBe("pass");
  });

  it("allows no hard session and no strides from the very day on", () => {
    const hard = {
      verdict: "breach",
      measured: 1,
      why: "more than easy running in spite of pain or illness",
    };
    const intervals = aPlan({ ...easy, 9: "- I10/7x0.6 E9 - E10 E10 L17", 12: "- E6 E6 - E6 E4 X10" });
    expect(judged(inPain("2027-01-19", intervals, "C5"))).toMatchObject(hard);
    expect(judged(inPain("2027-01-20", intervals, "C5")).verdict).toBe("pass");
    const strides = aPlan({ ...easy, 12: "- E6 E6 - S6 E4 X10" });
    expect(judged(inPain("2027-01-18", strides, "C5"))).toMatchObject(hard);
  });
});
