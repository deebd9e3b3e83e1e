import {
  CONTRAINDICATIONS,
  FRAMES,
  FUELLING_NEEDS,
  LONG_RUN_KINDS,
  PROGRESSIONS,
  STRUCTURES,
  SURFACES,
  WORKOUT_ROLES,
  type WorkoutLibrary,
  ZONES,
} from "@strideiq/engine";
import { z } from "zod";
import type { DeepReadonly, SameShape } from "./same-shape.ts";
import {
  count,
  filledListOf,
  listOf,
  metres,
  phase,
  raceDistance,
  rangeOf,
  seconds,
  sessionKind,
  source,
  stimulus,
  tier,
  words,
  yesOrNo,
} from "./values.ts";

const piece = z
  .strictObject({
    zone: z.enum(ZONES),
    seconds: seconds.exactOptional(),
    metres: metres.exactOptional(),
    dose: z.literal(true).exactOptional(),
    recovery: z.literal(true).exactOptional(),
    effort: words.exactOptional(),
  })
  .refine(
    (given) => [given.seconds, given.metres, given.dose].filter((size) => size !== undefined).length === 1,
    {
      error: "exactly one of seconds, metres and dose",
    },
  );

const rung = z.strictObject({ times: rangeOf(count), set: filledListOf(piece) });

export const id = z
  .string({ error: "text" })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words joined by hyphens")
  .max(60, "at most 60 characters");

/** Sizes belong to the steps: a title with a number would be wrong for the next runner. */
const title = words.regex(/^\D*$/, "text without a number");

/** Ends with its only full stop; abbreviations would hide a second sentence. */
const oneSentence = words.regex(/^[^.!?]*[^.!?\s][.!?]$/, "one sentence with its full stop");

const contraindication = z.enum(CONTRAINDICATIONS);

export const workoutSchema = z.strictObject({
  id,
  title,
  kind: sessionKind,
  role: z.enum(WORKOUT_ROLES).default("primary"),
  quality: yesOrNo,
  stimulus: stimulus.nullable(),
  longRun: z.enum(LONG_RUN_KINDS).nullable(),
  frame: z.enum(FRAMES),
  structure: z.enum(STRUCTURES),
  surface: z.enum(SURFACES).default("any"),
  phases: filledListOf(phase),
  distances: filledListOf(raceDistance),
  tiers: filledListOf(tier),
  progress: z.enum(PROGRESSIONS),
  notIf: listOf(contraindication).default([]),
  fuelling: z.enum(FUELLING_NEEDS).nullable().default(null),
  partners: listOf(id).default([]),
  rungs: listOf(rung),
  purpose: oneSentence,
  feel: words,
  source,
});

const grams = count.max(150, "grams of carbohydrate an hour from 0 to 150");

const librarySchema = z.strictObject({
  workouts: filledListOf(workoutSchema),
  contraindications: z.record(contraindication, oneSentence),
  stops: z.strictObject({
    everySession: filledListOf(contraindication),
    qualitySessions: filledListOf(contraindication),
    source,
  }),
  fuelling: z.strictObject({
    fromSeconds: seconds,
    gramsPerHour: z.strictObject({ endurance: rangeOf(grams), rehearsal: rangeOf(grams) }),
    source,
  }),
});

true satisfies SameShape<DeepReadonly<z.output<typeof librarySchema>>, WorkoutLibrary>;

export const workoutLibrarySchema = librarySchema.extend({ version: words.exactOptional() });
