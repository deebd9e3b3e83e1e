import type { VolumeTier } from "../plan/vocabulary.ts";
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

/** Runners from the age of law V5 on whose history does not show that they recover faster. */
export interface MastersRules extends Sourced {
  /** Days from one quality session to the next: 3 are 72 hours. */
  readonly qualityGapDays: number;
}
