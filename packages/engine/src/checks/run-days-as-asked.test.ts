import { aMidweekPlan, aPlan, aRulebook, onDate, withChange, withRequest, withWeek } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { WeekKind } from "../plan/vocabulary.ts";
import type { Judgement } from "./judgement.ts";
import { runDaysAsAsked } from "./run-days-as-asked.ts";

const rules = aRulebook();
const judged = (plan: PlanUnderLaw): Judgement => runDaysAsAsked.judge(factsOf(plan, rules));
const broken = (measured: number, limit: number, week: number): object => ({
  verdict: "breach",
  measured,
  limit,
  weeks: [week],
});

const ofKind = (plan: PlanUnderLaw, number: number, kind: WeekKind): PlanUnderLaw =>
  withWeek(plan, number, (week) => ({ ...week, kind }));
const pause = (first: string, last: string) =>
  ({ kind: "pause", first: onDate(first), last: onDate(last) }) as const;
const blocked = (...days: readonly string[]) => ({ kind: "block_days", days: days.map(onDate) }) as const;

describe("the fewest run days of a week", () => {
  it("are all of them in a build week", () => {
    expect(judged(aPlan({ 10: "- I11/4x1.2 E10 - T11/1x5.5 - L18" }))).toMatchObject(broken(4, 5, 10));
  });

  it("are one less in the last full week, even where that builds", () => {
    const four = "- I9.5/4x0.8 E9 - S9.5 - L13";
    expect(judged(ofKind(aPlan({ 11: four }), 11, "build")).verdict).toBe("pass");
    const three = "- I9.5/4x0.8 E9 - - - L13";
    expect(judged(ofKind(aPlan({ 11: three }), 11, "build"))).toMatchObject(broken(3, 4, 11));
  });

  it("give the last full week that was run its day less when the one after it was lost whole", () => {
    const plan = aPlan({ 10: "- I11/4x1.2 E10 - T11/1x5.5 - L18", 11: "- - - - - - -" });
    expect(judged(withChange(plan, "2027-02-01", pause("2027-02-01", "2027-02-07"))).verdict).toBe("pass");
  });

  it.each<[WeekKind, number]>([
    ["cutback", 3],
    ["return", 3],
    ["race", 3],
    ["taper", 4],
    ["tune_up", 4],
  ])("are fewer in a %s week, and still %i of five", (kind, fewest) => {
    const cells = ["T9", "E9", "E8", "E7", "G16"];
    const week = (days: number): PlanUnderLaw =>
      ofKind(aPlan({ 6: `${cells.slice(0, days).join(" ")}${" -".repeat(7 - days)}` }), 6, kind);
    expect(judged(week(fewest)).verdict).toBe("pass");
    expect(judged(week(fewest - 1))).toMatchObject(broken(fewest - 1, fewest, 6));
  });
});

describe("race week", () => {
  it("may have two run days fewer, and not three", () => {
    expect(judged(aPlan({ 12: "- P6 E6 - - - X10" })).verdict).toBe("pass");
    expect(judged(aPlan({ 12: "- P6 - - - - X10" }))).toMatchObject(broken(2, 3, 12));
  });

  it("counts race day as possible, also where that weekday is never free", () => {
    const plan = aPlan({ 12: "- - E6 - - - X10" });
    const busy = (unavailable: PlanUnderLaw["request"]["unavailable"]): Judgement =>
      judged(withRequest(plan, { unavailable }));
    expect(busy(["mon", "tue", "sun"])).toMatchObject(broken(2, 3, 12));
    expect(busy(["mon", "tue", "wed", "sun"]).verdict).toBe("pass");
  });

  it("asks for no running after the race", () => {
    expect(judged(aMidweekPlan()).verdict).toBe("pass");
  });

  it("asks less of a week in which the race comes early", () => {
    expect(judged(aMidweekPlan({ 12: "- - X10 - - - -" })).verdict).toBe("pass");
  });
});

