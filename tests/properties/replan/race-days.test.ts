import {
  addDays,
  breachesOf,
  generatePlan,
  type Plan,
  type RaceDistance,
  replan,
  type Replanned,
  type ReplanError,
  type Result,
} from "@strideiq/engine";
import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";

const rulebook = realRulebook();
const DISTANCES: readonly RaceDistance[] = ["5k", "10k", "half_marathon", "marathon"];
const RUNNERS = [
  { tier: "low", weeklyMetres: 30_000, longestMetres: 10_000, daysPerWeek: 4 },
  { tier: "mid", weeklyMetres: 50_000, longestMetres: 16_000, daysPerWeek: 5 },
  { tier: "high", weeklyMetres: 85_000, longestMetres: 24_000, daysPerWeek: 6 },
] as const;
/** How much of the plan is over when the race moves. */
const MOMENTS = [0.1, 0.5, 0.85] as const;
const FURTHEST_DAYS = 30 * 7;
/** Far days are much alike: every plan and moment asks for other ones, and all of them together for every day. */
const STRIDE_DAYS = DISTANCES.length * RUNNERS.length * MOMENTS.length;

const plans: readonly Plan[] = DISTANCES.flatMap((distance) =>
  RUNNERS.flatMap((runner) => {
    const made = generatePlan(aRequest({ ...runner, distance }), rulebook);
    return made.ok ? [made.value] : [];
  }),
);

interface Moved {
  readonly plan: Plan;
  readonly days: number;
  readonly answer: Result<Replanned, ReplanError>;
}

const moved: readonly Moved[] = plans.flatMap((plan, row) =>
  MOMENTS.flatMap((share, column) => {
    const days = plan.weeks.flatMap((week) => week.days);
    const from = days[Math.floor(days.length * share)]?.date ?? onDate("2026-11-23");
    const first = 1 + row * MOMENTS.length + column;
    const asked = Array.from(
      { length: Math.ceil(FURTHEST_DAYS / STRIDE_DAYS) },
      (_, i) => first + i * STRIDE_DAYS,
    );
    return asked
      .filter((ahead) => ahead <= FURTHEST_DAYS)
      .map((ahead) => {
        const wish = { kind: "race_date", date: addDays(from, ahead) } as const;
        return { plan, days: ahead, answer: replan(plan, from, null, wish, rulebook) };
      });
  }),
);

describe("a race on any day of the next thirty weeks", () => {
  it("is asked of every distance and tier, and for every day", () => {
    expect(plans).toHaveLength(DISTANCES.length * RUNNERS.length);
    expect(new Set(moved.map(({ days }) => days)).size).toBe(FURTHEST_DAYS);
  });

  it("leads to a clean plan, or to a refusal with a clean plan close to it", () => {
    const answers = moved.map(({ plan, days, answer }) => {
      if (answer.ok) return [days, breachesOf(answer.value.plan.certificate)];
      const { error } = answer;
      if (error.type === "ChangeProblem") return [days, error.problem === "no_change" ? [] : error];
      return [
        days,
        error.nearest === null
          ? [plan.distance, plan.tier, error.law]
          : breachesOf(error.nearest.plan.certificate),
      ];
    });
    expect(answers.filter(([, wrong]) => !Array.isArray(wrong) || wrong.length > 0)).toEqual([]);
  });

  it("is refused by the horizon, not by a law, where it is further away than a plan leads", () => {
    const far = moved.filter(({ days }) => days > 7 * (rulebook.horizon.weeksMax + 1));
    expect(far.length).toBeGreaterThan(20);
    for (const { answer } of far)
      expect(answer).toMatchObject({
        ok: false,
        error: { law: "horizon", limit: rulebook.horizon.weeksMax },
      });
  });
});

/** What a runner is told: the race on some day, or only to leave the plan as it is. */
const racesOf = (answer: Moved["answer"]): string => {
  if (answer.ok) return "race_date";
  return answer.error.type === "ChangeProblem"
    ? answer.error.problem
    : (answer.error.nearest?.wish.kind ?? "nothing");
};

const shifted = (plan: Plan, before: number, days: number): Moved["answer"] =>
  replan(
    plan,
    addDays(plan.raceDate, -before),
    null,
    { kind: "race_date", date: addDays(plan.raceDate, days) },
    rulebook,
  );

describe("a race put off late", () => {
  it.each([1, 2, 3, 5, 12])(
    "%i days before it, by one to four weeks, is another race and never none",
    (before) => {
      const told = plans.flatMap((plan) =>
        [7, 14, 21, 28].map((days) => [plan.distance, plan.tier, days, racesOf(shifted(plan, before, days))]),
      );
      expect(told.filter(([, , , kind]) => kind !== "race_date")).toEqual([]);
    },
  );
});

describe("a race two days ahead", () => {
  it.each(MOMENTS)("when %d of the plan are over is refused for a race that works", (share) => {
    const told = plans.map((plan) => {
      const days = plan.weeks.flatMap((week) => week.days);
      const from = days[Math.floor(days.length * share)]?.date ?? plan.raceDate;
      const answer = replan(plan, from, null, { kind: "race_date", date: addDays(from, 2) }, rulebook);
      return [plan.distance, plan.tier, racesOf(answer)];
    });
    expect(told.filter(([, , kind]) => kind !== "race_date")).toEqual([]);
  });
});
