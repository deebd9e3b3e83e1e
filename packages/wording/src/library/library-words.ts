import type { Progression, Stimulus, Structure, Surface, WorkoutRole } from "@strideiq/engine";

/** What a session trains, as a page about it says. */
export const STIMULUS_NAMES: Readonly<Record<Stimulus, string>> = {
  threshold: "threshold",
  interval: "oxygen uptake, at interval pace",
  repetition: "speed and economy",
  marathon_pace: "marathon pace",
  half_marathon_pace: "half-marathon pace",
  ten_k_pace: "10K pace",
  five_k_pace: "5K pace",
  fartlek: "first fast running, on feel",
  hills: "strength for hills",
  steady: "aerobic strength",
  strides: "a quick stride",
  hill_sprints: "power",
  sharpener: "quick legs in the taper",
  run_walk: "running without a break",
};

/** The one thing that grows while all else stays. */
export const PROGRESSION_TEXTS: Readonly<Record<Progression, string>> = {
  minutes: "more minutes",
  repeats: "more repeats",
  piece_length: "longer pieces",
  recovery: "shorter rests",
  distance: "more distance",
  count: "more of them",
  share: "a larger share of the run",
  none: "nothing: it stays as it is",
};

/** How the work is cut. */
export const STRUCTURE_TEXTS: Readonly<Record<Structure, string>> = {
  whole: "a run of its own",
  continuous: "one unbroken piece",
  broken: "equal pieces with rests",
  mixed: "pieces of unequal length",
  alternating: "two paces in turn, without a rest",
  progression: "one run that becomes faster",
};

/** The ground a session wants, as it ends a sentence about its structure. */
export const SURFACE_TEXTS: Readonly<Record<Surface, string>> = {
  any: "on any ground",
  track: "on a track",
  flat: "on the flat",
  hills: "over hills",
  trail: "on trails",
};

/** Who puts a session into a plan. */
export const ROLE_TEXTS: Readonly<Record<WorkoutRole, string>> = {
  primary: "The engine writes it into plans by itself.",
  option: "It stands in plans as option B, beside a session that trains the same.",
  library: "It is never planned unasked: a coach or an athlete chooses it.",
};
