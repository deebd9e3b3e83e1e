import type { Phase, Stress } from "../plan/vocabulary.ts";
import type { Weekday } from "../units/weekday.ts";

/** Why a phase is there and why it has its weeks. Metres, seconds, counts, and shares of one. */
export type PhaseReason =
  PhasePurpose | PhaseLength | BaseFirst | EasyBase | BlockGrows | PeakWeek | TaperLength | TaperFalls;

/** What the phase is for, and what it holds of it. */
export interface PhasePurpose {
  readonly kind: "phase_purpose";
  readonly rule: "program";
  readonly phase: Phase;
  /** Sessions of each effort, long runs at race pace among them; efforts that do not occur are left out. */
  readonly sessions: readonly EffortCount[];
}

export interface EffortCount {
  readonly effort: Stress;
  readonly count: number;
}

/** Its part of the weeks before the taper, beside the part that the race usually gives it. */
export interface PhaseLength {
  readonly kind: "phase_length";
  readonly rule: "mesocycles";
  readonly phase: Phase;
  readonly weeks: number;
  readonly weeksBeforeTaper: number;
  readonly share: number;
  readonly usualShare: number;
}

/** The runner starts below the entry volume of the race. */
export interface BaseFirst {
  readonly kind: "base_first";
  readonly law: "E1";
  readonly weeks: number;
  readonly weeklyMetres: number;
  readonly entryMetres: number;
}

/** How much of the base is easy running. */
export interface EasyBase {
  readonly kind: "easy_base";
  readonly law: "I5";
  readonly easyShare: number;
}

/** How the threshold work of the phase grows. */
export interface BlockGrows {
  readonly kind: "block_grows";
  readonly law: "I6";
  readonly sessions: number;
  readonly firstSeconds: number;
  readonly mostSeconds: number;
}

/** The biggest week of the plan. Weeks to the race are whole, race week not counted. */
export interface PeakWeek {
  readonly kind: "peak_week";
  readonly law: "V8";
  readonly week: number;
  readonly metres: number;
  readonly weeksToRace: number;
}

/** The taper as law T1 measures it: weeks to the race after the last big week. */
export interface TaperLength {
  readonly kind: "taper_length";
  readonly law: "T1";
  readonly weeks: number;
  readonly weeksMin: number;
  readonly weeksMax: number;
  readonly weeksAim: number;
}

/** Weeks of the taper counted back from the race, the first one first, without the race. */
export interface TaperFalls {
  readonly kind: "taper_falls";
  readonly law: "T2";
  readonly peakMetres: number;
  readonly weekMetres: readonly number[];
}

/** What the athlete brought: told once, with the first phase. */
export type AthleteReason = NoResult | Masters | DaysKept;

/** Without a race result everything goes by effort. */
export interface NoResult {
  readonly kind: "no_result";
  readonly law: "I10";
}

/** From this age on lighter weeks come more often. */
export interface Masters {
  readonly kind: "masters";
  readonly law: "V5";
  readonly age: number;
  readonly fromAge: number;
  /** Build weeks before a lighter one: usually, and at most. Plans made before it was told have no usual. */
  readonly streakAim?: number;
  readonly streakMax: number;
}

/** Weekdays that are not free, and those with a limit. */
export interface DaysKept {
  readonly kind: "days_kept";
  readonly law: "S5";
  readonly unavailable: readonly Weekday[];
  readonly limits: readonly DayLimit[];
}

export interface DayLimit {
  readonly weekday: Weekday;
  readonly seconds: number;
}
