import { aMidweekPlan, aPlan, aRulebook, onDate, withChange } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Judgement } from "./judgement.ts";
import { taperFalls } from "./taper-falls.ts";

const judged = (plan: PlanUnderLaw): Judgement => taperFalls.judge(factsOf(plan, aRulebook()));
const adapt = { kind: "adapt" } as const;

const rises = { verdict: "breach", quantity: "distance", why: "the taper does not fall" };

describe("a week of the taper (T2)", () => {
  it("is lower than the one before it, and not the same", () => {
    const level = aPlan({ 11: "- I9.5/4x0.8 E4 - S4.5 E2 L5", 12: "- P6 E6 - S6 E7 X10" });
    expect(judged(level)).toMatchObject({ ...rises, measured: 25_000, limit: 25_000, weeks: [12] });
    const lower = aPlan({ 11: "- I9.5/4x0.8 E4 - S4.5 E2 L5", 12: "- P6 E6 - S6 E6.9 X10" });
    expect(judged(lower).verdict).not.toBe("breach");
  });
});

describe("a week that no taper falls from (T2)", () => {
  /** Race week holds a kilometre more than the light week before it. */
  const rising = aPlan({ 11: "- E5 E4 - S4 E3 L6", 12: "- P6 E6 - S6 E5 X10" });
  const heavier = { ...rises, weeks: [12] };

  it("is none as it stands", () => {
    expect(judged(rising)).toMatchObject(heavier);
  });

  it("is one that lost a day to a break", () => {
    const lost = withChange(rising, "2027-02-01", { kind: "block_days", days: [onDate("2027-02-01")] });
    expect(judged(lost).verdict).not.toBe("breach");
    const before = withChange(rising, "2027-01-25", { kind: "block_days", days: [onDate("2027-01-25")] });
    expect(judged(before)).toMatchObject(heavier);
  });

  it("is one of which a day was run otherwise than planned", () => {
    const ran = (session: string) =>
      ({ sessions: [{ session, status: "done", metres: 3000, seconds: 1080 }] }) as const;
    expect(judged(withChange(rising, "2027-02-08", adapt, ran("w11d2"))).verdict).not.toBe("breach");
    expect(judged(withChange(rising, "2027-02-08", adapt, ran("w10d2")))).toMatchObject(heavier);
    expect(judged(withChange(rising, "2027-02-08", adapt))).toMatchObject(heavier);
  });

  it("is one that led to another race day, to its last day before the new course", () => {
    const race = { kind: "race_date", date: onDate("2027-02-14") } as const;
    expect(judged(withChange(rising, "2027-02-02", race)).verdict).not.toBe("breach");
    expect(judged(withChange(rising, "2027-02-01", race))).toMatchObject(heavier);
  });
});

describe("the share of the peak (T2)", () => {
  it("is half in race week at most", () => {
    const race = (easy: string): Judgement =>
      judged(aPlan({ 11: "- I9.5/4x0.8 E9 - S9.5 E7 L13", 12: `- P7 E7 - S8 ${easy} X10` }));
    expect(race("E8").verdict).toBe("pass");
    expect(race("E8.1")).toMatchObject({ verdict: "breach", measured: 0.5017, limit: 0.5, weeks: [12] });
  });

  it("is flagged outside what is usual, in the week before race week too", () => {
    const eleventh = (easy: string): Judgement =>
      judged(aPlan({ 11: `- I9.5/4x0.8 E10 - S10.5 ${easy} L14` }));
    expect(eleventh("E10").verdict).toBe("pass");
    expect(eleventh("E10.1")).toMatchObject({
      verdict: "flag",
      limit: 0.9,
      weeks: [11],
      why: "outside the usual share of the peak",
    });
  });

  it("is that of weeks that end on the day of the race, wherever the calendar cuts them", () => {
    expect(judged(aMidweekPlan()).verdict).not.toBe("breach");
  });

  it("says nothing of a week that the plan holds a part of, or none of", () => {
    const plan = aPlan();
    const last = (days: number): PlanUnderLaw => ({
      ...plan,
      weeks: plan.weeks.slice(-1).map((week) => ({ ...week, days: week.days.slice(-days) })),
    });
    expect(judged(last(7)).verdict).toBe("breach");
    expect(judged(last(5)).why).not.toBe("outside the usual share of the peak");
  });

  it("is none where nothing is run before the race", () => {
    expect(
      judged({
        ...aPlan({ 12: "- - - - - - X10" }),
        weeks: aPlan({ 12: "- - - - - - X10" }).weeks.slice(-1),
      }),
    ).toMatchObject({
      verdict: "not_applicable",
    });
  });
});
