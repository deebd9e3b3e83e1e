import { onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { standardRequest } from "../athlete/standard-request.ts";
import { generatePlan } from "../generate/generate.ts";
import type { PlanWeek, Session } from "../plan/plan.ts";

const rulebook = realRulebook();

/** The weeks of a standard plan in which most is run, race week left out. */
function fullWeeksOf(distance: "5k" | "10k" | "half_marathon" | "marathon"): readonly PlanWeek[] {
  const standard = rulebook.standardPlans.find((one) => one.distance === distance && one.tier === "high");
  if (standard === undefined) throw new Error(`no standard plan for ${distance}`);
  const made = generatePlan(standardRequest(standard, onDate("2027-04-18")), rulebook);
  if (!made.ok) throw new Error(`refused for ${made.error.law}`);
  return made.value.weeks.filter(({ kind }) => kind !== "race");
}

const sessionsOf = (week: PlanWeek): readonly Session[] => week.days.flatMap(({ sessions }) => sessions);

describe("weeks of many kilometres", () => {
  it.each(["5k", "10k", "marathon"] as const)(
    "call no run of a %s plan over 45 minutes a recovery run",
    (distance) => {
      const recovery = fullWeeksOf(distance)
        .flatMap(sessionsOf)
        .filter(({ kind }) => kind === "recovery");
      expect(recovery.length).toBeGreaterThan(2);
      for (const { seconds } of recovery) expect(seconds).toBeLessThanOrEqual(45 * 60);
    },
  );

  it("begin with a long run well ahead of the other runs, so that easy days can differ", () => {
    const [first] = fullWeeksOf("5k");
    if (first === undefined) throw new Error("no week");
    const others = sessionsOf(first).filter(({ kind }) => kind !== "long");
    const long = sessionsOf(first).find(({ kind }) => kind === "long")?.metres ?? 0;
    const metres = others.map((session) => session.metres);
    expect(metres.reduce((sum, one) => sum + one, 0) / others.length).toBeLessThan(long * 0.66);
    expect(Math.max(...metres)).toBeGreaterThan(Math.min(...metres) * 1.2);
  });

  it("keep the day before a long run at race pace shorter than the other easy days", () => {
    const days = fullWeeksOf("half_marathon").flatMap((week) => week.days);
    days.forEach(({ sessions }, i) => {
      if (!sessions.some(({ kind, quality }) => kind === "long" && quality)) return;
      const eve = days[i - 1]?.sessions[0]?.metres ?? 0;
      expect(eve / (sessions[0]?.metres ?? 1)).toBeLessThan(0.5);
    });
  });
});
