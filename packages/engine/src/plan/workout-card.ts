import type { FuellingNeed } from "../rulebook/cautions.ts";
import type { Range } from "../rulebook/sourced.ts";
import type { Stimulus, Structure, Surface } from "../rulebook/workout-definition.ts";

/** What a plan keeps of a workout's definition, so that it explains itself without the library. */
export interface WorkoutCard {
  readonly title: string;
  /** One sentence. */
  readonly purpose: string;
  readonly feel: string;
  readonly stimulus: Stimulus | null;
  readonly structure: Structure;
  /** The ground it wants. */
  readonly surface: Surface;
  /** What to take on the way; null where nothing is needed. */
  readonly fuelling: FuellingAdvice | null;
}

export interface FuellingAdvice {
  readonly need: FuellingNeed;
  /** Shorter sessions need nothing on the way. */
  readonly fromSeconds: number;
  /** Grams of carbohydrate an hour. */
  readonly gramsPerHour: Range;
}
