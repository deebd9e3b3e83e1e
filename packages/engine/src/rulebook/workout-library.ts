import type { Contraindication, FuellingNeed } from "./cautions.ts";
import type { Range, Sourced } from "./sourced.ts";
import type { WorkoutDefinition } from "./workout-definition.ts";

export interface FuellingRules extends Sourced {
  /** Shorter sessions need nothing on the way. */
  readonly fromSeconds: number;
  /** Grams of carbohydrate an hour. */
  readonly gramsPerHour: Readonly<Record<FuellingNeed, Range>>;
}

/** Stops that hold beside those of a definition. */
export interface GeneralStops extends Sourced {
  readonly everySession: readonly Contraindication[];
  readonly qualitySessions: readonly Contraindication[];
}

/** Everything of `config/workout_library.yaml`. */
export interface WorkoutLibrary {
  readonly workouts: readonly WorkoutDefinition[];
  /** A sentence each, in the runner's words. */
  readonly contraindications: Readonly<Record<Contraindication, string>>;
  readonly stops: GeneralStops;
  readonly fuelling: FuellingRules;
}
