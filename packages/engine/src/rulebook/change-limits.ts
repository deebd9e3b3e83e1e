import type { Range, Sourced } from "./sourced.ts";

/** The limits of the laws that judge what became of a plan. */
export interface ChangeLimits {
  readonly C1: Sourced & {
    /** For so long after a loss no week may be heavier than it was planned, rounding aside. */
    readonly days: number;
    readonly weekShareMax: number;
  };
  readonly C2: Sourced & {
    /** How to come back from breaks, the shortest first. After a shorter one the plan goes on as it was written. */
    readonly rows: readonly ReturnRow[];
  };
  readonly C3: Sourced & {
    /** A run is over-long at this share of its plan, or of the longest of the `days` before it. */
    readonly overPlanShare: number;
    readonly overLongestShare: number;
    readonly days: number;
    /** It lowers the next long run when it was run in so many days before the change. */
    readonly backDays: number;
    /** The next long run as a share of what it was planned to be, at most. */
    readonly nextShareMax: number;
  };
  readonly C4: Sourced & {
    /** How far the index may rise in so many days. */
    readonly pointsMax: number;
    readonly days: number;
    /** It rises no more in the last days before the race. */
    readonly lastDays: number;
    /** Signs that count as much as one race. */
    readonly signsMin: number;
  };
  readonly C5: Sourced;
}

/** The way back from at least `daysMin` days without a run. */
export interface ReturnRow {
  readonly daysMin: number;
  /** Run days without quality, from the first one back on. */
  readonly easyRuns: number;
  /** Days without quality, from the first run back on. */
  readonly easyDays: number;
  /** Quality sessions that are given up. */
  readonly qualityFewer: number;
  /** First seven days as a share of the last completed week; null: no more than planned. */
  readonly weekShare: Range | null;
  /** Weeks of the return, as shares of the last completed week; then the plan is built anew. */
  readonly rebuildShares: readonly number[];
  /** A test comes before any other quality. */
  readonly retest: boolean;
  /** All phases begin again with the base. */
  readonly newBase: boolean;
}
