import {
  addDays,
  checkRequest,
  generatePlan,
  type PlanRequest,
  RACE_DISTANCES,
  type Refusal,
  VOLUME_TIERS,
  WEEKDAYS,
} from "@strideiq/engine";
import { onDate, realRulebook } from "@strideiq/testing";
import { explainRefusal } from "@strideiq/wording";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWish } from "../../apps/cli/src/wish.ts";
import type { WishOptions } from "../../apps/cli/src/wish-options.ts";

const rulebook = realRulebook();

/** Ends of years and leap days among them. */
const DAYS = ["2026-11-23", "2026-12-30", "2027-12-31", "2028-02-22", "2028-02-29"].map(onDate);
const KM = [0, 1, 2, 5, 8, 15, 20, 35, 60, 120, 250] as const;

const anyKm = (most: number): fc.Arbitrary<number | null> =>
  fc.option(
    fc.constantFrom(...KM.filter((km) => km <= most)).map((km) => km * 1000),
    { freq: 2 },
  );

/** Wishes of right words and odd numbers: most of them come too soon, or from too little. */
const anyHardWish: fc.Arbitrary<PlanRequest> = fc
  .record({
    today: fc.constantFrom(...DAYS),
    days: fc.oneof(fc.integer({ min: 1, max: 45 }), fc.integer({ min: 1, max: 210 })),
    distance: fc.constantFrom(...RACE_DISTANCES),
    weekStart: fc.constantFrom("mon" as const, "sun" as const),
    units: fc.constantFrom("km" as const, "mi" as const),
    daysPerWeek: fc.integer({ min: 3, max: 7 }),
    unavailable: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.subarray([...WEEKDAYS], { maxLength: 6 }) },
    ),
    longRunDay: fc.constantFrom(...WEEKDAYS),
    dayLimits: fc.constantFrom({}, {}, {}, { sun: 600, sat: 1200 }, { sun: 2700, sat: 5400 }),
    weeklyMetres: anyKm(250),
    longestMetres: anyKm(35),
    result: fc.constantFrom(null, null, { metres: 10_000, seconds: 3900 }, { metres: 5000, seconds: 1200 }),
    age: fc.option(fc.integer({ min: 12, max: 90 })),
    tier: fc.option(fc.constantFrom(...VOLUME_TIERS)),
  })
  .map(({ days, today, ...wish }) => ({
    ...wish,
    today,
    raceDate: addDays(today, days),
    timeZone: "UTC",
    history: null,
    weeks: null,
  }));

/** A few words on the command line: a tier, an age and the longest run are often all that somebody gives. */
const TYPED: readonly WishOptions[] = RACE_DISTANCES.flatMap((race) =>
  [...VOLUME_TIERS, undefined].flatMap((tier) =>
    ["1", "9"].flatMap((longestKm, i): readonly WishOptions[] =>
      [undefined, "70"].map((age, j) => ({
        race,
        longestKm,
        days: ["3", "5", "7"][(i + j) % 3] ?? "4",
        weeks: ["4", "9", "14", "24"][(i * 2 + j) % 4] ?? "12",
        today: "2026-11-23",
        timeZone: "UTC",
        ...(tier === undefined ? {} : { tier }),
        ...(age === undefined ? {} : { age }),
        ...(i % 2 === 0 ? {} : { weeklyKm: ["2", "12", "45"][j] ?? "5" }),
      })),
    ),
  ),
);

/** Everything that is wrong with a refusal; nothing where a runner can work with it. */
function amissIn(refusal: Refusal, request: PlanRequest): readonly string[] {
  const { law, field, measured, limit, nearest } = refusal;
  const numbers = [measured, limit];
  const { reason, instead } = explainRefusal(refusal, request.units);
  return [
    ...(numbers.every((value) => value !== null && Number.isFinite(value) && value >= 0)
      ? []
      : [`${law} ${field} tells ${String(measured)} against ${String(limit)}`]),
    ...(measured === limit ? [`${law} ${field} is refused at its limit`] : []),
    ...(reason.includes(law === "horizon" ? "rule: weeks before the race" : `law ${law}`)
      ? []
      : [`no law: ${reason}`]),
    ...(/\d/.test(reason) ? [] : [`no number: ${reason}`]),
    ...(/-\d|\d[.]\d{3}/.test(reason) ? [`a number that nobody says: ${reason}`] : []),
    ...(nearest === null ? ["no nearest plan"] : nearestAmiss(nearest, instead)),
  ];
}

/** The nearest wish, asked for as it stands, makes sense and is the plan that was promised. */
function nearestAmiss(
  { request, plan }: NonNullable<Refusal["nearest"]>,
  instead: string,
): readonly string[] {
  const checked = checkRequest(request, rulebook);
  if (!checked.ok) return [`the nearest makes no sense: ${checked.error.map(({ field }) => field).join()}`];
  const asked = generatePlan(checked.value, rulebook);
  if (!asked.ok) return [`the nearest is refused for ${asked.error.law}`];
  return [
    ...(JSON.stringify(asked.value) === JSON.stringify(plan) ? [] : ["the nearest is another plan"]),
    ...(instead.startsWith("The nearest plan that is safe") ? [] : [`the nearest is not told: ${instead}`]),
  ];
}

describe("a wish that cannot be kept", () => {
  const refused = fc.sample(anyHardWish, { numRuns: 300, seed: 31 }).flatMap((request) => {
    const checked = checkRequest(request, rulebook);
    const answer = checked.ok ? generatePlan(checked.value, rulebook) : null;
    return answer === null || answer.ok ? [] : [{ request, refusal: answer.error }];
  });

  it("is refused with its law, its number and a plan that comes out when it is asked for as it stands", () => {
    const amiss = refused.flatMap(({ request, refusal }) =>
      amissIn(refusal, request).map((complaint) => `${complaint} | ${JSON.stringify(request)}`),
    );
    expect(refused.length).toBeGreaterThan(100);
    expect(amiss).toEqual([]);
  });

  it("is refused in the same way when it is typed, such as a 10K in the mid tier at 70 after a longest run of 1 km", () => {
    const read = TYPED.flatMap((options) => readWish(options, rulebook.standardPlans).request ?? []);
    const answers = read.flatMap((request) => {
      const checked = checkRequest(request, rulebook);
      return checked.ok ? [{ request, answer: generatePlan(checked.value, rulebook) }] : [];
    });
    const unwilling = answers.flatMap(({ request, answer }) =>
      answer.ok ? [] : [{ request, refusal: answer.error }],
    );
    expect(answers.length).toBeGreaterThan(60);
    expect(unwilling.length).toBeGreaterThan(20);
    const amiss = unwilling.flatMap(({ request, refusal }) =>
      amissIn(refusal, request).map((complaint) => `${complaint} | ${JSON.stringify(request)}`),
    );
    expect(amiss).toEqual([]);
  });

  it("is refused for many reasons in this test", () => {
    const reasons = new Set(refused.map(({ refusal }) => `${refusal.law} ${refusal.field}`));
    expect([...reasons]).toEqual(
      expect.arrayContaining([
        "horizon raceDate",
        "S5 daysPerWeek",
        "S5 unavailable",
        "L1 dayLimits",
        "E3 tier",
      ]),
    );
  });
});
