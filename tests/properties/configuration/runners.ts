import { addDays, RACE_DISTANCES, VOLUME_TIERS, type PlanRequest, type Rulebook } from "@strideiq/engine";
import { aRequest, onDate } from "@strideiq/testing";

const today = onDate("2026-11-23");

/** A race on the last day of so many calendar weeks. */
const inWeeks = (weeks: number): PlanRequest["raceDate"] => addDays(today, weeks * 7 - 1);

const unknown = { weeklyMetres: null, longestMetres: null, result: null } as const;

/** A dozen runners who between them meet most of what a rulebook decides. */
export const RUNNERS: readonly PlanRequest[] = [
  aRequest(),
  aRequest({
    raceDate: inWeeks(18),
    weeklyMetres: 30_000,
    longestMetres: 12_000,
    daysPerWeek: 4,
    result: { metres: 10_000, seconds: 3900 },
  }),
  aRequest({ raceDate: inWeeks(16), weeklyMetres: 115_000, longestMetres: 28_000, daysPerWeek: 7 }),
  aRequest({ raceDate: inWeeks(8), weeklyMetres: 27_000, longestMetres: 14_000 }),
  aRequest({ raceDate: inWeeks(30) }),
  aRequest({ raceDate: inWeeks(10), weeklyMetres: 72_000, longestMetres: 26_000, daysPerWeek: 6 }),
  aRequest({ distance: "half_marathon", raceDate: inWeeks(16), ...unknown, tier: "mid" }),
  aRequest({
    distance: "half_marathon",
    raceDate: inWeeks(12),
    weeklyMetres: 40_000,
    daysPerWeek: 4,
    age: 55,
  }),
  aRequest({ distance: "10k", raceDate: inWeeks(12), weeklyMetres: 60_000, daysPerWeek: 6 }),
  aRequest({ distance: "10k", raceDate: inWeeks(12), ...unknown, tier: "low", daysPerWeek: 4, weeks: 12 }),
  aRequest({
    distance: "10k",
    raceDate: onDate("2027-02-10"),
    weekStart: "sun",
    weeklyMetres: 35_000,
    unavailable: ["mon"],
  }),
  aRequest({ distance: "5k", raceDate: onDate("2027-02-03"), weeklyMetres: 42_000, longestMetres: 13_000 }),
  aRequest({
    distance: "5k",
    raceDate: inWeeks(19),
    weeklyMetres: 22_000,
    longestMetres: 7000,
    longRunDay: "fri",
    result: null,
  }),
  aRequest({
    distance: "5k",
    raceDate: inWeeks(5),
    weeklyMetres: 16_000,
    longestMetres: 5000,
    daysPerWeek: 3,
  }),
  ...[44, 75, 120].map((km) =>
    aRequest({
      raceDate: inWeeks(18),
      daysPerWeek: 6,
      age: 53,
      history: {
        weeks: [1, 1.05, 1.1, 1.12, 0.85, 1, 1.06, 1.1, 1.14].map((share, index) => ({
          metres: km * 1000 * share,
          longestMetres: km * 300 * share,
          runs: index % 2 === 0 ? 4 : 6,
        })),
      },
      ...{ weeklyMetres: km * 1000, longestMetres: km * 300 },
    }),
  ),
  // Whose race asks for more than gentle growth reaches in the weeks that are left.
  aRequest({
    distance: "half_marathon",
    raceDate: onDate("2026-12-18"),
    weeklyMetres: 25_000,
    longestMetres: 9000,
    daysPerWeek: 4,
    longRunDay: "wed",
    result: null,
  }),
  aRequest({
    distance: "half_marathon",
    raceDate: onDate("2027-01-04"),
    weekStart: "sun",
    weeklyMetres: 17_000,
    longestMetres: 7000,
    daysPerWeek: 5,
    result: { metres: 21_097.5, seconds: 4803 },
  }),
  aRequest({ raceDate: inWeeks(18), tier: "high" }),
  aRequest({
    raceDate: inWeeks(18),
    weeklyMetres: 180_000,
    longestMetres: 34_000,
    daysPerWeek: 7,
    result: { metres: 42_195, seconds: 9000 },
  }),
  ...[9, 17].map((weeks) =>
    aRequest({
      distance: "5k",
      raceDate: inWeeks(weeks),
      weeklyMetres: weeks === 9 ? 4000 : 0,
      longestMetres: weeks === 9 ? 2000 : 0,
      daysPerWeek: 3,
      result: null,
    }),
  ),
];

/** The wishes behind the standard plans. */
export const standardWishes = ({ standardPlans }: Rulebook): readonly PlanRequest[] =>
  standardPlans.map(({ distance, tier, weeks, daysPerWeek }) =>
    aRequest({ distance, tier, weeks, daysPerWeek, raceDate: inWeeks(weeks), ...unknown }),
  );

/** For every race somebody of each tier of whom nothing else is known, and somebody who hardly runs. */
export const everyTier: readonly PlanRequest[] = RACE_DISTANCES.flatMap((distance) => [
  ...VOLUME_TIERS.map((tier) => aRequest({ distance, raceDate: inWeeks(14), ...unknown, tier })),
  aRequest({ distance, raceDate: inWeeks(20), weeklyMetres: 9000, longestMetres: 4000, daysPerWeek: 3 }),
]);
