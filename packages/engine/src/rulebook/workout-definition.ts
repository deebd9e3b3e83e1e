import type { Phase, RaceDistance, SessionKind, VolumeTier, Zone } from "../plan/vocabulary.ts";
import type { Contraindication, FuellingNeed } from "./cautions.ts";

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
  "run_walk",
] as const;
export type Stimulus = (typeof STIMULI)[number];

/** What happens inside a long run. */
export const LONG_RUN_KINDS = [
  "easy",
  "hilly",
  "progression",
  "fast_finish",
  "surges",
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

/**
 * Who takes a definition: the generator climbs `primary` ones, an `option` stands only beside another as
 * its option B, and `library` ones wait for a coach or an athlete to choose them.
 */
export const WORKOUT_ROLES = ["primary", "option", "library"] as const;
export type WorkoutRole = (typeof WORKOUT_ROLES)[number];

/** The one thing that grows over a block of this workout; all else stays. */
export const PROGRESSIONS = [
  "minutes",
  "repeats",
  "piece_length",
  "recovery",
  "distance",
  "count",
  "share",
  "none",
] as const;
export type Progression = (typeof PROGRESSIONS)[number];

/**
 * How the work is cut: a run of its own, one unbroken piece, equal pieces with rests, pieces of unequal
 * length, two paces in turn without a rest, or one run that becomes faster.
 */
export const STRUCTURES = ["whole", "continuous", "broken", "mixed", "alternating", "progression"] as const;
export type Structure = (typeof STRUCTURES)[number];

/** The ground it wants. With the structure it tells an option B from its A. */
export const SURFACES = ["any", "track", "flat", "hills", "trail"] as const;
export type Surface = (typeof SURFACES)[number];

/** A workout before it is scaled to an athlete. */
export interface WorkoutDefinition {
  /** A speaking id: `cruise-intervals`. */
  readonly id: string;
  readonly title: string;
  readonly kind: SessionKind;
  readonly role: WorkoutRole;
  /** Set for sessions that count as quality; strides and hill sprints do not. */
  readonly quality: boolean;
  readonly stimulus: Stimulus | null;
  /** Set for long runs. */
  readonly longRun: LongRunKind | null;
  readonly frame: Frame;
  readonly structure: Structure;
  readonly surface: Surface;
  readonly phases: readonly Phase[];
  readonly distances: readonly RaceDistance[];
  readonly tiers: readonly VolumeTier[];
  readonly progress: Progression;
  /** When not to run it, beside the stops that hold for every session. */
  readonly notIf: readonly Contraindication[];
  /** What to take on the way when the session lasts longer than the library's limit. */
  readonly fuelling: FuellingNeed | null;
  /** Ids that may stand as option B of equal stimulus, the best first. */
  readonly partners: readonly string[];
  /** From shortest to longest piece; the block climbs them. */
  readonly rungs: readonly Rung[];
  /** One sentence. */
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
