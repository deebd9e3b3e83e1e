import {
  addDays,
  breachesOf,
  generatePlan,
  RACE_DISTANCES,
  type Plan,
  type PlanWeek,
  type StandardPlan,
} from "@strideiq/engine";
import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";

const rulebook = realRulebook();
const raceDate = onDate("2027-05-16");

/** A standard plan is the plan of somebody of whom nothing is known but race, tier, weeks and days. */
function standardPlan(standard: StandardPlan): Plan {
  const { distance, tier, weeks, daysPerWeek } = standard;
  const today = addDays(raceDate, 1 - 7 * weeks);
  const unknown = { weeklyMetres: null, longestMetres: null, result: null };
  const made = generatePlan(
    aRequest({ distance, tier, weeks, daysPerWeek, raceDate, today, ...unknown }),
    rulebook,
  );
  if (!made.ok) throw new Error(`${titleOf(standard)} was refused for ${made.error.law}.`);
  return made.value;
}

const titleOf = ({ distance, weeks, tier }: StandardPlan): string => `${distance} in ${weeks} weeks, ${tier}`;

const made = rulebook.standardPlans.map((standard) => ({
  standard,
  title: titleOf(standard),
  plan: standardPlan(standard),
}));

const metresOf = (week: PlanWeek): number => sum(runsOf(week).map((session) => session.metres));
const runsOf = (week: PlanWeek) => week.days.flatMap((day) => day.sessions);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const buildWeeks = (plan: Plan): readonly PlanWeek[] => plan.weeks.filter((week) => week.kind === "build");
const peakWeek = (plan: Plan): number => Math.max(...buildWeeks(plan).map(metresOf));
const peakLongRun = (plan: Plan): number =>
  Math.max(
    ...plan.weeks.flatMap(runsOf).flatMap((session) => (session.kind === "long" ? [session.metres] : [])),
  );

it("there are 24 of them: four races, two lengths, three tiers", () => {
  expect(made).toHaveLength(24);
  expect(new Set(made.map(({ title }) => title)).size).toBe(24);
  for (const distance of RACE_DISTANCES)
    expect(made.filter(({ standard }) => standard.distance === distance)).toHaveLength(6);
});

describe.each(made)("$title", ({ standard, plan }) => {
  it("breaks no law", () => {
    expect(breachesOf(plan.certificate)).toEqual([]);
  });

  it("has the weeks, run days and tier of the configuration, and gives way nowhere", () => {
    expect(plan.weeks).toHaveLength(standard.weeks);
    expect(plan.tier).toBe(standard.tier);
    expect(plan.daysPerWeek).toBe(standard.daysPerWeek);
    expect(plan.adjustments).toEqual([]);
    for (const week of buildWeeks(plan))
      expect(week.days.filter((day) => day.sessions.length > 0)).toHaveLength(standard.daysPerWeek);
  });

  it("starts and peaks near the kilometres of the configuration", () => {
    const [first] = plan.weeks;
    expect(first && metresOf(first) / standard.startMetres).toBeGreaterThan(0.93);
    expect(first && metresOf(first) / standard.startMetres).toBeLessThan(1.05);
    expect(peakWeek(plan) / standard.peakMetres).toBeGreaterThan(0.93);
    expect(peakWeek(plan) / standard.peakMetres).toBeLessThan(1.05);
  });

  it("shows no pace, as nobody's result is known", () => {
    expect(plan.paces).toBeNull();
    expect(plan.weeks.flatMap(runsOf).every((session) => session.estimated === true)).toBe(true);
  });
});

const lengths = made.flatMap(({ standard }) => (standard.tier === "low" ? [standard] : []));

describe.each(lengths)("$distance in $weeks weeks", ({ distance, weeks }) => {
  const [low, mid, high] = (["low", "mid", "high"] as const).map((tier) => {
    const found = made.find(
      ({ standard }) => standard.distance === distance && standard.weeks === weeks && standard.tier === tier,
    );
    if (found === undefined) throw new Error(`There is no standard plan for the tier ${tier}.`);
    return found.plan;
  });

  it.each([
    ["peak week", peakWeek],
    ["peak long run", peakLongRun],
  ] as const)("has a %s that rises from tier to tier", (_, measure) => {
    const values = [low, mid, high].map((plan) => (plan === undefined ? Number.NaN : measure(plan)));
    expect(values[0]).toBeLessThan(values[1] ?? Number.NaN);
    expect(values[1]).toBeLessThan(values[2] ?? Number.NaN);
  });
});
