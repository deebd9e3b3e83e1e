import { onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { standardRequest } from "../athlete/standard-request.ts";
import { generatePlan } from "../generate/generate.ts";
import { factsOf } from "../plan/facts.ts";
import type { PlanFacts } from "../plan/measured-plan.ts";
import { RACE_DISTANCES } from "../plan/vocabulary.ts";
import type { StandardPlan } from "../rulebook/rulebook.ts";

const rules = realRulebook();
const { peakShare } = rules.laws.V10;

function factsOfStandard(standard: StandardPlan): PlanFacts {
  const made = generatePlan(standardRequest(standard, onDate("2027-04-18"), "km"), rules);
  if (!made.ok) throw new Error(`${standard.distance} ${standard.tier} was refused for ${made.error.law}.`);
  return factsOf(made.value, rules);
}

/**
 * Metres that a week adds on the way from the first to the peak. Short plans of 5K and 10K start in the
 * middle of their tier, so that shares would compare different starts.
 */
function steepnessOf({ weeks, peakWeekMetres }: PlanFacts): number {
  const first = weeks[0]?.metres ?? peakWeekMetres;
  const peakAt = weeks.findIndex((week) => week.metres === peakWeekMetres);
  return (peakWeekMetres - first) / Math.max(1, peakAt);
}

const pairs = RACE_DISTANCES.flatMap((distance) =>
  (["low", "mid", "high"] as const).map((tier) => ({ distance, tier })),
);

describe.each(pairs)("$distance, $tier volume", ({ distance, tier }) => {
  const [shorter, longer] = rules.standardPlans
    .filter((standard) => standard.distance === distance && standard.tier === tier)
    .toSorted((a, b) => a.weeks - b.weeks)
    .map(factsOfStandard);

  it("leads to the same peak in more weeks", () => {
    const [few, many] = [shorter?.peakWeekMetres ?? 0, longer?.peakWeekMetres ?? Infinity];
    expect(Math.abs(few - many)).toBeLessThanOrEqual(peakShare * Math.max(few, many));
  });

  it("climbs no more steeply in more weeks", () => {
    if (shorter === undefined || longer === undefined) throw new Error("There are two lengths.");
    expect(steepnessOf(longer)).toBeLessThanOrEqual((1 + peakShare) * steepnessOf(shorter));
  });
});