describe("the run days of the plan", () => {
  const six = "E5 T9 E9 - I9 E8 G16";
  const fewerThanAsked = (plan: PlanUnderLaw): PlanUnderLaw =>
    withRequest(
      {
        ...plan,
        adjustments: [{ wish: "days_per_week", law: "E3", asked: 6, given: 5 }],
      },
      { daysPerWeek: 6 },
    );

  it("are the most that any week has", () => {
    expect(judged(aPlan({ 6: six }))).toMatchObject(broken(6, 5, 6));
    expect(judged(fewerThanAsked(aPlan({ 6: six })))).toMatchObject(broken(6, 5, 6));
  });

  it("may not be more than were asked for", () => {
    expect(judged(withRequest(aPlan(), { daysPerWeek: 4 }))).toMatchObject({
      verdict: "breach",
      why: "the plan has more run days than asked for",
    });
  });

  it("may be fewer for a reason that is told, and a reason for something else is none", () => {
    expect(judged(fewerThanAsked(aPlan())).verdict).toBe("pass");
    const plan = fewerThanAsked(aPlan());
    const other = plan.adjustments.map((one) => ({ ...one, wish: "long_run_day" as const }));
    const without = { verdict: "breach", why: "fewer run days than asked for, without a reason" };
    expect(judged({ ...plan, adjustments: other })).toMatchObject(without);
    expect(judged({ ...plan, adjustments: [] })).toMatchObject(without);
  });

  it("may be as many as were asked for in a week that leads back after a break", () => {
    const back = ofKind(fewerThanAsked(aPlan({ 5: "- - - - - - -", 6: six })), 6, "return");
    expect(judged(withChange(back, "2026-12-21", pause("2026-12-21", "2026-12-27"))).verdict).toBe("pass");
    const named = ofKind(fewerThanAsked(aPlan({ 6: six })), 6, "return");
    expect(judged(named)).toMatchObject(broken(6, 5, 6));
  });

  it("bind from the week on in which a new course begins, and not the weeks that lead up to it", () => {
    const moved = { kind: "race_date", date: onDate("2027-02-14") } as const;
    const anew = (week: number): Judgement =>
      judged(withChange(fewerThanAsked(aPlan({ [week]: six })), "2026-12-22", moved));
    expect(anew(5).verdict).toBe("pass");
    expect(anew(6)).toMatchObject(broken(6, 5, 6));
  });
});

describe("days that were lost", () => {
  const fourDays = "- T9 E9 - I9 - G16";
  const threeDays = "- - - - I9 E8 G16";

  it("are not run on another day instead", () => {
    const plan = aPlan({ 6: "- - - - I9 - G16" });
    expect(judged(withChange(plan, "2026-12-28", blocked("2026-12-29"))).verdict).toBe("pass");
    const fewer = aPlan({ 6: "- - - - - - G16" });
    expect(judged(withChange(fewer, "2026-12-28", blocked("2026-12-29")))).toMatchObject(broken(1, 2, 6));
  });

  it("lighten the seven days that follow them, and no week that these do not reach", () => {
    const off = pause("2026-12-21", "2026-12-24");
    const week5 = { 5: "- - - - E7.5 E6.5 L15" };
    const change = (plan: PlanUnderLaw): Judgement => judged(withChange(plan, "2026-12-21", off));
    expect(change(aPlan({ ...week5, 6: threeDays })).verdict).toBe("pass");
    expect(change(aPlan({ ...week5, 6: "- - - - I9 - G16" }))).toMatchObject(broken(2, 3, 6));
    expect(change(aPlan({ ...week5, 7: "- T10/3x1.6 E9 - - E9 L17" }))).toMatchObject(broken(4, 5, 7));
    expect(change(aPlan({ ...week5, 2: "- S8 E7 - - E6 L13" }))).toMatchObject(broken(4, 5, 2));
  });

  it("lighten one week and not a second when they end with a week", () => {
    const off = pause("2026-12-21", "2026-12-27");
    const change = (rewrites: Readonly<Record<number, string>>): Judgement =>
      judged(withChange(aPlan({ 5: "- - - - - - -", ...rewrites }), "2026-12-21", off));
    expect(change({ 6: threeDays }).verdict).toBe("pass");
    expect(change({ 7: "- T10/3x1.6 E9 - - E9 L17" })).toMatchObject(broken(4, 5, 7));
  });

  it("lighten a week of which one day is left", () => {
    const plan = aPlan({ 5: "- T9/5x0.8 - - - - L15" });
    expect(judged(withChange(plan, "2026-12-21", blocked("2026-12-26"))).verdict).toBe("pass");
  });

  it("are forgiven for every break by itself", () => {
    const plan = aPlan({ 6: "- - - - I9 - G16" });
    const twice = withChange(plan, "2026-12-28", blocked("2026-12-29", "2027-01-19"));
    expect(judged(twice).verdict).toBe("pass");
  });

  it("excuse nothing in a plan that lost none", () => {
    expect(judged(withChange(aPlan({ 6: fourDays }), "2026-12-28", { kind: "adapt" }))).toMatchObject(
      broken(4, 5, 6),
    );
  });
});
