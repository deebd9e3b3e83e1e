import {
  LONG_RUN_KINDS,
  PHASES,
  PROGRESSIONS,
  RACE_DISTANCES,
  SESSION_KINDS,
  STIMULI,
  STRUCTURES,
  SURFACES,
  VOLUME_TIERS,
  WORKOUT_ROLES,
  ZONES,
} from "@strideiq/engine";
import { z } from "zod";
import { Limit } from "./plan-history-answers.ts";

const WorkoutId = z
  .string()
  .regex(/^[a-z0-9-]{1,100}$/)
  .meta({ example: "cruise-intervals" });

export const WorkoutParams = z.strictObject({ workoutId: WorkoutId });

export const WorkoutListQuery = z.strictObject({
  after: WorkoutId.optional().meta({ description: "The last id of the page before." }),
  limit: Limit,
  kind: z.enum(SESSION_KINDS).optional(),
  stimulus: z.enum(STIMULI).optional(),
  phase: z.enum(PHASES).optional(),
  distance: z.enum(RACE_DISTANCES).optional(),
});
export type WorkoutListQuery = z.infer<typeof WorkoutListQuery>;

const WorkoutSummary = z.strictObject({
  id: WorkoutId,
  title: z.string(),
  kind: z.enum(SESSION_KINDS),
  quality: z.boolean(),
  stimulus: z.enum(STIMULI).nullable(),
  purpose: z.string(),
});

const PieceAnswer = z.strictObject({
  zone: z.enum(ZONES),
  seconds: z.number().exactOptional(),
  metres: z.number().exactOptional(),
  dose: z.literal(true).exactOptional().meta({ description: "The whole dose in one piece." }),
  recovery: z.literal(true).exactOptional(),
  effort: z.string().exactOptional(),
});

/** A workout before it is scaled to a runner. */
export const WorkoutAnswer = WorkoutSummary.extend({
  role: z.enum(WORKOUT_ROLES),
  longRun: z.enum(LONG_RUN_KINDS).nullable(),
  structure: z.enum(STRUCTURES),
  surface: z.enum(SURFACES),
  progress: z.enum(PROGRESSIONS),
  phases: z.array(z.enum(PHASES)),
  distances: z.array(z.enum(RACE_DISTANCES)),
  tiers: z.array(z.enum(VOLUME_TIERS)),
  partners: z.array(WorkoutId).meta({ description: "Workouts of equal stimulus, the best first." }),
  rungs: z.array(
    z.strictObject({
      times: z.strictObject({ min: z.int(), max: z.int() }),
      set: z.array(PieceAnswer),
    }),
  ),
  stops: z.array(z.string()).meta({ description: "When not to run it, a sentence each." }),
  feel: z.string(),
  source: z.string(),
});
export type WorkoutAnswer = z.input<typeof WorkoutAnswer>;

export const WorkoutListAnswer = z.strictObject({
  workouts: z.array(WorkoutSummary),
  next: WorkoutId.nullable(),
});
export type WorkoutListAnswer = z.infer<typeof WorkoutListAnswer>;
