import { addDays, type CalendarDate, RACE_DISTANCES, VOLUME_TIERS, WEEKDAYS } from "@strideiq/engine";
import { anyRequest, onDate } from "@strideiq/testing";
import fc from "fast-check";
import { anyJunk } from "./junk.ts";

/** A wish as it may arrive, and the day on which it does. */
export interface Arrival {
  readonly today: CalendarDate;
  readonly wish: unknown;
}

/** Days around which calendars go wrong: ends of years, leap days, changes of the clock. */
const anyToday: fc.Arbitrary<CalendarDate> = fc.constantFrom(
  ...["2026-11-23", "2026-12-31", "2027-01-01", "2027-03-27", "2027-10-30", "2028-02-28", "2028-02-29"].map(
    onDate,
  ),
);

/** A wish that makes sense, as a client would send it. */
const anySensible = (today: CalendarDate): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  anyRequest(today).map(({ today: _, ...wish }) => wish);

const edges = (...values: readonly number[]): fc.Arbitrary<number> => fc.constantFrom(...values);

const anyRaceDate = (today: CalendarDate): fc.Arbitrary<string> =>
  fc.oneof(
    fc.integer({ min: -3, max: 190 }).map((days) => addDays(today, days)),
    fc.constantFrom("2028-02-29", "2027-02-29", "2100-02-29", "2027-12-31", "2028-01-01", "2027-13-01"),
    fc.constantFrom("0000-01-01", "9999-12-31", "2027-4-8", "2027-04-31", "27-04-18", "2027-04-18T00:00Z"),
  );

const anyDayLimits = fc.dictionary(
  fc.constantFrom<string>(...WEEKDAYS),
  fc.oneof(edges(0, 599, 600, 1199, 1200, 3600, 43_200, 43_201), fc.integer({ min: 600, max: 20_000 })),
  { maxKeys: 7 },
);

const anyResult = fc.record({
  metres: fc.oneof(
    edges(1499, 1500, 5000, 10_000, 21_097.5, 42_195, 50_000, 50_001),
    fc.double({ min: 1500, max: 50_000, noNaN: true }),
  ),
  seconds: fc.oneof(edges(0, 206, 755, 7235, 86_400), fc.double({ min: 200, max: 30_000, noNaN: true })),
});

const anyRunWeek = fc
  .record({ km: fc.integer({ min: 8, max: 140 }), share: fc.double({ min: 0.2, max: 1, noNaN: true }) })
  .map(({ km, share }) => ({ metres: km * 1000, longestMetres: Math.round(km * share * 1000), runs: 5 }));

/** Weeks without a run, weeks that contradict themselves, weeks from another planet. */
const anyOddHistory = fc.record({
  weeks: fc.array(
    fc.record({
      metres: edges(0, 1, 20_000, 400_000, 9_999_999),
      longestMetres: edges(0, 8000, 30_000, 400_000),
      runs: edges(0, 1, 5, 14, 100),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

function rarely<T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 40, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

/** Fields whose values have the right kind and may still contradict each other or go beyond what is run. */
const strained = (today: CalendarDate): Readonly<Record<string, fc.Arbitrary<unknown>>> => ({
  distance: fc.constantFrom(...RACE_DISTANCES),
  raceDate: anyRaceDate(today),
  daysPerWeek: edges(0, 2, 3, 4, 5, 6, 7, 8, 4.5, -0, 1e9),
  unavailable: fc.subarray([...WEEKDAYS]),
  longRunDay: fc.constantFrom(...WEEKDAYS),
  weekStart: fc.constantFrom(...WEEKDAYS),
  dayLimits: anyDayLimits,
  weeklyMetres: rarely(
    fc.double({ min: 15_000, max: 400_000, noNaN: true }),
    edges(-0, 0, 1, 999.5, 400_001, 5e-324),
  ),
  longestMetres: rarely(
    fc.double({ min: 6000, max: 45_000, noNaN: true }),
    edges(-0, 0, 1, 100_000, 100_001),
  ),
  result: fc.oneof(anyResult, fc.constant(null)),
  age: edges(-0, 9, 10, 17.5, 49, 50, 100, 101),
  history: rarely(fc.constant(null), anyOddHistory),
  tier: fc.constantFrom(null, ...VOLUME_TIERS),
  weeks: edges(0, 3, 4, 8, 12, 18, 24, 25, 7.5),
  units: fc.constantFrom("km", "mi"),
  timeZone: fc.constantFrom("UTC", "Mars/Olympus_Mons", "x".repeat(64), "Europe/Berlin"),
});

const FIELDS = Object.keys(strained(onDate("2026-11-23")));

const changed = (
  wish: Readonly<Record<string, unknown>>,
  changes: readonly (readonly [string, unknown])[],
): unknown => ({ ...wish, ...Object.fromEntries(changes) });

const someFields = (
  valueOf: (field: string) => fc.Arbitrary<unknown>,
  most: number,
): fc.Arbitrary<readonly (readonly [string, unknown])[]> =>
  fc
    .subarray(FIELDS, { minLength: 1, maxLength: most })
    .chain((fields) =>
      fc.tuple(...fields.map((field) => valueOf(field).map((value) => [field, value] as const))),
    );

/** One to five fields at the edge of sense: most of these wishes reach the engine. */
const anyStrained = (today: CalendarDate): fc.Arbitrary<unknown> => {
  const values = strained(today);
  return fc
    .tuple(
      anySensible(today),
      someFields((field) => values[field] ?? anyJunk, 5),
    )
    .map(([wish, changes]) => changed(wish, changes));
};

/** Somebody with a history, from which the engine is to find out all it needs. */
const anyWithHistory = (today: CalendarDate): fc.Arbitrary<unknown> =>
  fc.tuple(anySensible(today), fc.array(anyRunWeek, { maxLength: 12 })).map(([wish, weeks]) => ({
    ...wish,
    history: { weeks },
    weeklyMetres: null,
    longestMetres: null,
    tier: null,
  }));

/** One or two fields of the wrong kind, missing, or under a name that nobody knows. */
const anySpoilt = (today: CalendarDate): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      anySensible(today),
      someFields(() => anyJunk, 2),
      fc.option(fc.string(), { freq: 6 }),
    )
    .map(([wish, changes, extra]) => changed(wish, extra === null ? changes : [...changes, [extra, 1]]));

/** What arrives: strained wishes, spoilt ones, and now and then no wish at all. */
export const anyArrival: fc.Arbitrary<Arrival> = anyToday.chain((today) =>
  fc.record({
    today: fc.constant(today),
    wish: fc.oneof(
      { weight: 5, arbitrary: anyStrained(today) },
      { weight: 1, arbitrary: anyWithHistory(today) },
      { weight: 27, arbitrary: anySpoilt(today) },
      { weight: 2, arbitrary: anyJunk },
    ),
  }),
);
