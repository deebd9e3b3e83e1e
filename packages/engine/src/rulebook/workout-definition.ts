import type { Phase, RaceDistance, SessionKind, VolumeTier, Zone } from "../plan/vocabulary.ts";

/** What a session trains; rotations and doses are kept per stimulus. */
export const STIMULI = [
  "threshold",
  "interval",
  "repetition",
  "marathon_pace",
  "half_marathon_pace",
  "ten_k_pace",
  "five_k_pace",
  "fartlek",
  "hills",
  "steady",
  "strides",
  "hill_sprints",
  "sharpener",
] as const;
export type Stimulus = (typeof STIMULI)[number];

/** What happens inside a long run. */
export const LONG_RUN_KINDS = [
  "easy",
  "hilly",
  "progression",
  "fast_finish",
  "marathon_pace",
  "half_marathon_pace",
] as const;
export type LongRunKind = (typeof LONG_RUN_KINDS)[number];

/**
 * Where the work stands in its run: `main` between warm-up and cool-down, `end` after easy running
 * without cool-down beyond a short jog, `whole` the run itself.
 */
export const FRAMES = ["main", "end", "whole"] as const;
export type Frame = (typeof FRAMES)[number];

/** A workout before it is scaled to an athlete. */
export interface WorkoutDefinition {
  /** A speaking id: `cruise-intervals`. */
  readonly id: string;
  readonly title: string;
  readonly kind: SessionKind;
  /** Set for sessions that count as quality; strides and hill sprints do not. */
  readonly quality: boolean;
  readonly stimulus: Stimulus | null;
  /** Set for long runs. */
  readonly longRun: LongRunKind | null;
  readonly frame: Frame;
  readonly phases: readonly Phase[];
  readonly distances: readonly RaceDistance[];
  readonly tiers: readonly VolumeTier[];
  /** From shortest to longest piece; the block climbs them. */
  readonly rungs: readonly Rung[];
  readonly purpose: string;
  readonly feel: string;
  readonly source: string;
}

/** One way to cut the work: a set, repeated until the dose is reached. */
export interface Rung {
  readonly times: { readonly min: number; readonly max: number };
  readonly set: readonly Piece[];
}

/** A piece of work or recovery inside a set. Exactly one of `seconds`, `metres` or `dose` is given. */
export interface Piece {
  readonly zone: Zone;
  readonly seconds?: number;
  readonly metres?: number;
  /** The whole dose in one piece: a continuous run. */
  readonly dose?: true;
  readonly recovery?: true;
  readonly effort?: string;
}
