import {
  addDays,
  breachesOf,
  generatePlan,
  isRepeat,
  nextWeekday,
  WEEKDAYS,
  type Plan,
  type PlanRequest,
  type Session,
  type Step,
} from "@strideiq/engine";
import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const rulebook = realRulebook();
const today = onDate("2026-11-23");

/** New to running, or nearly: up to 9 km a week, never half an hour at a time, 8 to 24 weeks before a 5K. */
const newRunner: fc.Arbitrary<PlanRequest> = fc
  .record({
    weeks: fc.integer({ min: 8, max: 24 }),
    raceDayIndex: fc.integer({ min: 0, max: 6 }),
    weeklyMetres: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9000 })),
    longestShare: fc.double({ min: 0, max: 0.4, noNaN: true }),
    daysPerWeek: fc.integer({ min: 3, max: 6 }),
    longRunDay: fc.constantFrom(...WEEKDAYS),
    units: fc.constantFrom("km" as const, "mi" as const),
  })
  .map(({ weeks, raceDayIndex, longestShare, ...wish }) =>
    aRequest({
      ...wish,
      distance: "5k",
      raceDate: addDays(nextWeekday(today, "mon"), (weeks - 1) * 7 + raceDayIndex),
      longestMetres: Math.round(wish.weeklyMetres * longestShare),
      result: null,
    }),
  );

const requests = fc.sample(newRunner, { numRuns: 300, seed: 30 });
const answers = requests.map((request) => ({ request, answer: generatePlan(request, rulebook) }));
const plans: readonly Plan[] = answers.flatMap(({ answer }) => (answer.ok ? [answer.value] : []));

const sessionsOf = ({ weeks }: Pick<Plan, "weeks">): readonly Session[] =>
  weeks.flatMap((week) => week.days).flatMap((day) => day.sessions);
const training = (plan: Pick<Plan, "weeks">): readonly Session[] =>
  sessionsOf(plan).filter(({ kind }) => kind !== "race");
const piecesOf = (steps: readonly Step[]): readonly Exclude<Step, { repeat: number }>[] =>
  steps.flatMap((step) => (isRepeat(step) ? piecesOf(step.steps) : [step]));
const longestRunning = (sessions: readonly Session[]): number =>
  Math.max(
    0,
    ...sessions
      .flatMap(({ steps }) => piecesOf(steps))
      .filter(({ zone }) => zone === "easy")
      .map(({ seconds }) => seconds),
  );

describe("300 new runners", () => {
  it("all get a plan for their 5K, and it breaks no law", () => {
    expect(answers.filter(({ answer }) => !answer.ok).map(({ request }) => request)).toEqual([]);
    expect(plans.flatMap((plan) => breachesOf(plan.certificate))).toEqual([]);
  });

  it("run by the clock, and nothing faster than strides", () => {
    for (const plan of plans)
      for (const step of training(plan).flatMap(({ steps }) => piecesOf(steps))) {
        expect(step.by).toBe("time");
        expect(["walk", "easy", "recovery", "repetition"]).toContain(step.zone);
        if (step.zone === "repetition") expect(step.seconds).toBeLessThanOrEqual(20);
      }
  });

  it("begin with a few minutes at a time, run at most about twice as long a week later, and go on to half an hour and no further", () => {
    for (const { weeks } of plans) {
      const builds = weeks
        .filter(({ kind }) => kind === "build")
        .map((week) => longestRunning(training({ weeks: [week] })));
      builds.forEach((seconds, i) => {
        const before = builds[i - 1];
        const unbroken = rulebook.builder.unbrokenSeconds;
        if (before !== undefined && before < unbroken)
          expect(seconds).toBeLessThanOrEqual(
            Math.max(before * 2.2, before >= unbroken / 2 ? unbroken * 1.14 : 0),
          );
      });
    }
  });

  it("are told when the weeks do not reach half an hour without a break, and only then", () => {
    for (const plan of plans) {
      const told = plan.adjustments.find(({ wish }) => wish === "run_walk");
      const longest = longestRunning(training(plan));
      expect(told?.given ?? null).toBe(
        longest < rulebook.builder.unbrokenSeconds ? Math.round(longest / 60) : null,
      );
    }
  });

  it("run half an hour without a break when they have fourteen weeks and more", () => {
    for (const plan of plans)
      if (plan.weeks.length >= 14)
        expect(longestRunning(training(plan))).toBeGreaterThanOrEqual(rulebook.builder.unbrokenSeconds);
  });

  it("go out for half an hour or five kilometres at most on the first day", () => {
    for (const plan of plans) {
      const first = training(plan)[0];
      expect((first?.seconds ?? 0) <= 1800 || (first?.metres ?? 0) <= 5000).toBe(true);
    }
  });

  it("have a day without running after most runs", () => {
    for (const plan of plans) expect(plan.daysPerWeek).toBeLessThanOrEqual(4);
  });
});
