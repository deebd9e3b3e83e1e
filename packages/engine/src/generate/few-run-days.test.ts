import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import type { Plan } from "../plan/plan.ts";
import { groundOf } from "../plan/pieces.ts";
import { generatePlan } from "./generate.ts";

const rulebook = realRulebook();

/** Three run days and a race on the weekday after its long runs: the last hard session falls into the last two weeks. */
function planOf(wish: Partial<PlanRequest>): Plan {
  const made = generatePlan(aRequest({ daysPerWeek: 3, ...wish }), rulebook);
  if (!made.ok) throw new Error(`refused for ${made.error.law} (${made.error.field})`);
  return made.value;
}

const groundsOf = (plan: Plan, isIn: (week: number) => boolean): ReadonlySet<string> =>
  new Set(
    plan.weeks
      .filter(({ week }) => isIn(week))
      .flatMap(({ days }) => days.flatMap(({ sessions }) => sessions))
      .flatMap((one) => (one.optionB === undefined ? [one] : [one, one.optionB]))
      .map(({ title, steps }) => groundOf(title, steps)),
  );

it.each<[string, Partial<PlanRequest>]>([
  [
    "nine weeks, a race on Tuesday",
    {
      raceDate: onDate("2028-10-10"),
      today: onDate("2028-08-13"),
      weeklyMetres: 90_000,
      longestMetres: 23_000,
      result: null,
    },
  ],
  [
    "twelve weeks, a race on Thursday",
    {
      raceDate: onDate("2028-01-13"),
      today: onDate("2027-10-23"),
      weeklyMetres: 85_000,
      longestMetres: 39_000,
      result: { metres: 42_195, seconds: 11_085 },
    },
  ],
])("sends nobody to the track for the first time in the last two weeks: 10 km in %s", (_, wish) => {
  const plan = planOf({ distance: "10k", longRunDay: "tue", ...wish });
  const last = plan.weeks.length - 2;
  const before = groundsOf(plan, (week) => week < last);
  expect([...groundsOf(plan, (week) => week >= last)].filter((ground) => !before.has(ground))).toEqual([]);
});

it("offers laps at race pace no pieces of six minutes in the last two weeks where none was over three", () => {
  const plan = planOf({
    distance: "5k",
    raceDate: onDate("2029-03-27"),
    today: onDate("2029-02-16"),
    weekStart: "sun",
    longRunDay: "mon",
    weeklyMetres: 50_000,
    longestMetres: 17_000,
    result: { metres: 42_195, seconds: 16_971 },
  });
  expect(plan.certificate.laws.find(({ id }) => id === "T5")?.verdict).toBe("pass");
});

it.each<[string, Partial<PlanRequest>]>([
  [
    "19 km a week",
    {
      raceDate: onDate("2030-04-16"),
      today: onDate("2030-02-02"),
      longRunDay: "wed",
      age: 79,
      weeklyMetres: 19_000,
      longestMetres: 7000,
      result: { metres: 42_195, seconds: 7906 },
    },
  ],
  [
    "the low tier",
    {
      raceDate: onDate("2030-10-21"),
      today: onDate("2030-08-06"),
      longRunDay: "sat",
      tier: "low",
      weeklyMetres: null,
      longestMetres: null,
      result: { metres: 21_097.5, seconds: 3657 },
    },
  ],
])("cuts warm-ups before a week outgrows the one before its cutback: 5 km from %s", (_, wish) => {
  const plan = planOf({ distance: "5k", weekStart: "sun", ...wish });
  expect(plan.daysPerWeek).toBe(3);
  expect(plan.certificate.laws.find(({ id }) => id === "V6")?.verdict).toBe("pass");
});

it("grows with more care where the room of a small week decides about its key sessions", () => {
  const plan = planOf({
    distance: "5k",
    raceDate: onDate("2030-04-09"),
    today: onDate("2030-02-02"),
    weekStart: "sun",
    longRunDay: "mon",
    age: 70,
    weeklyMetres: 17_000,
    longestMetres: 7000,
    result: { metres: 42_195, seconds: 8751 },
  });
  expect(plan.certificate.laws.find(({ id }) => id === "I8")?.verdict).not.toBe("breach");
});
