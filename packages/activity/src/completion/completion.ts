import type { CalendarDate, Zone } from "@strideiq/engine";

/** How well something was done. Volume and intent have one each: long enough and too hard is no success. */
export const SCORES = ["nailed", "close", "missed"] as const;
export type Score = (typeof SCORES)[number];

/** `open` until the athlete's day has closed; `asked` while only the athlete knows. */
export const COMPLETION_STATES = ["open", "asked", "done", "missed"] as const;
export type CompletionState = (typeof COMPLETION_STATES)[number];

/** Why the intent of a session was not met, or that it could not be told. */
export const INTENT_REASONS = [
  "too_fast",
  "too_slow",
  "work_missing",
  /** The work may have been right: warm-up, rests or cool-down were no easy running. */
  "rest_too_fast",
  "heart_rate_high",
  "effort_high",
  "unknown",
] as const;
export type IntentReason = (typeof INTENT_REASONS)[number];

export interface Completion {
  readonly sessionId: string;
  readonly day: CalendarDate;
  readonly state: CompletionState;
  /** What was done for it; empty unless done. */
  readonly runIds: readonly string[];
  readonly volume: VolumeScore | null;
  readonly intent: IntentScore | null;
  /** The worse of the two; null unless done or missed. */
  readonly score: Score | null;
}

export interface VolumeScore {
  readonly score: Score;
  /** Done by planned, in what was planned. */
  readonly ratio: number;
  readonly by: "distance" | "time";
}

export interface IntentScore {
  /** Null when nothing is known that could tell. */
  readonly score: Score | null;
  readonly reasons: readonly IntentReason[];
  /** Share of the run that was too fast, of an easy one; share of the work on target, of a structured one. */
  readonly share: number | null;
  readonly steps: readonly StepScore[];
}

/** One planned piece of work beside what was run. */
export interface StepScore {
  readonly step: number;
  readonly zone: Zone;
  readonly plannedSeconds: number;
  readonly plannedMetres: number;
  /** Seconds per kilometre; null for efforts without a pace. */
  readonly target: { readonly fast: number; readonly slow: number } | null;
  /** Null when it was not run. */
  readonly done: {
    readonly fromSeconds: number;
    readonly seconds: number;
    readonly secondsPerKm: number;
  } | null;
  readonly verdict: "on_target" | "too_fast" | "too_slow" | "not_done" | "no_target";
}
