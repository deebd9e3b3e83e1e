import type { ByDistance, ByTier, PacedZone, Phase, RaceDistance } from "../plan/vocabulary.ts";
import type { BuilderRules, ClassificationRules } from "./athlete-rules.ts";
import type { ShortHorizonRules, SmallWeekRules } from "./horizon-rules.ts";
import type { LawLimits } from "./law-limits.ts";
import type { Range, Sourced } from "./sourced.ts";
import type { LongRunKind, Stimulus } from "./workout-definition.ts";
import type { WorkoutLibrary } from "./workout-library.ts";
import type { QualityRules } from "./quality-rules.ts";

export type { Range, Sourced };

/** Every number that trains a runner, read from `config/plan_rules.yaml` and `config/workout_library.yaml`. */
export interface Rulebook extends WorkoutLibrary {
  readonly version: string;
  /** Versions of the plugins that had a part in it, by id; absent where there are none. */
  readonly plugins?: Readonly<Record<string, string>>;
  readonly horizon: HorizonRules;
  readonly periodization: PeriodizationRules;
  readonly races: ByDistance<RaceRules>;
  readonly standardPlans: readonly StandardPlan[];
  readonly classification: ClassificationRules;
  readonly builder: BuilderRules;
  readonly pace: PaceRules;
  readonly volume: VolumeRules;
  readonly longRun: LongRunRules;
  readonly days: DayRules;
  readonly quality: QualityRules;
  readonly raceDay: RaceDayRules;
  readonly laws: LawLimits;
}

/** How a race is divided: its first part is held back, the rest is even. */
export interface RaceDayRules extends Sourced {
  /** Share of the distance that is held back. */
  readonly firstShare: number;
  /** How much slower that part is than race pace, as a share of it. */
  readonly slowerShare: ByDistance<number>;
}

export interface HorizonRules extends Sourced {
  readonly weeksMin: number;
  readonly weeksMax: number;
}

export interface RaceRules extends Sourced {
  /** Exact race distance. */
  readonly metres: number;
  /** From this many weeks on nobody at the entry volume is refused. */
  readonly weeksMin: number;
  /** What it takes to be given a plan in fewer weeks; absent where any horizon will do. */
  readonly shortHorizon?: ShortHorizonRules;
  /** How many weeks small weeks take; absent where any horizon will do. */
  readonly smallWeek?: SmallWeekRules;
  readonly taper: TaperRules;
  readonly mesocycles: readonly MesocycleRules[];
  readonly tiers: ByTier<RaceTierRules>;
  /** What each phase trains. */
  readonly program: Readonly<Record<Phase, PhaseProgram>>;
}

export interface TaperRules extends Sourced {
  readonly weeksAim: number;
  readonly weeksMin: number;
  /** Share of the peak week, without the race, by weeks to race day: index 0 is race week. */
  readonly volumeShare: readonly number[];
  /** Share of the peak long run by weeks to race day; index 0 (race week) holds the race instead. */
  readonly longRunShare: readonly number[];
}

/** How a standard shape is fitted into more or fewer weeks. */
export interface PeriodizationRules extends Sourced {
  /** Rank of each phase: the lowest is the first to give up its minimum where weeks are short. */
  readonly givesWay: Readonly<Record<Exclude<Phase, "taper">, number>>;
  /** A taper longer than its minimum takes at most this share of the weeks. */
  readonly taperShareMax: number;
}

/** `weight` says how weeks beyond the minimums are shared out, and so which phase a longer plan stretches. */
export interface MesocycleRules {
  readonly phase: Exclude<Phase, "taper">;
  readonly weight: number;
  readonly weeksMin: number;
}

export interface RaceTierRules {
  /** Weekly metres from which a runner belongs to this tier. */
  readonly fromMetres: number;
  /** Standard plan: first week and peak week. Between tiers the peak of a custom plan is interpolated. */
  readonly startMetres: number;
  readonly peakMetres: number;
  readonly longRunPeakMetres: number;
  /** Planning pace for runners without a result, as an index: serves volume, never shown. */
  readonly planningRpi: number;
}

