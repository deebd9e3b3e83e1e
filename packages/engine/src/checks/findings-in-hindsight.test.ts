import { aPlan, aRulebook, onDate, withChange } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import type { Finding, Judgement } from "./judgement.ts";
import { inHindsight } from "./leniency.ts";
import { LAWS } from "./registry.ts";

const rules = aRulebook();
const adapt = { kind: "adapt" } as const;
const longer = (session: string) =>
  ({ sessions: [{ session, status: "done", metres: 12_000, seconds: 4400 }] }) as const;

const finding = (measured: number, limit: number, week?: number): Finding => ({
  verdict: "breach",
  measured,
  limit,
  week,
});

/** What a law found, one thing after the other. */
const broken = (...breaches: readonly Finding[]): Judgement => ({
  verdict: "breach",
  measured: breaches[0]?.measured ?? 0,
  limit: breaches[0]?.limit ?? 0,
  breaches,
});

function hindsight(id: LawId, plan: PlanUnderLaw, found?: Judgement): Judgement {
  const law = LAWS.find((one) => one.id === id);
  if (law === undefined) throw new Error(`There is no law ${id}.`);
  const facts = factsOf(plan, rules);
  return inHindsight(law, found ?? law.judge(facts), facts);
}

const LOST = { verdict: "flag", why: "lost training is not made up for" };
const PAST = { verdict: "flag", why: "in days that are past" };

/** The Sunday of the sixth week closed, and its long run given up. */
const sundayLost = withChange(aPlan({ 6: "- T9 E9 - I9 E8 -" }), "2026-12-28", {
  kind: "block_days",
  days: [onDate("2027-01-03")],
});

describe("several findings of one law", () => {
  it("leave those standing that nothing excuses, with their own numbers and weeks", () => {
    const both = broken(finding(30_000, 40_000, 9), finding(50_000, 40_000, 10));
    expect(hindsight("V6", sundayLost, both)).toMatchObject({
      verdict: "breach",
      measured: 50_000,
      limit: 40_000,
      weeks: [10],
    });
  });

  it("stay as they were found where nothing is excused", () => {
    const both = broken(finding(50_000, 40_000, 9), finding(60_000, 40_000, 10));
    expect(hindsight("V6", sundayLost, both)).toBe(both);
  });

  it("are excused as lost where one of them is, whatever excuses the others", () => {
    const plan = withChange(
      withChange(aPlan({ 6: "- T9 E9 - I9 E8 -" }), "2026-12-28", {
        kind: "block_days",
        days: [onDate("2027-01-03")],
      }),
      "2027-01-11",
      adapt,
      longer("w7d3"),
    );
    expect(hindsight("V6", plan, broken(finding(50_000, 40_000, 7)))).toMatchObject(PAST);
    const mixed = broken(finding(50_000, 40_000, 7), finding(30_000, 40_000, 9));
    expect(hindsight("V6", plan, mixed)).toMatchObject(LOST);
  });
});

describe("lost training", () => {
  it("excuses the week in which it was lost, on its last day too, and no week before", () => {
    expect(hindsight("V5", sundayLost, broken(finding(5, 4, 6)))).toMatchObject(LOST);
    expect(hindsight("V5", sundayLost, broken(finding(5, 4, 5))).verdict).toBe("breach");
  });

  it("excuses what is missing from the plan as a whole", () => {
    expect(hindsight("V5", sundayLost, broken(finding(0, 1)))).toMatchObject(LOST);
  });

  it("excuses nothing that a race asks for which the athlete chose", () => {
    const wish = { kind: "race_date", date: onDate("2027-02-14") } as const;
    const moved = withChange(sundayLost, "2027-01-04", wish);
    for (const id of ["L1", "L4", "T1"] as const)
      expect(hindsight(id, moved, broken(finding(4, 3))).verdict).toBe("breach");
    expect(hindsight("I8", moved, broken(finding(1, 2)))).toMatchObject(LOST);
  });

  it("is told of otherwise where a week once more stands in place of another", () => {
    const repeated = withChange(aPlan(), "2026-12-28", { kind: "repeat_week", week: 5 });
    expect(hindsight("I8", repeated, broken(finding(1, 2)))).toMatchObject({
      verdict: "flag",
      why: "a week once more was wished for in place of another",
    });
    const both = withChange(sundayLost, "2027-01-04", { kind: "repeat_week", week: 6 });
    expect(hindsight("I8", both, broken(finding(1, 2)))).toMatchObject(LOST);
  });
});

describe("a trace of what became of a plan", () => {
  it("reaches thirty-six days on from its day", () => {
    const after = (session: string): PlanUnderLaw =>
      withChange(aPlan(), "2027-02-08", adapt, longer(session));
    expect(hindsight("S6", after("w5d6"), broken(finding(1, 2, 10)))).toMatchObject(PAST);
    expect(hindsight("S6", after("w5d5"), broken(finding(1, 2, 10))).verdict).toBe("breach");
  });
});

describe("what days behind have settled", () => {
  const traced = (plan: PlanUnderLaw, from: string): PlanUnderLaw =>
    withChange(plan, from, adapt, longer("w5d3"));
  const hardTwice = { 6: "- T9 I9 - E9 E8 G16" };

  it("is settled in this week alone: the same in a week to come is not", () => {
    const again = aPlan({ ...hardTwice, 9: "- I10/7x0.6 T9 - E10 E10 G17" });
    expect(hindsight("H1", traced(again, "2026-12-31"))).toMatchObject({ verdict: "breach", weeks: [9] });
  });

  it("is not settled by the day that can still be changed, though something was run otherwise", () => {
    expect(hindsight("H1", traced(aPlan(hardTwice), "2026-12-30")).verdict).toBe("breach");
    expect(hindsight("H1", traced(aPlan(hardTwice), "2026-12-31"))).toMatchObject(PAST);
  });

  it("is not settled by a breach of an earlier week", () => {
    const twice = aPlan({ 5: "- T9 I9 - E9 E8 L15", 6: "- T9 I9 - E9 E8 G16" });
    expect(hindsight("H1", traced(twice, "2026-12-30"))).toMatchObject({ verdict: "breach", weeks: [6] });
  });
});
