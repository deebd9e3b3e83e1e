import { onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { standardRequest } from "../athlete/standard-request.ts";
import { generatePlan } from "../generate/generate.ts";
import { briskMetresOf } from "../plan/doses.ts";
import { factsOf } from "../plan/facts.ts";
import type { StandardPlan } from "../rulebook/rulebook.ts";

const rules = realRulebook();
const result = { metres: 10_000, seconds: 2680 };

/** What law V9 compares, of a standard plan run at the same paces. */
function measuresOf(standard: StandardPlan): Readonly<Record<string, number>> {
  const request = { ...standardRequest(standard, onDate("2027-04-18"), "km"), result };
  const made = generatePlan(request, rules);
  if (!made.ok) throw new Error(`${standard.distance} ${standard.tier} was refused for ${made.error.law}.`);
  const { weeks, peakWeekMetres, peakLongRun, runs } = factsOf(made.value, rules);
  return {
    firstWeek: weeks[0]?.metres ?? 0,
    peakWeek: peakWeekMetres,
    peakLongRun: peakLongRun?.metres ?? 0,
    quality: runs.reduce((sum, run) => (run.isGoalRace ? sum : sum + briskMetresOf(run.doses)), 0),
  };
}

const shapes = rules.standardPlans
  .filter(({ tier }) => tier === "low")
  .map(({ distance, weeks }) => ({ distance, weeks }));

describe.each(shapes)("$distance in $weeks weeks", ({ distance, weeks }) => {
  const [low, mid, high] = (["low", "mid", "high"] as const).map((tier) => {
    const plan = rules.standardPlans.find(
      (standard) => standard.distance === distance && standard.weeks === weeks && standard.tier === tier,
    );
    return plan === undefined ? {} : measuresOf(plan);
  });

  it.each(["firstWeek", "peakWeek", "peakLongRun", "quality"])("asks more of each tier: %s", (measure) => {
    expect(mid?.[measure]).toBeGreaterThan(low?.[measure] ?? Infinity);
    expect(high?.[measure]).toBeGreaterThan(mid?.[measure] ?? Infinity);
  });
});