export interface PhaseProgram {
  /** Stimuli of the first quality day of the week, in rotation. Empty: no quality in this phase. */
  readonly primary: readonly Stimulus[];
  /** Stimuli of the second quality day where the athlete has room for one. */
  readonly secondary: readonly Stimulus[];
  /** Kinds of long run, in rotation over the build weeks of the phase. */
  readonly longRuns: readonly LongRunKind[];
  /** Short fast touches added to easy days. */
  readonly touches: readonly Stimulus[];
}

export interface StandardPlan {
  readonly distance: RaceDistance;
  readonly weeks: number;
  readonly tier: "low" | "mid" | "high";
  readonly daysPerWeek: number;
  readonly startMetres: number;
  readonly peakMetres: number;
}

export interface PaceRules extends Sourced {
  /** Share of the RPI's oxygen cost at which each zone is run: Daniels and Gilbert's equations. */
  readonly easy: { readonly slow: number; readonly fast: number };
  readonly threshold: number;
  readonly interval: number;
  /** Repetition pace is interval pace less these seconds per 400 m. */
  readonly repetitionSecondsPer400: readonly { readonly rpiMin: number; readonly seconds: number }[];
  readonly slowRunnerRule: SlowRunnerRule;
  readonly walkSecondsPerKm: number;
  /** Sprint pace as a share of repetition pace. */
  readonly sprintShareOfRepetition: number;
  /** Half-width of the shown range around a single pace, as a share of it. */
  readonly rangeShare: Readonly<Partial<Record<PacedZone, number>>>;
  readonly prediction: PredictionRules;
  /** An index above this would be faster than any human; the result is refused. */
  readonly worldRecordSeconds: readonly {
    readonly metres: number;
    readonly seconds: number;
    readonly source: string;
  }[];
}

/** How far races lie from the time that a result gives for them, as shares of that time. */
export interface PredictionRules extends Sourced {
  /** From race to race, on either side. */
  readonly eitherSideShare: ByDistance<number>;
  /** On the slow side after a race that was shorter. */
  readonly slowerFromShorterShare: ByDistance<number>;
  /** A result over at least this share of the race's distance tells of the same race. */
  readonly sameRaceShare: number;
}

/** For an index below `rpiBelow`, paces are reckoned from `rpi * factor + offset` (live calculator, 4th edition). */
export interface SlowRunnerRule extends Sourced {
  readonly enabled: boolean;
  readonly rpiBelow: number;
  readonly factor: number;
  readonly offset: number;
}

export interface VolumeRules extends Sourced {
  /** Weekly growth the ramp aims at most at, as a share of the last build week. */
  readonly growthAim: number;
  /** ... or this many metres, whichever is larger. */
  readonly growthStepMetres: number;
  /** ... but as a share of a small week hardly more than this. */
  readonly growthStepShare: number;
  /** Growth used only where the horizon is too short otherwise; within law V1. */
  readonly growthHard: number;
  readonly growthExact: number;
  readonly cutbackShare: number;
  readonly cutbackLongRunShare: number;
  /** Build weeks in a row before a cutback: preferred, and at most. */
  readonly streakAim: number;
  readonly streakMax: ByTier<number>;
  readonly mastersStreakMax: number;
  /** Peak week divided by first week, at most. */
  readonly peakGrowthMax: number;
  /** ... and where the horizon presses. */
  readonly peakGrowthHard: number;
  /** A step that both ramps can take in every build week. */
  readonly steadyGrowth: number;
  /** The first build week of a plan that is built anew, beside the build weeks that were run. */
  readonly goOnGrowth: number;
  /** Below the lowest tier volumes shrink with the first week, but not below this share. */
  readonly belowTiersShareMin: number;
  /** Peak of the modest plans that are tried when the wished peak breaks a law. */
  readonly modestPeakShare: number;
  /** Hours a week that a plan asks for, at most, at the athlete's easy pace. */
  readonly weekSecondsMax: number;
  /** ... but who already runs more keeps it, up to these. */
  readonly weekSecondsOwnMax: number;
  /** Distances of distance-based runs are multiples of the first unit that is fine enough for the week. */
  readonly roundingMetres: readonly number[];
  readonly roundingSeconds: readonly number[];
  /** Share of a week that rounding one run may move. */
  readonly roundingShare: number;
}

