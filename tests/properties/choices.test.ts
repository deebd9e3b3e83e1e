import { breachesOf, certify, generatePlan, type Plan, standardRequest, withChoices } from "@strideiq/engine";
import { anyRequest, onDate, realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const rulebook = realRulebook();
const raceDay = onDate("2027-05-02");
const standard = rulebook.standardPlans.map((plan) => standardRequest(plan, raceDay));
const random = fc.sample(anyRequest(onDate("2026-11-23")), { numRuns: 150, seed: 20_261_125 });
const plans: readonly Plan[] = [...standard, ...random].flatMap((request) => {
  const plan = generatePlan(request, rulebook);
  return plan.ok ? [plan.value] : [];
});

const breaches = (plan: Plan): readonly string[] =>
  breachesOf(certify(plan, rulebook)).map(
    ({ id, why }) => `${id} ${why ?? ""}: ${JSON.stringify(plan.request)}`,
  );

/** Some sessions as option B, told apart by a number that stands for the runner's moods. */
const mixed = (plan: Plan, mood: number): Plan =>
  withChoices(plan, ({ id }) => ((Number(id.slice(1)) * 2_654_435_761 + mood * 40_503) % 7 < 3 ? "b" : "a"));

describe("a plan of which the runner chooses other options", () => {
  it("stays clean with option B of every session", () => {
    expect(standard).toHaveLength(24);
    expect(plans.length).toBeGreaterThan(124);
    expect(plans.map((plan) => withChoices(plan, () => "b")).flatMap(breaches)).toEqual([]);
  });

  it("stays clean with any mix of options", () => {
    const mixes = plans.flatMap((plan) => [1, 2, 3, 4].map((mood) => mixed(plan, mood)));
    const changed = mixes.filter((plan) =>
      plan.weeks.some((week) => week.days.some((day) => day.sessions.some(({ chosen }) => chosen === "b"))),
    );
    expect(changed.length).toBeGreaterThan(plans.length);
    expect(mixes.flatMap(breaches)).toEqual([]);
  });
});
