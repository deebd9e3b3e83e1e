import { onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { standardRequest } from "../athlete/standard-request.ts";
import { generatePlan } from "../generate/generate.ts";
import { factsOf } from "../plan/facts.ts";
import type { PlanFacts } from "../plan/measured-plan.ts";
import type { StandardPlan } from "../rulebook/rulebook.ts";

const rules = realRulebook();
const { peakShare } = rules.laws.V10;

function factsOfStandard(standard: StandardPlan): PlanFacts {
  const made = generatePlan(standardRequest(standard, onDate("2027-04-18"), "km"), rules);
  if (!made.ok) throw new Error(`${standard.distance} ${standard.tier} was refused for ${made.error.law}.`);
  return factsOf(made.value, rules);
}

/** Mean growth of a week on the way from the first to the peak, as a share. */
function steepnessOf({ weeks, peakWeekMetres }: PlanFacts): number {
  const first = weeks[0]?.metres ?? peakWeekMetres;
  const peakAt = weeks.findIndex((week) => week.metres === peakWeekMetres);
  return (peakWeekMetres / first) ** (1 / Math.max(1, peakAt)) - 1;
}

const groups = [
  ...Map.groupBy(rules.standardPlans, ({ distance, tier }) => `${distance}, ${tier} volume`),
].map(([name, plans]) => {
  const [shorter, longer] = plans.toSorted((a, b) => a.weeks - b.weeks).map(factsOfStandard);
  return { name, shorter, longer };
});

describe.each(groups)("$name", ({ shorter, longer }) => {
  it("leads to the same peak in more weeks", () => {
    const [few, many] = [shorter?.peakWeekMetres ?? 0, longer?.peakWeekMetres ?? Infinity];
    expect(Math.abs(few - many)).toBeLessThanOrEqual(peakShare * Math.max(few, many));
  });

  it("climbs no more steeply in more weeks", () => {
    if (shorter === undefined || longer === undefined) throw new Error("There are two lengths.");
    expect(steepnessOf(longer)).toBeLessThanOrEqual(steepnessOf(shorter) + 1e-9);
  });
});
