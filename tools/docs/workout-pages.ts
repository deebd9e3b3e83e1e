import type { GeneratedFile } from "@strideiq/contracts";
import type { Rulebook } from "@strideiq/engine";
import { workoutIndexPage, workoutPage } from "@strideiq/wording";

export const WORKOUT_FOLDER = "docs/workouts";

/** A page for each definition of the library, and the list of all. */
export const workoutPages = (rulebook: Rulebook): readonly GeneratedFile[] => [
  { path: `${WORKOUT_FOLDER}/README.md`, text: workoutIndexPage(rulebook) },
  ...rulebook.workouts.map((workout) => ({
    path: `${WORKOUT_FOLDER}/${workout.id}.md`,
    text: workoutPage(workout, rulebook),
  })),
];
