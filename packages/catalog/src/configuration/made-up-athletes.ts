import {
  addDays,
  type CalendarDate,
  daysBetween,
  parseCalendarDate,
  type PlanRequest,
  RACE_DISTANCES,
  type RaceDistance,
} from "@strideiq/engine";

/** How many made-up athletes a configuration is tried on. */
export const MADE_UP_ATHLETES = 200;

const WEEKS = [6, 8, 10, 12, 14, 16, 18, 20, 24] as const;
const WEEKLY_METRES = [20_000, 32_000, null, 45_000, 60_000, 80_000, 110_000] as const;
const DAYS = [3, 4, 5, 6, 7] as const;
const AGES = [null, 28, 41, 55] as const;
/** 10 km in so many seconds; without a result a plan speaks of effort. */
const TEN_KM_SECONDS = [null, 2_280, 2_760, 3_360] as const;
/** What a longest run is of its week, for most runners. */
const LONGEST_SHARE = 0.3;

/** A Sunday, as most races are. Fixed, so that a configuration is right or wrong whatever day it is. */
export const RACE_DATE = dateOf("2027-04-18");

/**
 * The same athletes each time, of every distance, with few and many weeks, days and kilometres. The lengths of these
 * lists have no common factor, so that all of them meet.
 */
export function madeUpAthletes(): readonly PlanRequest[] {
  return Array.from({ length: MADE_UP_ATHLETES }, (_, index) => athlete(index));
}

/** What a coach wants to know of one of them. */
export interface MadeUpAthlete {
  /** 1 to 200: the same one each time. */
  readonly number: number;
  readonly distance: RaceDistance;
  readonly weeks: number;
  readonly daysPerWeek: number;
  readonly weeklyMetres: number | null;
  readonly tenKmSeconds: number | null;
  readonly age: number | null;
}

export const headOf = (wish: PlanRequest, index: number): MadeUpAthlete => ({
  number: index + 1,
  distance: wish.distance,
  weeks: Math.round(daysBetween(wish.today, wish.raceDate) / 7),
  daysPerWeek: wish.daysPerWeek,
  weeklyMetres: wish.weeklyMetres,
  tenKmSeconds: wish.result?.seconds ?? null,
  age: wish.age,
});

function athlete(index: number): PlanRequest {
  const distance: RaceDistance = at(RACE_DISTANCES, index);
  const weeks = at(WEEKS, index);
  const weeklyMetres = at(WEEKLY_METRES, index);
  const seconds = at(TEN_KM_SECONDS, Math.floor(index / 4));
  return {
    distance,
    raceDate: RACE_DATE,
    today: addDays(RACE_DATE, -7 * weeks),
    weekStart: "mon",
    timeZone: "UTC",
    units: "km",
    daysPerWeek: at(DAYS, index),
    unavailable: index % 11 === 0 ? ["wed"] : [],
    longRunDay: index % 3 === 0 ? "sat" : "sun",
    dayLimits: {},
    weeklyMetres,
    longestMetres: weeklyMetres === null ? null : weeklyMetres * LONGEST_SHARE,
    result: seconds === null ? null : { metres: 10_000, seconds },
    age: at(AGES, Math.floor(index / 16)),
    history: null,
    tier: null,
    weeks: null,
  };
}

function at<T>(list: readonly [T, ...T[]], index: number): T {
  return list[index % list.length] ?? list[0];
}

function dateOf(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (!date.ok) throw new Error(`${text} is no day.`);
  return date.value;
}
