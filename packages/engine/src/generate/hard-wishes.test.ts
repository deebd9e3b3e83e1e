import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import { breachesOf } from "../checks/certify.ts";
import type { Plan } from "../plan/plan.ts";
import { addDays } from "../units/calendar-date.ts";
import { attemptPlan, generatePlan } from "./generate.ts";
import type { Refusal } from "./refusal.ts";

const rulebook = realRulebook();
const TODAY = onDate("2026-12-01");
const FIRST_SUNDAY = onDate("2026-12-13");

/** A race on the Sunday of that week of the plan; the first Monday after `TODAY` is its first day. */
const inWeeks = (weeks: number): PlanRequest["raceDate"] => addDays(FIRST_SUNDAY, 7 * (weeks - 1));

const wishOf = (wish: Partial<PlanRequest>): PlanRequest => aRequest({ today: TODAY, result: null, ...wish });

function planOf(wish: Partial<PlanRequest>): Plan {
  const made = attemptPlan(wishOf(wish), rulebook);
  if (!made.ok) throw new Error(`refused for ${made.error.law} (${made.error.field})`);
  expect(breachesOf(made.value.certificate)).toEqual([]);
  return made.value;
}

function refusalOf(
  wish: Partial<PlanRequest>,
): Refusal & { readonly nearest: NonNullable<Refusal["nearest"]> } {
  const made = generatePlan(wishOf(wish), rulebook);
  if (made.ok) throw new Error("This wish was kept.");
  const { nearest } = made.error;
  if (nearest === null) throw new Error("There is no nearest plan.");
  expect(breachesOf(nearest.plan.certificate)).toEqual([]);
  return { ...made.error, nearest };
}

const wishesOf = ({ adjustments }: Plan): readonly string[] => adjustments.map(({ wish }) => wish);

const qualityDays = ({ weeks }: Plan): readonly number[] =>
  weeks.map(({ days }) => days.filter(({ sessions }) => sessions.some(({ quality }) => quality)).length);

const peakMetres = ({ weeks }: Plan): number =>
  Math.max(...weeks.slice(0, -1).map(({ targetMetres }) => targetMetres));

describe("a marathon from below its entry", () => {
  const small = { weeklyMetres: 17_000, longestMetres: 8000, daysPerWeek: 4 } as const;

  it("begins with a base block where there is time for one", () => {
    const plan = planOf({ ...small, raceDate: inWeeks(20) });
    expect(wishesOf(plan)).toContain("base_block");
    expect(plan.weeks[0]?.phase).toBe("base");
  });

  it("is answered with a half on that date where there is none", () => {
    const { law, measured, limit, nearest } = refusalOf({ ...small, raceDate: inWeeks(9) });
    expect({ law, measured, limit }).toEqual({ law: "E1", measured: 17_000, limit: 21_000 });
    expect(nearest.request).toMatchObject({ distance: "half_marathon", raceDate: inWeeks(9) });
  });

  it("is answered with what the day holds where the long-run day is too short for 24 km", () => {
    const hour = { mon: 3600, tue: 3600, wed: 3600, thu: 3600, fri: 3600, sat: 3600, sun: 3600 };
    const refusal = refusalOf({ raceDate: inWeeks(18), dayLimits: hour });
    expect(refusal).toMatchObject({ law: "L1", field: "dayLimits", limit: 24_000 });
  });
});

describe("a marathon in few weeks", () => {
  it.each([
    [4, 24_000],
    [5, 20_000],
  ])("is one to finish in %i weeks from a longest run of %i m, with nothing hard", (weeks, longestMetres) => {
    const result = { metres: 10_000, seconds: 2700 };
    const plan = planOf({ raceDate: inWeeks(weeks), result, weeklyMetres: 50_000, longestMetres });
    expect(wishesOf(plan)).toContain("finish");
    expect(Math.max(...qualityDays(plan).slice(0, -1))).toBe(0);
  });

  it.each([
    [4, 50_000, 19_000],
    [5, 50_000, 19_000],
    [6, 39_000, 19_000],
    [7, 60_000, 15_000],
  ])("is none in %i weeks from %i m a week and a longest run of %i m, but a half or later", (...wish) => {
    const [weeks, weeklyMetres, longestMetres] = wish;
    const { law, nearest } = refusalOf({ raceDate: inWeeks(weeks), weeklyMetres, longestMetres });
    expect(law).toBe("horizon");
    const isHalf = nearest.request.distance === "half_marathon";
    expect(isHalf || nearest.request.raceDate > inWeeks(weeks)).toBe(true);
  });

  it("is a real one in six weeks from 40 km a week and a longest run of 16 km", () => {
    const plan = planOf({ raceDate: inWeeks(6), weeklyMetres: 40_000, longestMetres: 16_000 });
    expect(wishesOf(plan)).not.toContain("finish");
  });
});

