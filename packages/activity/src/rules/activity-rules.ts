import type { Sport } from "../activity/activity.ts";
import type { Source } from "../recording/recording.ts";

/** Where a group of numbers comes from. */
interface Sourced {
  readonly source: string;
}

export interface Span {
  readonly min: number;
  readonly max: number;
}

/** Every number with which recordings are judged and matched; `config/activity_rules.yaml`. */
export interface ActivityRules {
  readonly version: string;
  readonly recording: RecordingRules & Sourced;
  readonly moving: MovingRules & Sourced;
  readonly sport: SportRules & Sourced;
  readonly records: RecordRules & Sourced;
  readonly duplicates: DuplicateRules & Sourced;
  readonly elevation: ElevationRules & Sourced;
  readonly heartRateZones: HeartRateRules & Sourced;
  readonly bestEfforts: BestEffortRules & Sourced;
  readonly load: LoadRules & Sourced;
  readonly fitness: FitnessRules & Sourced;
  readonly history: HistoryRules & Sourced;
  readonly matching: MatchingRules & Sourced;
  readonly completion: CompletionRules & Sourced;
  readonly sources: Readonly<Record<Source, SourcePolicy & Sourced>>;
}

/** What a value must lie within to be a value at all. */
export interface RecordingRules {
  /** A device clock before this year was never set. */
  readonly earliestYear: number;
  /** Less than both of these is a button pressed by mistake. */
  readonly metresMin: number;
  readonly secondsMin: number;
  readonly heartRate: Span;
  readonly altitudeMetres: Span;
  /** Steps a minute. */
  readonly cadence: Span;
  /** A faster move between two positions is a fault of reception. */
  readonly metresPerSecondMax: number;
  /** How far a told total may be from that of the track and still be the better one. */
  readonly toldShare: number;
}

export interface MovingRules {
  /** Slower is standing. */
  readonly metresPerSecondMin: number;
  /** Shorter is no pause: reception alone makes a runner seem to stand for some seconds. */
  readonly pauseSecondsMin: number;
}

/** For recordings that do not say what they are, over the moving time. */
export interface SportRules {
  /** Metres per second. */
  readonly runFrom: number;
  /** From this share of the speed of the world record over the same distance. */
  readonly rideFromRecordShare: number;
}

/** What nobody has run faster: a recording that does is at fault, or of something else. */
export interface RecordRules {
  readonly worldRecordSeconds: readonly ({ readonly metres: number; readonly seconds: number } & Sourced)[];
}

export interface DuplicateRules {
  /** Share of the shorter recording that both must cover. */
  readonly overlapMin: number;
  /** Device clocks differ; starts this far apart can be one run, also when one was started late. */
  readonly startSecondsMax: number;
  readonly metresShareMax: number;
  /** How far what was told may be from the recording of it, as a share of the larger. */
  readonly toldShareMax: number;
  /** The best comes first; a recording with a track goes before one without. */
  readonly preference: readonly Source[];
}

export interface ElevationRules {
  /** A climb counts once it is this high: reception and weather make hills of less. */
  readonly climbMetresMin: number;
  /** Gradient is measured over this distance. */
  readonly gradientMetres: number;
  readonly gradientMax: number;
  /** No slope makes running easier than this share of level effort. */
  readonly downhillFactorMin: number;
}

export interface HeartRateRules {
  /** Upper ends of zones 1 to 4 as shares of threshold heart rate. */
  readonly shares: readonly number[];
}

export interface BestEffortRules {
  readonly metres: readonly number[];
}

export interface LoadRules {
  /** Perceived effort of an hour at threshold, on the scale of 0 to 10: where session RPE and rTSS meet. */
  readonly thresholdEffort: number;
  /** Intensity of an activity of which nothing but its time is known, as a share of threshold. */
  readonly assumedIntensity: Readonly<Record<Sport, number>>;
  /** Pace above this share of threshold, over a whole run, says that one of the two is wrong: it is not believed. */
  readonly paceIntensityMax: number;
}

export interface FitnessRules {
  readonly fitnessDays: number;
  readonly fatigueDays: number;
  /** Before this much history the curves start from its mean. */
  readonly seedDays: number;
}

export interface HistoryRules {
  readonly weeks: number;
  /** A week this many times the median of the others is an outlier: two recordings of one week, or a typing error. */
  readonly outlierFactor: number;
  readonly runMetresMax: number;
}

export interface MatchingRules {
  readonly weights: {
    readonly kind: number;
    readonly duration: number;
    readonly distance: number;
  };
  /** Costs under this are linked without asking. */
  readonly sureBelow: number;
  /** Costs over this are no match at all. */
  readonly neverAbove: number;
  /** The next best has to be this much worse, or the athlete is asked. */
  readonly marginMin: number;
  /** Files of one session lie this near to each other. */
  readonly groupGapSeconds: number;
  /** Joining files has to make the match better by this much. */
  readonly groupGainMin: number;
  /** How many days from its own a session may be found; such a match is always asked. */
  readonly nearDays: number;
  /** A run that is this much more like a session next to its day than like its own is asked about. */
  readonly otherDayGainMin: number;
}

export interface CompletionRules {
  /** Done by planned. */
  readonly volumeNailed: Span;
  readonly volumeClose: Span;
  /** Shares of easy running, with the easy parts of a session of work, faster than the easy range. */
  readonly easyFastShareNailed: number;
  readonly easyFastShareClose: number;
  /** Session RPE with which a run was still easy. */
  readonly easyEffortNailed: number;
  readonly easyEffortClose: number;
  /** What is shorter is a stride: no watch tells its pace. */
  readonly strideSecondsMax: number;
  /** Shares of the time of work that was on target. */
  readonly workShareNailed: number;
  readonly workShareClose: number;
  /** How far outside its range a pace may be and still be on target. */
  readonly paceTolerance: number;
}

/** What a source's terms, or its athlete's wish, allow. */
export interface SourcePolicy {
  /** Who may see it beside the athlete. */
  readonly shownTo: "athlete" | "coach";
  /** Whether it may stand in the context of a language model, itself or in a number made from it. */
  readonly model: boolean;
  /** Whether it may be joined with data of other sources into one figure. */
  readonly combined: boolean;
  /** Days that it may be kept; null for as long as the athlete wants. */
  readonly keepDays: number | null;
  /** The text that must stand beside it; null when there is none. */
  readonly attribution: string | null;
}
