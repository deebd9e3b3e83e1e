import { aPlan, aRulebook, withChange, withRequest } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import { firstLongRunFromHistory } from "./first-long-run-from-history.ts";
import type { Judgement } from "./judgement.ts";

const judged = (plan: PlanUnderLaw): Judgement => firstLongRunFromHistory.judge(factsOf(plan, aRulebook()));
const knowing = (longestMetres: number | null, plan = aPlan()): PlanUnderLaw =>
  withRequest(plan, { longestMetres });
/** The runner of a plan, and what became of its first long run. */
const ran = (plan: PlanUnderLaw, metres: number): PlanUnderLaw => {
  const sessions = [{ session: "w1d7", status: "done", metres, seconds: metres * 0.36 }] as const;
  return withChange(plan, "2026-12-07", { kind: "adapt" }, { sessions });
};

describe("the first long run (E2)", () => {
  it("is three kilometres more than a short longest run at most, and a tenth more than a long one", () => {
    expect(judged(knowing(9000))).toMatchObject({ verdict: "pass", measured: 12_000, limit: 12_000 });
    expect(judged(knowing(8900))).toMatchObject({ verdict: "breach", limit: 11_900, weeks: [1] });
    const twenty = aPlan({ 1: "- S7 E7 - E8 E6 L22" });
    expect(judged(knowing(20_000, twenty))).toMatchObject({ verdict: "pass", limit: 22_000 });
    expect(judged(knowing(19_900, twenty)).verdict).toBe("breach");
  });

  it("starts from nothing that is not known, and is for law L3 to see to after a month without a run", () => {
    expect(judged(knowing(null))).toMatchObject({ why: "the longest recent run is not known" });
    expect(judged(knowing(0))).toMatchObject({
      verdict: "not_applicable",
      why: "no run in the last thirty days: law L3 sets the first runs",
    });
  });

  it("is the first run at all where a plan has no long run", () => {
    const weeks = aPlan().weeks.map((week) => ({
      ...week,
      days: week.days.map((day) => ({
        ...day,
        sessions: day.sessions.filter(({ kind }) => kind !== "long"),
      })),
    }));
    expect(judged({ ...knowing(9000), weeks })).toMatchObject({ verdict: "pass", measured: 8000 });
    const empty = weeks.map((week) => ({
      ...week,
      days: week.days.map((day) => ({ ...day, sessions: [] })),
    }));
    expect(judged({ ...knowing(9000), weeks: empty })).toMatchObject({ why: "the plan holds no run" });
  });

  it("is judged as it was planned once it was run otherwise", () => {
    expect(judged(ran(knowing(9000), 16_000))).toMatchObject({ verdict: "pass", measured: 12_000 });
    expect(judged(ran(knowing(8900), 6000))).toMatchObject({ verdict: "breach", measured: 12_000 });
  });

  it("is judged as it stands after a change by which nothing was run otherwise", () => {
    const moved = withChange(aPlan({ 1: "- S7 E7 - E8 E13 L12" }), "2026-11-23", { kind: "adapt" });
    expect(judged(knowing(9000, moved))).toMatchObject({ verdict: "pass", measured: 12_000 });
  });
});
