import { MARGINS } from "../volume/margins.ts";
import { isFinishOnly } from "../athlete/finish-only.ts";
import type { PlanRequest } from "../athlete/request.ts";
import { ladderWeeksMin, type RunWalkStart, runWalkStartMetres } from "./run-walk-start.ts";
import { VOLUME_TIERS, type RaceDistance, type VolumeTier } from "../plan/vocabulary.ts";
import type { RaceTierRules, Rulebook } from "../rulebook/rulebook.ts";

/** Where the plan starts and how far it goes, before laws and horizon have their say. */
export interface Entry {
  readonly startMetres: number;
  readonly peakMetres: number;
  readonly longRunPeakMetres: number;
  readonly baseWeeksMin: number;
}

interface EntryFacts {
  readonly tier: VolumeTier;
  readonly weeks: number;
  readonly weeklyMetres: number | null;
  readonly runWalk: RunWalkStart | null;
  /** The tier that the running so far says; null where nothing is known of it. */
  readonly classifiedTier: VolumeTier | null;
  readonly easySecondsPerMetre: number;
  readonly longRunMetresMax: number;
  readonly longRunUnitMetres: number;
  readonly rulebook: Rulebook;
}

export function entryOf(request: PlanRequest, facts: EntryFacts): Entry {
  const { tier, weeks, weeklyMetres, rulebook } = facts;
  const race = rulebook.races[request.distance];
  const standard = rulebook.standardPlans.find(
    (plan) => plan.distance === request.distance && plan.weeks === weeks && plan.tier === tier,
  );
  const hoursMetres = hoursMetresOf(facts);
  const own = weeklyMetres ?? standard?.startMetres ?? race.tiers[tier].startMetres;
  const start = facts.runWalk === null ? own : Math.max(own, runWalkStartMetres(rulebook));
  const peak =
    weeklyMetres === null && standard !== undefined
      ? standard.peakMetres
      : Math.max(
          start,
          chosenOr(peakBetween(start, request.distance, rulebook), race.tiers[tier].peakMetres, facts),
        );
  const published = rulebook.laws.E4.peakMetres[request.distance];
  // Who is only taken to the finish is not pressed up to what published plans train for.
  const least = isFinishOnly(request, weeks, race) ? 0 : published.min * MARGINS.atLeast;
  return {
    startMetres: Math.min(start, hoursMetres, published.max),
    peakMetres: Math.min(Math.max(peak, least), hoursMetres, published.max),
    longRunPeakMetres: longRunPeakOf(request.distance, tier, start, facts),
    baseWeeksMin: baseWeeksOf(request.distance, facts),
  };
}

/** The most that the hours of a week hold: nobody is taken beyond them, and who runs more already keeps it. */
function hoursMetresOf({ weeklyMetres, easySecondsPerMetre, rulebook }: EntryFacts): number {
  const { weekSecondsMax, weekSecondsOwnMax } = rulebook.volume;
  const own = Math.min((weeklyMetres ?? 0) * easySecondsPerMetre, weekSecondsOwnMax);
  return Math.max(weekSecondsMax, own) / easySecondsPerMetre;
}

/** Interpolates between the tiers by first week, so that two like runners get like plans; no step at a tier's edge. */
function between(
  start: number,
  distance: RaceDistance,
  rulebook: Rulebook,
  valueOf: (rules: RaceTierRules) => number,
): number {
  const tiers = VOLUME_TIERS.map((tier) => rulebook.races[distance].tiers[tier]);
  const above = tiers.findIndex((rules) => rules.startMetres >= start);
  const upper = tiers[above];
  const lower = above < 0 ? tiers.at(-1) : tiers[above - 1];
  if (upper === undefined) return lower === undefined ? 0 : valueOf(lower);
  if (lower === undefined)
    return valueOf(upper) * Math.max(rulebook.volume.belowTiersShareMin, start / upper.startMetres);
  const share = (start - lower.startMetres) / (upper.startMetres - lower.startMetres);
  return valueOf(lower) + share * (valueOf(upper) - valueOf(lower));
}

/** Who starts above the elite tier peaks as much above its peak; law E4 and the hours of a week end that. */
const peakBetween = (start: number, distance: RaceDistance, rulebook: Rulebook): number =>
  between(start, distance, rulebook, (rules) => rules.peakMetres) +
  Math.max(0, start - rulebook.races[distance].tiers.elite.startMetres);

/** A tier that was chosen against the running so far moves a peak part of the way to its own. */
const chosenOr = (own: number, ofTier: number, { tier, classifiedTier, rulebook }: EntryFacts): number =>
  classifiedTier === null || classifiedTier === tier
    ? own
    : own + (ofTier - own) * rulebook.classification.chosenShare;

function longRunPeakOf(distance: RaceDistance, tier: VolumeTier, start: number, facts: EntryFacts): number {
  const { easySecondsPerMetre, longRunMetresMax, longRunUnitMetres, rulebook } = facts;
  const { L1, L6 } = rulebook.laws;
  const own = between(start, distance, rulebook, (rules) => rules.longRunPeakMetres);
  const wished = Math.max(
    chosenOr(own, rulebook.races[distance].tiers[tier].longRunPeakMetres, facts),
    tierMinimum(distance, tier, rulebook),
  );
  const aim = L6.secondsAim[distance];
  const comfortable = aim === null ? wished : (aim * MARGINS.duration) / easySecondsPerMetre;
  const most = Math.min(
    L6.secondsMax[distance] / easySecondsPerMetre,
    longRunMetresMax,
    L1.peakMetres[distance].max,
  );
  const aimed = Math.max(Math.min(wished, comfortable), tierMinimum(distance, tier, rulebook));
  const rounded = Math.ceil(aimed / longRunUnitMetres - 1e-6) * longRunUnitMetres;
  return rounded <= most ? rounded : Math.min(aimed, most);
}

/** The shortest peak long run of law L1; builders have a floor of their own, elite reads as high. */
export function tierMinimum(distance: RaceDistance, tier: VolumeTier, { laws }: Rulebook): number {
  const minimums = laws.L1.tierMetresMin[distance];
  if (tier === "builder") return laws.L1.builderFloorMetres[distance];
  return tier === "elite" ? minimums.high : minimums[tier];
}

/** Weeks of base that lift a runner from below the entry of law E1 up to it. */
function baseWeeksOf(distance: RaceDistance, { weeklyMetres, runWalk, rulebook }: EntryFacts): number {
  const { entryMetres, baseWeeksMin } = rulebook.laws.E1;
  if (weeklyMetres === null || weeklyMetres >= entryMetres[distance]) return 0;
  const { growthStepMetres } = rulebook.volume;
  const climb = Math.ceil((entryMetres[distance] - weeklyMetres) / growthStepMetres);
  return Math.max(
    baseWeeksMin,
    climb + 1,
    runWalk === null ? 0 : ladderWeeksMin(distance, runWalk, rulebook),
  );
}
