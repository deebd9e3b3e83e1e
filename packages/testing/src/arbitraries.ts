import {
  addDays,
  nextWeekday,
  RACE_DISTANCES,
  raceSecondsOf,
  UNITS,
  VOLUME_TIERS,
  WEEKDAYS,
  type CalendarDate,
  type PlanRequest,
  type RaceResult,
  type Weekday,
} from "@strideiq/engine";
import fc from "fast-check";

const RESULT_METRES = [5000, 10_000, 21_097.5, 42_195] as const;

/** A race result of a runner with an RPI from 25 (an hour for 10 km and more) to 80 (world class). */
export const anyResult: fc.Arbitrary<RaceResult> = fc
  .record({
    rpi: fc.double({ min: 25, max: 80, noNaN: true }),
    metres: fc.constantFrom(...RESULT_METRES),
  })
  .map(({ rpi, metres }) => ({ metres, seconds: Math.ceil(raceSecondsOf(rpi, metres)) }));

type Volume = Pick<PlanRequest, "weeklyMetres" | "longestMetres" | "tier">;

/** 15 to 160 km a week with a longest run that belongs to it, or nothing known and a tier chosen. */
const anyVolume: fc.Arbitrary<Volume> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        weeklyKm: fc.integer({ min: 15, max: 160 }),
        share: fc.option(fc.double({ min: 0.22, max: 0.5, noNaN: true }), { freq: 4 }),
      })
      .map(({ weeklyKm, share }) => ({
        weeklyMetres: weeklyKm * 1000,
        longestMetres: share === null ? null : Math.round(Math.min(40, weeklyKm * share)) * 1000,
        tier: null,
      })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...VOLUME_TIERS)
      .map((tier) => ({ weeklyMetres: null, longestMetres: null, tier })),
  },
);

type Days = Pick<PlanRequest, "daysPerWeek" | "unavailable" | "dayLimits" | "longRunDay">;

/** 3 to 7 run days; sometimes days that are not free, as far as the run days leave any, or short ones. */
const anyDays: fc.Arbitrary<Days> = fc.integer({ min: 3, max: 7 }).chain((daysPerWeek) =>
  fc.record({
    daysPerWeek: fc.constant(daysPerWeek),
    unavailable: sometimes(fc.subarray([...WEEKDAYS], { maxLength: 7 - daysPerWeek }), []),
    dayLimits: sometimes(anyDayLimits, {}),
    longRunDay: fc.constantFrom(...WEEKDAYS),
  }),
);

const anyDayLimits: fc.Arbitrary<PlanRequest["dayLimits"]> = fc
  .subarray([...WEEKDAYS], { minLength: 1, maxLength: 3 })
  .chain((days) =>
    fc
      .array(fc.integer({ min: 9, max: 30 }), { minLength: days.length, maxLength: days.length })
      .map((limits) => limitsOf(days, limits)),
  );

function limitsOf(days: readonly Weekday[], limits: readonly number[]): PlanRequest["dayLimits"] {
  const dayLimits: Partial<Record<Weekday, number>> = {};
  days.forEach((day, index) => {
    dayLimits[day] = (limits[index] ?? 12) * 300;
  });
  return dayLimits;
}

/** One time in four what `arbitrary` gives, else `usual`. */
function sometimes<T>(arbitrary: fc.Arbitrary<T>, usual: T): fc.Arbitrary<T> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary });
}

/** First and last calendar week of the horizon, race week included. */
const WEEKS = { min: 4, max: 24 } as const;

/**
 * A random athlete: any race 4 to 24 calendar weeks away on any weekday, with or without a result,
 * 3 to 7 days, any long-run day. The wish makes sense field by field; whether it can be kept is open.
 */
export const anyRequest = (today: CalendarDate): fc.Arbitrary<PlanRequest> =>
  fc
    .record({
      distance: fc.constantFrom(...RACE_DISTANCES),
      weekStart: fc.constantFrom<Weekday>("mon", "sun"),
      weeks: fc.integer(WEEKS),
      raceDayIndex: fc.integer({ min: 0, max: 6 }),
      units: fc.constantFrom(...UNITS),
      result: fc.option(anyResult, { freq: 4 }),
      age: fc.option(fc.integer({ min: 16, max: 80 }), { freq: 2 }),
      volume: anyVolume,
      days: anyDays,
    })
    .map(({ distance, weekStart, weeks, raceDayIndex, units, result, age, volume, days }) => ({
      distance,
      raceDate: addDays(nextWeekday(today, weekStart), (weeks - 1) * 7 + raceDayIndex),
      today,
      weekStart,
      timeZone: "Europe/Berlin",
      units,
      result,
      age,
      history: null,
      weeks: null,
      ...volume,
      ...days,
    }));
