import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { attemptPlan } from "../generate/generate.ts";
import type { Plan, Session } from "../plan/plan.ts";
import { itemAt } from "../result/item-at.ts";
import { certify } from "./certify.ts";
import { longRunStaircase } from "./long-run-staircase.ts";

const rulebook = realRulebook();

/** The standard marathon of the mid tier, whose peak long run ends where the hours of law L6 do. */
function standardMarathon(): Plan {
  const wish = { raceDate: onDate("2027-04-18"), weeks: 18, tier: "mid" } as const;
  const unknown = { result: null, weeklyMetres: null, longestMetres: null };
  const made = attemptPlan(aRequest({ ...wish, ...unknown }), rulebook);
  if (!made.ok) throw new Error(`refused for ${made.error.law}`);
  return made.value;
}

const longRunsOf = ({ weeks }: Plan): readonly Session[] =>
  weeks.flatMap(({ days }) => days.flatMap(({ sessions }) => sessions.filter(({ kind }) => kind === "long")));

const withSwapped = (plan: Plan, one: Session, other: Session): Plan => ({
  ...plan,
  weeks: plan.weeks.map((week) => ({
    ...week,
    days: week.days.map((day) => ({
      ...day,
      sessions: day.sessions.map((session) => {
        if (session.id === one.id) return { ...other, id: one.id };
        return session.id === other.id ? { ...one, id: other.id } : session;
      }),
    })),
  })),
});

const verdictOn = (plan: Plan) => certify(plan, rulebook, [longRunStaircase]).laws[0];

describe("long runs that end where the hours do", () => {
  const plan = standardMarathon();
  const longRuns = longRunsOf(plan);
  const peak = longRuns.reduce((best, run) => (run.metres > best.metres ? run : best));

  it("climb like a staircase all the same", () => {
    expect(verdictOn(plan)?.verdict).toBe("pass");
  });

  it("break the law with their peak in the third week", () => {
    expect(verdictOn(withSwapped(plan, itemAt(longRuns, 2), peak))).toMatchObject({ verdict: "breach" });
  });

  it("break the law with their peak in the first week", () => {
    expect(verdictOn(withSwapped(plan, itemAt(longRuns, 0), peak))).toMatchObject({ verdict: "breach" });
  });
});
