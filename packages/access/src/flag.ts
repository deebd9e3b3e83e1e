/** Where the product runs; the same flag may stand otherwise in each. */
export const ENVIRONMENTS = ["development", "staging", "production"] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** What a flag may ask about who is using the product. None of it comes from the one who asks. */
export const FLAG_ATTRIBUTES = ["role", "product", "distance"] as const;
export type FlagAttribute = (typeof FLAG_ATTRIBUTES)[number];

export interface FlagSettings {
  /** The kill switch: nothing else counts while it is thrown. */
  readonly killed: boolean;
  /** Percent of athletes that have the feature, 0 to 100 in steps of 0.001. Widening it takes it from nobody. */
  readonly rolloutPercent: number;
  /** Ids of athletes that have it whatever the other settings say, the kill switch aside. */
  readonly athletes: readonly string[];
  /** Who may have it at all: for each attribute named here, one of its values. */
  readonly only: Readonly<Partial<Record<FlagAttribute, readonly string[]>>>;
}

/** One row of `feature_flags`, one entry of `config/feature_flags.yaml`. */
export interface FlagDefinition extends FlagSettings {
  /** What goes away when it is off, in a sentence. */
  readonly description: string;
  /** Who decides about it. */
  readonly owner: string;
  /** What is otherwise in one environment. A kill switch that is thrown above stays thrown. */
  readonly environments: Readonly<Partial<Record<Environment, Partial<FlagSettings>>>>;
}

/** Who is asking, as the service knows it. */
export interface FlagContext {
  /** Undefined for somebody who has done nothing here yet: no part of a rollout. */
  readonly athleteId: string | undefined;
  readonly attributes: Readonly<Partial<Record<FlagAttribute, string>>>;
}

/** Why a feature is on or off. */
export const FLAG_REASONS = [
  "everybody",
  "chosen_athlete",
  "in_rollout",
  "killed",
  "not_targeted",
  "not_in_rollout",
  "unknown_flag",
  "evaluation_failed",
] as const;
export type FlagReason = (typeof FLAG_REASONS)[number];

export interface FlagVerdict {
  readonly on: boolean;
  readonly reason: FlagReason;
}

/** What holds in one environment. */
export function settingsIn(definition: FlagDefinition, environment: Environment): FlagSettings {
  const here = definition.environments[environment] ?? {};
  return {
    killed: definition.killed || (here.killed ?? false),
    rolloutPercent: here.rolloutPercent ?? definition.rolloutPercent,
    athletes: here.athletes ?? definition.athletes,
    only: here.only ?? definition.only,
  };
}
