import { LONG_RUN_KINDS, STIMULI } from "@strideiq/engine";
import { z } from "zod";
import { builder } from "../schema/rules.ts";
import { filledListOf, listOf, phase, raceDistance, source, words, yesOrNo } from "../schema/values.ts";
import { id, workoutSchema } from "../schema/workouts.ts";

export const pluginSchema = z.strictObject({
  id,
  version: z.string({ error: "a version" }).regex(/^\d+[.]\d+[.]\d+$/, "a version such as 1.0.0"),
  title: words,
  description: words,
  on: yesOrNo,
});

export const pluginWorkoutsSchema = z.strictObject({ workouts: filledListOf(workoutSchema) });

const stimuli = listOf(z.enum(STIMULI));

/** What a phase trains instead, and how new runners climb; what is not named stays as it is. */
export const pluginPhasesSchema = z.strictObject({
  programs: listOf(
    z.strictObject({
      distance: raceDistance,
      phase,
      primary: stimuli.exactOptional(),
      secondary: stimuli.exactOptional(),
      longRuns: filledListOf(z.enum(LONG_RUN_KINDS)).exactOptional(),
      touches: stimuli.exactOptional(),
    }),
  ).default([]),
  builder: z
    .strictObject({
      weeksPerStageMax: builder.shape.weeksPerStageMax.exactOptional(),
      firstPieceShare: builder.shape.firstPieceShare.exactOptional(),
      walkSeconds: builder.shape.walkSeconds.exactOptional(),
      weekStepMetres: builder.shape.weekStepMetres.exactOptional(),
    })
    .default({}),
  source,
});

export const pluginRulesSchema = z.strictObject({
  rules: filledListOf(
    z.strictObject({
      id,
      /** Told to the athlete where it does not hold. */
      sentence: words,
      holds: words.regex(/^[^\n]*$/, "an expression on one line"),
      source,
    }),
  ),
});
