import type { PlanRequest } from "../athlete/request.ts";
import { isFinishOnly } from "../athlete/finish-only.ts";
import { needsMastersRecovery, qualityGapDaysOf } from "../athlete/masters.ts";
import { classifiedTierOf, tierOf } from "../athlete/classify.ts";
import { longestMetresOf, weeklyMetresOf } from "../athlete/volume-tier.ts";
import { planningPacesOf, easyPaceOf, trainingPacesOf } from "../pace/training-paces.ts";
import { rpiOf } from "../pace/rpi.ts";
import type { TrainingPaces } from "../plan/plan.ts";
import type { VolumeTier } from "../plan/vocabulary.ts";
import type { StreakRules } from "../periodization/cutbacks.ts";
import type { RaceTierRules, Rulebook } from "../rulebook/rulebook.ts";
import { type Weekday, WEEKDAYS } from "../units/weekday.ts";
import { entryOf, type Entry } from "./entry.ts";
import { type RunWalkStart, runWalkStartOf, runWalkWeeksOf } from "./run-walk-start.ts";

/** What the engine reckons with: the request read against the rulebook, in metres and easy pace. */
export interface Runner {
  readonly tier: VolumeTier;
  /** Where the plan would lead without the choice of a tier; null where nothing was chosen or known. */
  readonly unchosen: { readonly tier: VolumeTier; readonly entry: Entry } | null;
  /** Paces that size sessions: the runner's own, or planning paces when there is no result. */
  readonly paces: TrainingPaces;
  /** No result: sessions are prescribed by time and effort, distances are estimates. */
  readonly estimated: boolean;
  readonly rpi: number | null;
  readonly easySecondsPerMetre: number;
  /** Weekdays with room for a run. */
  readonly available: readonly Weekday[];
  readonly longRunDay: Weekday;
  /** Longest run a weekday has room for, at easy pace. */
  readonly dayMetresMax: Readonly<Record<Weekday, number>>;
  /** As told, or what the longest run lets one expect; null where neither is known. */
  readonly weeklyMetres: number | null;
  readonly longestMetres: number | null;
  /** Build weeks in a row before a lighter one: preferred, and at most. */
  readonly streak: StreakRules;
  /** Days from one quality session to the next where the week has them. */
  readonly qualityGapDays: number;
  /** Too few weeks to train for the race: only to get through it. */
  readonly finishOnly: boolean;
  /** Weeks of base that must come first, for who starts below the entry volume of the race. */
  readonly baseWeeksMin: number;
  /** Weeks of base that are wished for, where there is time. */
  readonly baseWeeksAim: number;
  /** Builders who still need walks; null for everybody else. */
  readonly runWalk: RunWalkStart | null;
  readonly startMetres: number;
  readonly peakMetres: number;
  readonly longRunPeakMetres: number;
  /** Long runs are multiples of this. */
  readonly longRunUnitMetres: number;
}

/**
 * The runner as the engine reckons with them.
 * @param longRunDay where the long run goes; by default the wished day, or else the roomiest free one
 */
