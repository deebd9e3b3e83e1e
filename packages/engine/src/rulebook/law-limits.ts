import type { ByDistance, ByTier, Phase, SessionKind } from "../plan/vocabulary.ts";
import type { ChangeLimits } from "./change-limits.ts";
import type { Range, Sourced } from "./sourced.ts";

/** The limits of every law, from `config/plan_rules.yaml`. Distances in metres, times in seconds, shares of one. */
export interface LawLimits extends ChangeLimits {
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
  readonly S10: Sourced & {
    /** What a switch between kilometres and miles may move, as a share of a week. */
    readonly weekShare: number;
  };
  readonly V1: Sourced & Growth & { readonly twoWeeks: TwoWeeks };
  readonly V2: Sourced & Growth;
  readonly V3: Sourced & {
    /** A week divided by the mean of the four weeks that end with it. */
    readonly ratioMax: number;
    readonly ratioAim: number;
    /** Below this mean the ratio says nothing. */
    readonly weekMetresMin: number;
  };
  readonly V4: Sourced & {
    readonly share: Range;
    readonly smallMetres: number;
    readonly smallStepMetres: number;
  };
  readonly V5: Sourced & {
    readonly streakMax: ByTier<number>;
    readonly mastersFromAge: number;
    /** Build weeks before a lighter week for masters: preferred, and at most. */
    readonly mastersStreakAim: number;
    readonly mastersStreakMax: number;
    /** Masters whose history holds so many streaks of so many build weeks, each followed by running on. */
    readonly mastersCarried: { readonly streakWeeks: number; readonly streaks: number };
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
  readonly V7: Sourced & { readonly ratioMax: number; readonly ratioAim: number };
  readonly V8: Sourced & {
    readonly weeks: ByDistance<Range>;
    /** Weeks of this share of the highest are peak weeks. */
    readonly peakShare: number;
  };
  readonly V9: Sourced;
  readonly V10: Sourced & {
    /** How far the peaks of a shorter and a longer plan may lie apart, as a share of the larger. */
    readonly peakShare: number;
  };
  readonly L1: Sourced & {
    readonly peakMetres: ByDistance<Range>;
    readonly tierMetresMin: ByDistance<{ readonly low: number; readonly mid: number; readonly high: number }>;
    readonly floorMetres: ByDistance<number>;
    /** Builders have no minimum of their tier, but the longest run comes near the race. */
    readonly builderFloorMetres: ByDistance<number>;
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
  readonly L8: Sourced & {
    readonly firstShareMax: number;
    /** Long runs before the taper from which this holds: with fewer the steps of law L3 do not lead so far. */
    readonly firstFromLongRuns: number;
    /** The peak lies after this share of the weeks before the taper. */
    readonly earlyShare: number;
    /** Long runs closer together than this have the same distance. */
    readonly sameMetres: number;
    readonly sameWeeksMax: number;
    /** ... at the peak, when what is inside them differs. */
    readonly sameWeeksAtPeakMax: number;
  };
  readonly L9: Sourced & { readonly kindsMin: number; readonly fromWeeks: number };
  /** What makes a quality day, read by every law that counts them; days from one to the next for masters, 3 are 72 hours. */
  readonly H1: Sourced & QualityWords & { readonly mastersGapDays: number };
  readonly H2: Sourced & {
    readonly perWeekMax: number;
    readonly highTierMax: number;
    readonly highTierDaysMin: number;
  };
  readonly H3: Sourced & { readonly marathonPaceMetres: number; readonly easyDaysAfter: number };
  readonly H4: Sourced;
  readonly H5: Sourced & { readonly daysMin: ByDistance<number> };
  readonly H6: Sourced & { readonly weekMetresMin: number };
  readonly I1: Sourced & { readonly weekShareMin: number; readonly planShareMin: number };
  readonly I2: Sourced & { readonly shareMax: number };
  readonly I3: Sourced & {
    readonly thresholdSeconds: number;
    readonly thresholdMetres: number;
    readonly intervalMetres: number;
    readonly repetitionMetres: number;
    readonly marathonPaceMetres: number;
  };
  readonly I4: Sourced & {
    /** Work of one session as a share of its week. */
    readonly shareMax: ShareByEffort;
    readonly shareAim: ByTier<ShareByEffort>;
  };
  readonly I5: Sourced & {
    /** Quality sessions a base week holds, at most: the speed touch of experienced 5K and 10K runners. */
    readonly speedSessionsMax: number;
  };
  readonly I6: Sourced & {
    /** How far minutes at threshold may fall from one session to the next. */
    readonly fallMax: number;
    readonly fallToContinuousMax: number;
    /** ... on any path through options. */
    readonly fallMixedMax: number;
    /** Every session against the largest of the block so far. */
    readonly leastShare: number;
    /** A block of fewer sessions has no course to judge beyond its steps. */
    readonly sessionsMin: number;
  };
  readonly I7: Sourced & {
    readonly marathon: MarathonPaceLimits;
    readonly halfMarathon: HalfMarathonPaceLimits;
  };
  readonly I8: Sourced & {
    readonly sessions: ByDistance<SessionQuotas>;
    /** In fewer weeks quotas shrink by (weeks - lessWeeks) / overWeeks, rounded down. */
    readonly fullWeeks: number;
    readonly lessWeeks: number;
    readonly overWeeks: number;
    /** Below this mean build week one fast touch a week stands for all quotas. */
    readonly smallWeekMetres: number;
  };
  readonly I9: Sourced & {
    readonly sameSessionMax: number;
    /** How much shorter than the longest the shortest easy day of a week is. */
    readonly easyVariationMin: number;
    readonly easyDaysMin: number;
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
  readonly T5: Sourced & {
    readonly days: number;
    /** The longest piece of an effort, against the longest that was offered before. */
    readonly pieceShareMax: number;
    /** Minutes of an effort in one session, against the most that a session held before. */
    readonly workShareMax: number;
    readonly stridesShareMax: number;
  };
  readonly T6: Sourced & { readonly metresMax: ByTier<number> };
  readonly O1: Sourced & {
    /** How far option B may lie from option A, as shares of A. */
    readonly paceWorkShare: number;
    readonly otherWorkShare: number;
    readonly loadShare: number;
    readonly metresShare: number;
    readonly longMetresShare: number;
    /** Load of a minute; between these zones by speed. */
    readonly weights: LoadWeights;
  };
  readonly O2: Sourced;
}

/** Work as shares of a week: 10K pace counts with intervals, half-marathon pace with marathon pace. */
export interface ShareByEffort {
  readonly threshold: number;
  readonly interval: number;
  readonly repetition: number;
  readonly marathon: number;
}

export interface MarathonPaceLimits {
  /** A piece at marathon pace of this length is a block. */
  readonly blockSecondsMin: number;
  /** Blocks begin after this share of the plan. */
  readonly earliestShare: number;
  readonly earliestShareAim: number;
  readonly inARowMax: number;
  /** The rehearsal: a block of this share of the largest, so many days before the race. */
  readonly rehearsalShare: number;
  readonly rehearsalDays: Range;
  readonly rehearsalFromWeeks: number;
  /** In plans too short for a rehearsal the first block ends here. */
  readonly firstBlockMetresMax: number;
  readonly totalMetresMin: { readonly low: number; readonly mid: number; readonly high: number };
  readonly totalMetresAim: { readonly low: number; readonly mid: number; readonly high: number };
  /** In plans of fewer weeks than `scaledBelowWeeks` totals count by weeks / `fullWeeks`. */
  readonly scaledBelowWeeks: number;
  readonly fullWeeks: number;
}

export interface HalfMarathonPaceLimits {
  readonly longRunsMin: number;
  /** Work at half-marathon pace in each of them. */
  readonly metres: Range;
  /** The last one, in days before the race. */
  readonly lastDays: Range;
}

/** How many sessions a plan holds at least: one per so many weeks, and never fewer than the floor. */
export interface SessionQuotas {
  readonly thresholdEveryWeeks: number | null;
  readonly thresholdEveryWeeksAim: number | null;
  readonly intervalEveryWeeks: number | null;
  readonly intervalsMin: number;
  readonly repetitionsMin: number;
}

export interface LoadWeights {
  readonly easy: number;
  readonly marathon: number;
  readonly threshold: number;
  readonly interval: number;
  readonly repetition: number;
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

/** Two steps in a row, counted together. */
export interface TwoWeeks extends Growth {
  /** From a week of this on, single steps are shares, and no more is asked of two of them. */
  readonly belowMetres: number;
}

export type LawId = keyof LawLimits;
