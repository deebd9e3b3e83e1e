import type { ByDistance, ByTier } from "../plan/vocabulary.ts";
import type { Range, Sourced } from "./sourced.ts";

/** The limits of every law, from `config/plan_rules.yaml`. Distances in metres, times in seconds, shares of one. */
export interface LawLimits {
  readonly E1: Sourced & { readonly entryMetres: ByDistance<number>; readonly baseWeeksMin: number };
  readonly E2: Sourced & Growth;
  readonly E3: Sourced & { readonly otherRunMetresMin: number };
  readonly E4: Sourced & { readonly carryFactor: number; readonly peakMetres: ByDistance<Range> };
  readonly S1: Sourced;
  readonly S2: Sourced & { readonly metresMax: number; readonly metresAim: ByTier<number> };
  readonly S3: Sourced & { readonly daysMin: number };
  readonly S4: Sourced & {
    readonly cutbackFewerMax: number;
    readonly raceWeekFewerMax: number;
    readonly lastFullWeekFewerMax: number;
  };
  readonly S5: Sourced;
  readonly S6: Sourced & {
    readonly weekShare: number;
    readonly mixShare: number;
    readonly stepShare: number;
  };
  readonly S7: Sourced;
  readonly S8: Sourced;
  readonly S9: Sourced;
  readonly V1: Sourced & Growth;
  readonly V2: Sourced & Growth;
  readonly V4: Sourced & {
    readonly share: Range;
    readonly smallMetres: number;
    readonly smallStepMetres: number;
  };
  readonly V5: Sourced & {
    readonly streakMax: ByTier<number>;
    readonly mastersFromAge: number;
    readonly mastersStreakMax: number;
    readonly depth: Range;
    readonly depthMax: number;
    readonly longRunShare: Range;
    readonly requiredFromWeeks: number;
    /** A week counts as a cutback from this depth on. */
    readonly labelledFrom: number;
  };
  readonly V6: Sourced & { readonly share: Range };
  readonly L1: Sourced & {
    readonly peakMetres: ByDistance<Range>;
    readonly tierMetresMin: ByDistance<{ readonly low: number; readonly mid: number; readonly high: number }>;
    readonly floorMetres: ByDistance<number>;
  };
  readonly L2: Sourced & { readonly secondShareMax: number; readonly secondShareAim: number };
  readonly L3: Sourced &
    Growth & { readonly flagGrowth: number; readonly flagsMax: number; readonly days: number };
  readonly L4: Sourced & { readonly peakShare: number; readonly days: ByDistance<Range> };
  readonly L5: Sourced & {
    readonly manyDays: number;
    readonly shareManyDays: number;
    readonly shareFewDays: number;
    readonly bigWeekMetres: number;
    readonly bigWeekShare: number;
  };
  readonly L6: Sourced & {
    readonly secondsMax: ByDistance<number>;
    readonly secondsAim: ByDistance<number | null>;
  };
  readonly L7: Sourced;
  readonly H1: Sourced;
  readonly H2: Sourced & {
    readonly perWeekMax: number;
    readonly highTierMax: number;
    readonly highTierDaysMin: number;
  };
  readonly H3: Sourced & { readonly marathonPaceMetres: number; readonly easyDaysAfter: number };
  readonly H4: Sourced;
  readonly I1: Sourced & { readonly weekShareMin: number; readonly planShareMin: number };
  readonly I2: Sourced & { readonly shareMax: number };
  readonly I3: Sourced & {
    readonly thresholdSeconds: number;
    readonly thresholdMetres: number;
    readonly intervalMetres: number;
    readonly repetitionMetres: number;
    readonly marathonPaceMetres: number;
  };
  readonly I5: Sourced;
  readonly I10: Sourced;
  readonly T1: Sourced & { readonly peakShare: number; readonly weeks: ByDistance<Range> };
  readonly T2: Sourced & {
    readonly raceWeekShareMax: number;
    /** Default shares of the peak by weeks to race day, race week first. */
    readonly shares: ByDistance<readonly Range[]>;
  };
  readonly T3: Sourced & { readonly daysShareMin: number };
  readonly T4: Sourced;
  readonly T6: Sourced & { readonly metresMax: ByTier<number> };
}

/** Growth by a share, or by a step where the base is small. */
export interface Growth {
  readonly growthMax: number;
  readonly smallMetres: number;
  readonly smallStepMetres: number;
}

export type LawId = keyof LawLimits;