export function runnerOf(
  request: PlanRequest,
  weeks: number,
  rulebook: Rulebook,
  longRunDay = longRunDayOf(request, rulebook),
): Runner {
  const classifiedTier = classifiedTierOf(request, rulebook);
  const tier = tierOf(request, rulebook);
  const race = rulebook.races[request.distance];
  const paces =
    request.result === null
      ? planningPacesOf(request.distance, tier, rulebook)
      : trainingPacesOf(rpiOf(request.result), rulebook.pace, race.metres);
  const easySecondsPerMetre = easyPaceOf(paces) / 1000;
  const dayMetresMax = dayMetresMaxOf(request, easySecondsPerMetre);
  const available = availableDays(request, rulebook);
  const longestMetres = longestMetresOf(request);
  const weeklyMetres = weeklyMetresOf(request) ?? likelyWeekOf(longestMetres, race.tiers[tier], rulebook);
  const shown = { tier, weeklyMetres, longestMetres, easySecondsPerMetre };
  const runWalk = runWalkStartOf(request, shown, rulebook);
  const longRunUnitMetres = longRunUnitOf(request, runWalk, easySecondsPerMetre, rulebook);
  const facts = {
    tier,
    weeks,
    weeklyMetres,
    runWalk,
    classifiedTier,
    easySecondsPerMetre,
    longRunMetresMax: dayMetresMax[longRunDay],
    longRunUnitMetres: longRunUnitMetres / 2,
    rulebook,
  };
  const entry = entryOf(request, facts);
  const isMaster = needsMastersRecovery(request, rulebook.laws.V5);
  return {
    tier,
    unchosen:
      classifiedTier === null || classifiedTier === tier
        ? null
        : { tier: classifiedTier, entry: entryOf(request, { ...facts, tier: classifiedTier }) },
    paces,
    estimated: request.result === null,
    rpi: request.result === null ? null : Math.round(rpiOf(request.result) * 100) / 100,
    easySecondsPerMetre,
    available,
    longRunDay,
    dayMetresMax,
    weeklyMetres,
    longestMetres,
    streak: streakOf(tier, isMaster, rulebook),
    qualityGapDays: qualityGapDaysOf(request, rulebook.laws),
    finishOnly: isFinishOnly(request, weeks, race),
    ...entry,
    runWalk,
    baseWeeksAim: Math.max(entry.baseWeeksMin, runWalk === null ? 0 : runWalkWeeksOf(runWalk, rulebook)),
    longRunUnitMetres,
  };
}

/**
 * The week that a longest run usually belongs to, where nothing else is known. It never starts a plan above the
 * tier: one long day does not show a long week.
 */
const likelyWeekOf = (
  longestMetres: number | null,
  { startMetres }: RaceTierRules,
  { longRun }: Rulebook,
): number | null =>
  longestMetres === null ? null : Math.min(longestMetres / longRun.assumedShareOfWeek, startMetres);

/** Runs by the clock grow in whole steps of minutes, those with walks in smaller ones. */
function longRunUnitOf(
  request: PlanRequest,
  runWalk: RunWalkStart | null,
  easySecondsPerMetre: number,
  { builder, longRun }: Rulebook,
): number {
  if (runWalk !== null) return builder.unitSeconds / easySecondsPerMetre;
  return request.result === null ? longRun.unitSeconds / easySecondsPerMetre : longRun.unitMetres;
}

function availableDays(request: PlanRequest, rulebook: Rulebook): readonly Weekday[] {
  return WEEKDAYS.filter(
    (day) =>
      !request.unavailable.includes(day) &&
      (request.dayLimits[day] ?? Number.POSITIVE_INFINITY) >= rulebook.days.runSecondsMin,
  );
}

function dayMetresMaxOf(
  request: PlanRequest,
  easySecondsPerMetre: number,
): Readonly<Record<Weekday, number>> {
  const of = (day: Weekday): number =>
    (request.dayLimits[day] ?? Number.POSITIVE_INFINITY) / easySecondsPerMetre;
  return {
    mon: of("mon"),
    tue: of("tue"),
    wed: of("wed"),
    thu: of("thu"),
    fri: of("fri"),
    sat: of("sat"),
    sun: of("sun"),
  };
}

/** The wished day, or else the free day with the most room; of equals the latest in the week. */
function longRunDayOf(request: PlanRequest, rulebook: Rulebook): Weekday {
  const available = availableDays(request, rulebook);
  if (available.includes(request.longRunDay)) return request.longRunDay;
  const roomOf = (day: Weekday): number => request.dayLimits[day] ?? Number.POSITIVE_INFINITY;
  return available.reduce(
    (best, day) => (roomOf(day) >= roomOf(best) ? day : best),
    available[0] ?? request.longRunDay,
  );
}

/** Masters rest every third week; where their weeks do not come out even, one streak is a week longer. */
function streakOf(tier: VolumeTier, isMaster: boolean, { volume, laws: { V5 } }: Rulebook): StreakRules {
  const max = volume.streakMax[tier];
  return isMaster
    ? {
        aim: Math.min(volume.streakAim, V5.mastersStreakAim),
        max: Math.min(max, volume.mastersStreakMax),
        keepsFirst: true,
      }
    : { aim: volume.streakAim, max, keepsFirst: false };
}
