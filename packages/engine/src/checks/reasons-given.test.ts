import { aPlan, aRulebook, withChange } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Reason } from "../reason/reason.ts";
import { phasesOf } from "../reason/phases.ts";
import { reasonFindings } from "./reasons-given.ts";

type Why = readonly Reason[] | undefined;

const REASONS: readonly Reason[] = [{ kind: "adjusted", wish: "taper", law: "T1", asked: 3, given: 2 }];

/** The plan as it is handed out, with this said of one phase, of one week and of one session. */
function explained(phase: readonly Reason[], week: Why, session: Why): PlanUnderLaw {
  const plan = aPlan();
  const said = (why: Why): { readonly why?: readonly Reason[] } => (why === undefined ? {} : { why });
  return {
    ...plan,
    phases: phasesOf(plan.weeks).map((one, index) => ({ ...one, why: index === 1 ? phase : REASONS })),
    weeks: plan.weeks.map((one) => ({
      ...one,
      ...said(one.week === 6 ? week : REASONS),
      days: one.days.map((day, at) => ({
        ...day,
        sessions: day.sessions.map((run) => ({
          ...run,
          ...said(one.week === 7 && at === 1 ? session : REASONS),
        })),
      })),
    })),
  };
}

const found = (plan: PlanUnderLaw) => reasonFindings(factsOf(plan, aRulebook()));

describe("the reasons of a finished plan (S6)", () => {
  it("are given for every phase, week and session", () => {
    expect(found(explained(REASONS, REASONS, REASONS))).toEqual([]);
  });

  it("are missed where a phase, a week or a session says nothing, and there alone", () => {
    const silent = { verdict: "breach", measured: 1, limit: 0 };
    expect(found(explained([], REASONS, REASONS))).toMatchObject([
      { ...silent, why: "a phase without a reason", week: 5 },
    ]);
    for (const nothing of [[], undefined]) {
      expect(found(explained(REASONS, nothing, REASONS))).toMatchObject([
        { ...silent, why: "a week without a reason", week: 6 },
      ]);
      expect(found(explained(REASONS, REASONS, nothing))).toMatchObject([
        { ...silent, why: "a session without a reason", week: 7 },
      ]);
    }
  });

  it("are asked of what was planned, not of what was run in its place", () => {
    const plan = explained(REASONS, REASONS, REASONS);
    const sessions = [{ session: "w6d2", status: "done", metres: 4000, seconds: 1500 }] as const;
    expect(found(withChange(plan, "2027-01-04", { kind: "adapt" }, { sessions }))).toEqual([]);
  });

  it("are not asked of a plan on its way, which has no phases yet", () => {
    expect(found(aPlan())).toEqual([]);
  });
});
