import type {
  Activity,
  BestEffort,
  FitnessDay,
  HeartRateZone,
  Load,
  PlanAdherence,
  Question,
  ToldHistory,
} from "@strideiq/activity";
import type { CalendarDate, PacedZone } from "@strideiq/engine";
import type { Page } from "../page.ts";
import type { AthleteScope, PlanKey } from "../plans/plan-record.ts";
import type { ActivityKey } from "./change-runs.ts";
import type { MatchedReview } from "./ports.ts";

/** An activity as it stands in a list. Distances in metres, times in seconds. */
export interface ActivityReading {
  readonly activity: Activity;
  /** The recording of the same run that counts instead of this one. */
  readonly countsAs: string | null;
  /** The session that it was found to be. */
  readonly session: { readonly planId: string; readonly sessionId: string } | null;
}

/** What a run says beyond its amounts. */
export interface RunAnalysis {
  readonly load: Load;
  /** Seconds per kilometre on the level, for the same effort; null without a distance. */
  readonly levelSecondsPerKm: number | null;
  /** Seconds in each zone of the plan of that day; null without a plan that has paces. */
  readonly paceZones: Readonly<Record<PacedZone, number>> | null;
  /** Zones 1 to 5; null without a threshold heart rate. */
  readonly heartRateZones: readonly HeartRateZone[] | null;
  readonly bestEfforts: readonly BestEffort[];
}

/** The same with its track, and how its session went. */
export interface ActivityDetail extends ActivityReading {
  readonly review: MatchedReview | null;
  readonly duplicates: readonly Activity[];
  readonly analysis: RunAnalysis;
}

/** A run that no plan asked for: load, and no part of adherence. */
export interface ExtraRun {
  readonly activity: Activity;
  readonly load: Load;
}

/** A session that runs were found for. */
export interface FoundSession {
  readonly sessionId: string;
  readonly score: MatchedReview["score"];
  readonly runIds: readonly string[];
}

/** A plan beside what was run. */
export interface PlanReview {
  readonly adherence: PlanAdherence;
  /** Metres run in each week of the plan, planned or not. */
  readonly metresByWeek: ReadonlyMap<number, number>;
  readonly questions: readonly Question[];
  readonly found: readonly FoundSession[];
  readonly extra: readonly ExtraRun[];
  /** Every run that is named above. */
  readonly named: readonly Activity[];
}

/** What was run, for its athlete. */
export interface RunReadings {
  /** Newest first; the cursor is an id. */
  readonly list: (scope: AthleteScope, page: Page<string>) => Promise<readonly ActivityReading[]>;
  /** By another threshold heart rate, beats a minute, than the one that the athlete keeps. */
  readonly find: (key: ActivityKey, thresholdHeartRate?: number) => Promise<ActivityDetail | undefined>;
  /** The file that it came from, gzipped. */
  readonly original: (key: ActivityKey) => Promise<Uint8Array | undefined>;
  /** What the engine is told of the time before a plan. */
  readonly history: (scope: AthleteScope, today: CalendarDate) => Promise<ToldHistory>;
  /** The curves of so many days up to today, seeded from what lies before. */
  readonly fitness: (
    scope: AthleteScope,
    today: CalendarDate,
    days: number,
  ) => Promise<readonly FitnessDay[]>;
  /** Beats a minute; null while the athlete has told none. */
  readonly thresholdHeartRate: (scope: AthleteScope) => Promise<number | null>;
  /** Undefined when the athlete has no such plan that is ready. The day is told for the zone that the plan lives in. */
  readonly review: (
    key: PlanKey,
    todayIn: (timeZone: string) => CalendarDate | undefined,
  ) => Promise<PlanReview | undefined>;
}
