/** The field's words as runtime lists; the types follow from them. */
export const RACE_DISTANCES = ["5k", "10k", "half_marathon", "marathon"] as const;
export type RaceDistance = (typeof RACE_DISTANCES)[number];

export const VOLUME_TIERS = ["builder", "low", "mid", "high", "elite"] as const;
export type VolumeTier = (typeof VOLUME_TIERS)[number];

/** The phases of a macrocycle, in the only order in which they occur. */
export const PHASES = ["base", "build", "peak", "taper"] as const;
export type Phase = (typeof PHASES)[number];

/** What a number of a law counts: metres, seconds, seconds per kilometre, shares of one, or things. */
export const QUANTITIES = ["distance", "duration", "pace", "share", "days", "weeks", "count"] as const;
export type Quantity = (typeof QUANTITIES)[number];

export const WEEK_KINDS = ["build", "cutback", "taper", "race", "tune_up", "return"] as const;
export type WeekKind = (typeof WEEK_KINDS)[number];

export const SESSION_KINDS = [
  "easy",
  "recovery",
  "long",
  "medium_long",
  "steady",
  "progression",
  "threshold",
  "interval",
  "repetition",
  "race_pace",
  "hills",
  "fartlek",
  "strides",
  "tune_up_race",
  "race",
  "cross_training",
  "strength",
] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** The ground that a session asks for; most ask for none. */
export const GROUNDS = ["any", "hills", "trail", "track"] as const;
export type Ground = (typeof GROUNDS)[number];

/** Intensity zones from slowest to fastest; `race` is the effort of the goal race whatever its pace. */
export const ZONES = [
  "walk",
  "recovery",
  "easy",
  "steady",
  "marathon",
  "half_marathon",
  "threshold",
  "ten_k",
  "interval",
  "repetition",
  "sprint",
  "race",
] as const;
export type Zone = (typeof ZONES)[number];

/** Zones that have a pace of their own once a race result is known. Walks and sprints go by feel. */
export const PACED_ZONES = [
  "recovery",
  "easy",
  "steady",
  "marathon",
  "half_marathon",
  "threshold",
  "ten_k",
  "interval",
  "repetition",
  "race",
] as const;
export type PacedZone = (typeof PACED_ZONES)[number];

/**
 * What a session mainly trains. Half-marathon pace goes with marathon pace, 10K pace with intervals.
 */
export const STRESSES = ["endurance", "race_pace", "threshold", "interval", "repetition"] as const;
export type Stress = (typeof STRESSES)[number];

/** What a long run is made of, as a coach would name it. */
export const LONG_RUN_INSIDES = [
  "easy",
  "race_pace",
  "fast_finish",
  "surges",
  "progression",
  "strides",
  "hills",
  "trail",
  "track",
] as const;
export type LongRunInside = (typeof LONG_RUN_INSIDES)[number];

export const UNITS = ["km", "mi"] as const;
export type Units = (typeof UNITS)[number];

export type ByDistance<T> = Readonly<Record<RaceDistance, T>>;
export type ByTier<T> = Readonly<Record<VolumeTier, T>>;
