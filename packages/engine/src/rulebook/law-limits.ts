import type { ByDistance, ByTier, Phase, SessionKind } from "../plan/vocabulary.ts";
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
  readonly S7: Sourced & {
    /** Session kinds that have a place in each phase. */
    readonly kinds: Readonly<Record<Phase, readonly SessionKind[]>>;
  };
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
    /** Quality sessions that a cutback week holds, at most. */
    readonly qualityMax: number;
  };
  readonly V6: Sourced & { readonly share: Range };
  readonly L1: Sourced & {
    readonly peakMetres: ByDistance<Range>;
    readonly tierMetresMin: ByDistance<{ readonly low: number; readonly mid: number; readonly high: number }>;
    readonly floorMetres: ByDistance<number>;
    /** Distances this close are the same distance: the rounding that a lowered peak may keep. */
    readonly sameMetres: number;
  };
  readonly L2: Sourced & {
    readonly secondShareMax: number;
    readonly secondShareAim: number;
    /** A long run on the day after a tune-up race, as a share of the peak long run. */
    readonly afterTuneUpShareMax: number;
  };
  readonly L3: Sourced &
    Growth & {
      readonly flagGrowth: number;
      readonly flagsMax: number;
      readonly days: number;
      /** The first run after `days` days without one: this far or this long. */
      readonly returnMetres: number;
      readonly returnSeconds: number;
    };
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
  /** What makes a quality day: read by every law that counts them. */
  readonly H1: Sourced & QualityWords;
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
  readonly I5: Sourced & {
    /** Quality sessions a base week holds, at most: the speed touch of experienced 5K and 10K runners. */
    readonly speedSessionsMax: number;
  };
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

/** Where a session begins to be quality. */
export interface QualityWords {
  /** Fast pieces up to this length are strides. */
  readonly strideSecondsMax: number;
  /** Sprints of a hill session up to this length are no quality either. */
  readonly hillSprintSecondsMax: number;
  /** Work faster than half-marathon pace in an otherwise easy run, from which it is a quality session. */
  readonly fastSecondsMin: number;
  /** Work at marathon pace or faster in a long run, from which it is a quality session. */
  readonly marathonPaceSecondsMin: number;
}

/** Growth by a share, or by a step where the base is small. */
export interface Growth {
  readonly growthMax: number;
  readonly smallMetres: number;
  readonly smallStepMetres: number;
}

export type LawId = keyof LawLimits;
