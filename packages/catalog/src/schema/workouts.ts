import { FRAMES, LONG_RUN_KINDS, type WorkoutDefinition, ZONES } from "@strideiq/engine";
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

const workoutSchema = z.strictObject({
  id: z.string({ error: "text" }).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words joined by hyphens"),
  title: words,
  kind: sessionKind,
  quality: yesOrNo,
  stimulus: stimulus.nullable(),
  longRun: z.enum(LONG_RUN_KINDS).nullable(),
  frame: z.enum(FRAMES),
  phases: filledListOf(phase),
  distances: filledListOf(raceDistance),
  tiers: filledListOf(tier),
  rungs: listOf(rung),
  purpose: words,
  feel: words,
  source,
});

true satisfies SameShape<DeepReadonly<z.output<typeof workoutSchema>>, WorkoutDefinition>;

export const workoutLibrarySchema = z.strictObject({
  version: words.exactOptional(),
  workouts: filledListOf(workoutSchema),
});
