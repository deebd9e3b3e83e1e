import type { PlanWeek } from "../plan/plan.ts";
import type { WorkoutCard } from "../plan/workout-card.ts";
import type { WorkoutDefinition } from "../rulebook/workout-definition.ts";
import type { FuellingRules, WorkoutLibrary } from "../rulebook/workout-library.ts";

/** The definitions that the sessions of these weeks and their options come from, in the order of the library. */
export function workoutCardsOf(
  weeks: readonly PlanWeek[],
  { workouts, fuelling }: Pick<WorkoutLibrary, "workouts" | "fuelling">,
): Readonly<Record<string, WorkoutCard>> {
  const used = new Set<string>();
  for (const week of weeks)
    for (const day of week.days)
      for (const { workout, optionB } of day.sessions) {
        if (workout !== undefined) used.add(workout);
        if (optionB?.workout !== undefined) used.add(optionB.workout);
      }
  const cards = workouts.filter(({ id }) => used.has(id));
  return Object.fromEntries(cards.map((definition) => [definition.id, cardOf(definition, fuelling)]));
}

const cardOf = (
  { title, purpose, feel, stimulus, structure, surface, fuelling: need }: WorkoutDefinition,
  { fromSeconds, gramsPerHour }: FuellingRules,
): WorkoutCard => ({
  title,
  purpose,
  feel,
  stimulus,
  structure,
  surface,
  fuelling: need === null ? null : { need, fromSeconds, gramsPerHour: gramsPerHour[need] },
});
