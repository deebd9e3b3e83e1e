import type { ByDistance, RaceDistance, VolumeTier } from "../plan/vocabulary.ts";
import type { Sourced } from "./sourced.ts";

/** Tiers that ask for more than weekly distance. */
export type DemandingTier = Exclude<VolumeTier, "builder" | "low">;

/** How the tier of a runner is read from what the runner does. */
export interface ClassificationRules extends Sourced {
  /** Latest weeks of a history that count, and how few of them still show which week is the exception. */
  readonly weeks: number;
  readonly weeksMin: number;
  /** Who usually runs no longer than this share of the tier's peak long run belongs one tier lower. */
  readonly longestShareMin: number;
  /** ... and so does who usually runs on fewer days a week. */
  readonly runDaysMin: Readonly<Record<DemandingTier, number>>;
  /** How far a chosen tier moves peak week and peak long run from those of the runner's own volume. */
  readonly chosenShare: number;
}

/** New runners: from minutes of running between walks to half an hour without a break. */
export interface BuilderRules extends Sourced {
  /** Whoever runs this long without a break has no more walks. */
  readonly unbrokenSeconds: number;
  /** Build weeks in which the long run keeps its walks after the others have lost theirs. */
  readonly longWalkWeeks: number;
  /** First pieces of running, as a share of the longest recent run at most. */
  readonly firstPieceShare: number;
  /** Races that a builder of whom nothing is known starts for at the tier's first week, with walks; others want law E1. */
  readonly assumedNew: readonly RaceDistance[];
  /** Build weeks that a stage of the run-walk ladder lasts where there is time. */
  readonly weeksPerStageMax: number;
  /** Walk before and after every run-walk session. */
  readonly walkSeconds: number;
  /** ... and of the shortest ones, in race week. */
  readonly shortWalkSeconds: number;
  /** A last shorter piece of running is worth it from here on. */
  readonly tailSecondsMin: number;
  /** Build weeks before the taper that hold strides even if walks are still needed (laws T4 and T5). */
  readonly strideWeeks: number;
  /** Growth of a week and of its long run for who began with walks. */
  readonly weekStepMetres: number;
  readonly longStepMetres: number;
  /** Week and long run reach their peak after this share of the build weeks. */
  readonly climbShare: number;
  /** Long runs with walks are multiples of this time, short ones of half of it. */
  readonly unitSeconds: number;
  /** Weeks of base for who starts from (almost) nothing. */
  readonly baseWeeksMin: ByDistance<number>;
}
