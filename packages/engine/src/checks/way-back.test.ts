import { aPlan, aRulebook, onDate, withChange, withWeek } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Judgement } from "./judgement.ts";
import { weekAgainstItsMonth } from "./week-against-its-month.ts";

const rules = aRulebook();
const REST = "- - - - - - -";
/** What is left of the week of the first day back. */
const SUNDAY = "- - - - - - E10";

const judged = (plan: PlanUnderLaw): Judgement => weekAgainstItsMonth.judge(factsOf(plan, rules));

const returning = (plan: PlanUnderLaw, ...weeks: readonly number[]): PlanUnderLaw =>
  weeks.reduce((all, number) => withWeek(all, number, (week) => ({ ...week, kind: "return" })), plan);

/** Twelve days off, from the Monday of the fourth week on; weeks of about 50 km before them. */
function after(sixth: string, seventh: string, back: readonly number[], eighth?: string): PlanUnderLaw {
  const rows = { 3: "- S8 E9 - E9 E8 L14", 4: REST, 5: SUNDAY, 6: sixth, 7: seventh };
  const plan = aPlan(eighth === undefined ? rows : { ...rows, 8: eighth });
  const first = onDate("2026-12-14");
  const off = withChange(plan, first, { kind: "pause", first, last: onDate("2026-12-26") });
  return returning(off, 4, 5, ...back);
}

const TOO_MUCH = "more than a way back from a break gives back";
const EASY_40 = "- E9 E9 - - E8 L14";
const EASY_48 = "- E10 E9 - E7 E8 L14";

describe("a month with a break in it (V3)", () => {
  it("lets easy weeks of return give back step by step what was run before", () => {
    expect(judged(after(EASY_40, EASY_48, [6, 7])).verdict).not.toBe("breach");
  });

  it("judges build weeks as in any other month", () => {
    expect(judged(after(EASY_40, EASY_48, [6]))).toMatchObject({ verdict: "breach", weeks: [7] });
    expect(judged(after(EASY_40, EASY_48, []))).toMatchObject({ verdict: "breach", weeks: [6, 7] });
  });

  it("lets no week of return be more than was run before the break", () => {
    expect(judged(after(EASY_40, "- E12 E12 - E10 E10 L14", [6, 7]))).toMatchObject({
      verdict: "breach",
      weeks: [7],
      quantity: "distance",
      measured: 58_000,
      why: TOO_MUCH,
    });
  });

  it("lets no hard session into a week of return that grows", () => {
    expect(judged(after(EASY_40, "- T10 E9 - E7 E8 L14", [6, 7]))).toMatchObject({
      verdict: "breach",
      weeks: [7],
    });
  });

  it("gives back after three weeks by the share of law C2, grown from week to week by no more than law V1 lets it", () => {
    const long = (third: string, fourth: string): PlanUnderLaw => {
      const rows = { 3: REST, 4: REST, 5: REST, 6: third, 7: fourth, 8: "- E8 E7 - E8 - L10" };
      const first = onDate("2026-12-07");
      const off = withChange(aPlan(rows), first, { kind: "pause", first, last: onDate("2026-12-27") });
      return returning(off, 3, 4, 5, 6, 7);
    };
    const tooMuch = (plan: PlanUnderLaw): readonly (number | undefined)[] =>
      (judged(plan).breaches ?? []).filter(({ why }) => why === TOO_MUCH).map(({ week }) => week);
    expect(tooMuch(long("- E8 - - E7 - L10", "- E8 E7 - E8 - L10"))).toEqual([]);
    expect(tooMuch(long("- E8 - - E7 - L10", EASY_40))).toEqual([7]);
    expect(tooMuch(long(EASY_40, EASY_40))).toEqual([6, 7]);
  });
});

describe("the first hard week after a break (V3)", () => {
  const hard = (eighth: string): Judgement => judged(after(EASY_40, EASY_48, [6, 7], eighth));

  it("may hold as much as was run before, and a run as long", () => {
    expect(hard("- T10 E8 - S8 E8 L14").verdict).not.toBe("breach");
  });

  it("is not the highest week", () => {
    expect(hard("- T10 E9 - S8 E9 L14")).toMatchObject({
      verdict: "breach",
      measured: 50_000,
      limit: 48_000,
      weeks: [8],
      why: "hard running came back with the highest week",
    });
  });

  it("does not hold the longest run", () => {
    expect(hard("- T10 E7 - S8 E5 L15")).toMatchObject({
      verdict: "breach",
      measured: 15_000,
      limit: 14_000,
      weeks: [8],
      why: "hard running came back with the longest run",
    });
  });
});
