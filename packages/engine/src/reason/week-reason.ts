import type { Stress } from "../plan/vocabulary.ts";

/** Why a week has its size and its kind. Distances leave the goal race out where nothing else is said. */
export type WeekReason =
  | FirstWeek
  | BuildWeek
  | ResumedWeek
  | CutbackWeek
  | TaperWeek
  | RaceWeek
  | TuneUpWeek
  | ReturnWeek
  | WeekAfterBreak
  | LongStep
  | HardLongRun
  | WeekMix;

/** Where the plan starts, beside what the athlete runs now where that is known. */
export interface FirstWeek {
  readonly kind: "first_week";
  readonly law: "V4";
  readonly metres: number;
  readonly knownMetres: number | null;
}

/** A build week beside the build week before it. */
export interface BuildWeek {
  readonly kind: "build_week";
  readonly law: "V2";
  readonly metres: number;
  readonly lastMetres: number;
  /** What it holds more than the last one, as a share of that; negative where it holds less. */
  readonly growth: number;
}

/** The first week after a cutback goes on from the last build week. */
export interface ResumedWeek {
  readonly kind: "resumed_week";
  readonly law: "V6";
  readonly metres: number;
  readonly lastBuildMetres: number;
  readonly share: number;
}

export interface CutbackWeek {
  readonly kind: "cutback_week";
  readonly law: "V5";
  readonly metres: number;
  readonly buildMetres: number;
  /** What it holds less than the build week before it, as a share of that. */
  readonly depth: number;
  /** Build weeks in a row that led here, and the most that may. */
  readonly streak: number;
  readonly streakMax: number;
  /** Set where the athlete's age brings lighter weeks sooner. */
  readonly age: number | null;
}

export interface TaperWeek {
  readonly kind: "taper_week";
  readonly law: "T2";
  readonly metres: number;
  readonly peakMetres: number;
  readonly share: number;
  /** Weeks from its last day to the race, begun ones counted. */
  readonly weeksToRace: number;
}

export interface RaceWeek {
  readonly kind: "race_week";
  readonly law: "T2";
  readonly metres: number;
  readonly peakMetres: number;
  readonly share: number;
  readonly raceMetres: number;
}

export interface TuneUpWeek {
  readonly kind: "tune_up_week";
  readonly law: "H5";
  readonly raceMetres: number;
  readonly daysToRace: number;
}

/** After a break; the share is of the last week before it that was run, where the plan knows one. */
export interface ReturnWeek {
  readonly kind: "return_week";
  readonly rule: "return";
  readonly metres: number;
  readonly lastMetres: number | null;
}

/** The week of the first run after a break. The share is of the last week before it that was run whole. */
export interface WeekAfterBreak {
  readonly kind: "week_after_break";
  readonly law: "C2";
  readonly metres: number;
  /** Days without a run, those of rest around the lost ones among them. */
  readonly days: number;
  /** The first runs back, which are easy. */
  readonly easyRuns: number;
  /** Set where the break was so long that the week is a share of that one. */
  readonly lastMetres: number | null;
  readonly share: number | null;
}

/** A step of the staircase of long runs; cutbacks are no step. */
export interface LongStep {
  readonly kind: "long_step";
  readonly law: "L8";
  readonly metres: number;
  readonly step: number;
  readonly steps: number;
  readonly lastMetres: number | null;
  readonly peakMetres: number;
}

/** The long run is the only hard session: a week of this size, on these days, takes no second one. */
export interface HardLongRun {
  readonly kind: "hard_long_run";
  readonly rule: "quality";
  readonly effort: Stress;
  readonly workSeconds: number;
  readonly metres: number;
  readonly runDays: number;
  /** Hard days that such a week takes. */
  readonly hardDays: number;
}

/** How hard and easy stand to each other in the week. */
export interface WeekMix {
  readonly kind: "week_mix";
  readonly law: "I1";
  readonly metres: number;
  readonly easyShare: number;
  readonly hardDays: number;
  /** What the hard sessions train, in the order of the week; a hard long run among them. */
  readonly efforts: readonly Stress[];
}