describe("a half in less than eight weeks at 15 km a week", () => {
  const half = { distance: "half_marathon", weeklyMetres: 15_000, longestMetres: 8000 } as const;
  const ways: readonly Partial<PlanRequest>[] = [
    { daysPerWeek: 3 },
    { daysPerWeek: 4 },
    { daysPerWeek: 3, tier: "low" },
    { daysPerWeek: 3, result: { metres: 5000, seconds: 1800 } },
  ];

  it.each([4, 5, 6, 7])("is refused in %i weeks, with the eight it takes and a 10K on that date", (weeks) => {
    for (const way of ways) {
      const refusal = refusalOf({ ...half, ...way, raceDate: inWeeks(weeks) });
      const { law, field, measured, limit, nearest } = refusal;
      expect({ law, field, measured, limit }).toEqual({
        law: "horizon",
        field: "raceDate",
        measured: weeks,
        limit: 8,
      });
      expect(nearest.request).toMatchObject({ distance: "10k", raceDate: inWeeks(weeks) });
    }
  });

  it("is refused as well where a plan of seven weeks is asked for and there would be time", () => {
    expect(refusalOf({ ...half, daysPerWeek: 3, raceDate: inWeeks(12), weeks: 7 }).limit).toBe(8);
  });

  it("is a plan in eight weeks", () => {
    for (const way of ways) planOf({ ...half, ...way, raceDate: inWeeks(8) });
  });

  it("is a plan in six weeks for who runs more, and in five for who runs more than a beginner", () => {
    planOf({ ...half, weeklyMetres: 16_000, daysPerWeek: 3, raceDate: inWeeks(6) });
    planOf({ ...half, weeklyMetres: 24_000, longestMetres: 12_000, daysPerWeek: 3, raceDate: inWeeks(5) });
    const small = { ...half, weeklyMetres: 18_000, daysPerWeek: 3, raceDate: inWeeks(5) } as const;
    expect(refusalOf(small)).toMatchObject({ law: "horizon", measured: 5, limit: 6 });
  });
});

describe("a short race in four to six weeks at 15 to 20 km a week", () => {
  it.each([4, 5, 6])("is a plan in %i weeks with one quality session a week at most", (weeks) => {
    for (const distance of ["5k", "10k"] as const)
      for (const weeklyMetres of [15_000, 20_000]) {
        const wish = { distance, weeklyMetres, longestMetres: 8000, daysPerWeek: 3 } as const;
        const plan = planOf({ ...wish, raceDate: inWeeks(weeks) });
        expect(Math.max(...qualityDays(plan))).toBeLessThanOrEqual(1);
      }
  });
});

describe("15 to 25 km a week on five to seven days", () => {
  it.each([15_000, 20_000])("%i m become three or four days, by law E3", (weeklyMetres) => {
    for (const daysPerWeek of [5, 6, 7]) {
      const wish = { distance: "10k", weeklyMetres, longestMetres: 8000, daysPerWeek } as const;
      const plan = planOf({ ...wish, raceDate: inWeeks(12) });
      expect([3, 4]).toContain(plan.daysPerWeek);
      expect(plan.adjustments).toContainEqual(
        expect.objectContaining({ wish: "days_per_week", law: "E3", asked: daysPerWeek }),
      );
    }
  });
});

describe("160 km a week", () => {
  it.each([
    ["5k", 7, 120_000],
    ["marathon", 3, 185_000],
  ] as const)("for a %s on %i days are capped, with the law", (distance, daysPerWeek, most) => {
    const result = { metres: 10_000, seconds: 1900 };
    const wish = { distance, daysPerWeek, result, weeklyMetres: 160_000, longestMetres: 30_000 };
    const plan = planOf({ ...wish, raceDate: inWeeks(16) });
    expect(peakMetres(plan)).toBeLessThanOrEqual(most);
    expect(plan.adjustments).toContainEqual(
      expect.objectContaining({ wish: "weekly_metres", law: "E4", asked: 160_000 }),
    );
  });
});

describe("a race on Monday to Wednesday", () => {
  it.each([0, 1, 2])(
    "is accepted, %i days after Monday, with the last long run four days before",
    (after) => {
      const raceDate = addDays(inWeeks(12), 1 + after);
      const plan = planOf({ raceDate });
      const days = plan.weeks.flatMap((week) => week.days);
      const last = days.findLast(({ sessions }) => sessions.some(({ kind }) => kind === "long"));
      expect(last).toBeDefined();
      expect((last?.date ?? raceDate) <= addDays(raceDate, -4)).toBe(true);
    },
  );
});