export interface LongRunRules extends Sourced {
  /** First long run of a plan without history, as a share of the peak long run. */
  readonly firstShare: number;
  /** ... or more, up to this share, where the first week needs a longer run to lean on. */
  readonly firstShareMax: number;
  /** Growth from one long run to the next, aimed at and at most. */
  readonly growthAim: number;
  readonly growthHard: number;
  readonly growthExact: number;
  readonly smallMetres: number;
  readonly smallStepMetres: number;
  /** Longest run assumed where only the weekly distance is known, as a share of the week. */
  readonly assumedShareOfWeek: number;
  /** Share of the week that the long run stays under, by run days; a margin below law L5. */
  readonly shareOfWeekMax: readonly { readonly daysMin: number; readonly share: number }[];
  /** Long runs are multiples of this distance, or of this time where there are no paces; short ones of half. */
  readonly unitMetres: number;
  readonly unitSeconds: number;
  /** A steady or fast finish, as a share of the run: usual and most. */
  readonly finishShare: Range;
  /** Easy running after the work inside a long run, as a share of the easy running in it, and at most. */
  readonly afterWorkShare: number;
  readonly afterWorkMetresMax: number;
  /** Without paces the easy part of a long run is told in steps of this. */
  readonly easySeconds: number;
  /** A long run in race week as a share of that week, and what it leaves to the other days at least. */
  readonly raceWeekShareMax: number;
  readonly raceWeekLeastShare: number;
  /** Long runs closer to the race than this move to an earlier day, and none is moved closer to another. */
  readonly daysBeforeRaceMin: number;
  /** Longest other run of a week as a share of its long run, a margin below law L2. */
  readonly secondLongestAim: number;
  /** Mean of the other runs against the long run, where it may be as long as it should be. */
  readonly othersAim: number;
}

export interface DayRules extends Sourced {
  readonly runMetresMin: number;
  readonly runSecondsMin: number;
  /** In small weeks a run may be shorter, down to this share of the mean. */
  readonly leastShareOfMean: number;
  /** The day before the long run holds at most this share of what another day might. */
  readonly beforeLongRoomShare: number;
  /** How far one run of the taper may exceed its even share. */
  readonly taperUnevenness: number;
  /** Relative size of the week's easy runs by what surrounds them. */
  readonly weights: {
    readonly plain: number;
    readonly mediumLong: number;
    readonly recovery: number;
    readonly strides: number;
    readonly beforeLong: number;
    readonly afterLong: number;
    readonly alternate: number;
  };
  readonly mediumLong: {
    readonly weekMetresMin: number;
    readonly daysMin: number;
    /** Only where it can be this much longer than the mean of the week's other runs. */
    readonly overMean: number;
    /** Two days before a long run at race pace it costs as much as so many hard days beside it. */
    readonly beforeRacePaceCost: number;
  };
  /** Recovery runs belong to fuller weeks, and are never longer than this. */
  readonly recovery: {
    readonly daysMin: number;
    readonly weekMetresMin: number;
    readonly secondsMax: number;
  };
  /** Days before the race on which the strides of race week are looked for first, the latest of them best. */
  readonly stridesBeforeRace: Range;
  /** Cost of a placement, summed over the week; the cheapest arrangement wins. */
  readonly placement: {
    readonly adjacentToLong: number;
    readonly qualityGapUnderTwoDays: number;
    readonly runsInARow: number;
    readonly changedDay: number;
    readonly changedDayInTaper: number;
    readonly raceWeekDay: number;
    readonly roomShortPerKm: number;
    readonly roomShortPerKmInTaper: number;
    readonly restAfterLong: number;
  };
  readonly warmUpSeconds: Range;
  /** What hard running wants before it: the cool-down gives way to it, down to its least. */
  readonly warmUpAimSeconds: number;
  /** Share of a session's easy running that comes before the work. */
  readonly warmUpShare: number;
  readonly coolDownSeconds: Range;
}
