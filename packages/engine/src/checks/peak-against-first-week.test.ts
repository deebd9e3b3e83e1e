import { aPlan, aRulebook, onDate, withChange } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Judgement } from "./judgement.ts";
import { peakAgainstFirstWeek } from "./peak-against-first-week.ts";

const judged = (plan: PlanUnderLaw): Judgement => peakAgainstFirstWeek.judge(factsOf(plan, aRulebook()));
const adapt = { kind: "adapt" } as const;
/** The peak week of 60 km, against so many kilometres of the first. */
const against = (km: number): object => ({ measured: Math.round((60 / km) * 10_000) / 10_000 });

describe("the peak week against the first (V7)", () => {
  it("is measured by the first week, however small", () => {
    expect(judged(aPlan())).toMatchObject({ ...against(40), verdict: "pass" });
    expect(judged(aPlan({ 1: "- S5 E5 - E4 E3 L7" }))).toMatchObject({
      ...against(24),
      verdict: "flag",
      weeks: [10],
    });
    expect(judged(aPlan({ 1: "- S5 E5 - E4 E3 L6.5" }))).toMatchObject({ verdict: "breach", limit: 2.5 });
  });

  it("says nothing of a first week without a run", () => {
    expect(judged(aPlan({ 1: "- - - - - - -" }))).toMatchObject({ verdict: "not_applicable" });
  });

  it("is measured by the first week that was run as it was planned", () => {
    const small = { 1: "- S5 E5 - E4 E3 L6.5" };
    const blocked = { kind: "block_days", days: [onDate("2026-11-23")] } as const;
    expect(judged(withChange(aPlan(small), "2026-11-23", blocked))).toMatchObject(against(43));
    const sessions = [{ session: "w1d2", status: "done", metres: 2000, seconds: 720 }] as const;
    expect(judged(withChange(aPlan(small), "2026-12-07", adapt, { sessions }))).toMatchObject(against(43));
    expect(judged(withChange(aPlan(), "2026-12-07", adapt))).toMatchObject(against(40));
  });

  it("is measured by the first week where no week was run as planned", () => {
    const plan = aPlan();
    const days = plan.weeks.flatMap((week) => week.days.slice(0, 1).map((day) => day.date));
    expect(judged(withChange(plan, "2026-11-23", { kind: "block_days", days }))).toMatchObject(against(40));
  });
});
