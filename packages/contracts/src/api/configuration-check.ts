import { PLAN_MEASURES } from "@strideiq/engine";
import { z } from "zod";
import { Revision } from "./plan-history-answers.ts";

const metres = z.number().nullable();

/** A mistake, and where it stands. */
export const ConfigurationProblem = z.strictObject({
  file: z.string(),
  line: z.int(),
  column: z.int(),
  path: z.string(),
  message: z.string(),
});

const Measures = z
  .strictObject({
    weeks: z.int(),
    runs: z.int(),
    totalMetres: z.int(),
    peakMetres: z.int().meta({ description: "Of the highest week." }),
    longestMetres: z.int(),
    hardSessions: z.int(),
    thresholdSeconds: z.int(),
    fasterSeconds: z.int().meta({ description: "Faster than threshold, strides left out." }),
    racePaceSeconds: z.int().meta({ description: "At marathon or half-marathon pace." }),
    cutbackWeeks: z.int(),
    taperWeeks: z.int(),
    remarks: z.int().meta({ description: "Laws that have a remark." }),
  })
  .meta({ description: "A plan in a dozen numbers, as a coach compares it; without the goal race." });

const Said = z.string().meta({
  description: "In the words of a coach, to be read aloud.",
  example: "A highest week of 58 km instead of 62 km, a longest run of 28 km instead of 30 km.",
});
const Who = z.string().meta({
  description: "One of the made-up athletes.",
  example: "athlete 17: a half marathon in 16 weeks, 5 run days a week, 45 km a week now, 10 km in 46:00",
});

const Census = z.strictObject({
  asked: z.int(),
  served: z.int(),
  servedBefore: z.int(),
  changed: z.int().meta({ description: "Those who would get another plan." }),
  said: z.array(Said),
  measures: z.array(
    z.strictObject({
      measure: z.enum(PLAN_MEASURES),
      more: z.int().meta({ description: "For so many it goes up." }),
      less: z.int(),
      most: z.strictObject({ who: Who, before: z.int(), after: z.int() }),
    }),
  ),
  most: z
    .array(z.strictObject({ who: Who, sessions: z.int(), before: Measures, after: Measures, said: Said }))
    .meta({ description: "Those whose plans change most: ten of them." }),
  refused: z
    .array(z.strictObject({ who: Who, law: z.string().nullable(), why: z.string() }))
    .meta({ description: "Who has a plan now and would have none: the first ten." }),
  refusedInAll: z.int(),
  servedAtLast: z.array(Who).meta({ description: "Who has none now and would have one: the first ten." }),
  servedAtLastInAll: z.int(),
});

/** What the laws say of a draft, and what it would change. */
export const ConfigurationCheckAnswer = z.strictObject({
  revision: Revision.meta({ description: "The revision of the draft that was looked at." }),
  status: z.enum(["waiting", "running", "passed", "failed"]),
  done: z.int().meta({ description: "Plans made." }),
  total: z.int(),
  problems: z.array(ConfigurationProblem),
  plans: z
    .array(
      z.strictObject({
        id: z.string(),
        sessions: z.int().meta({ description: "Sessions that are not what, where or as far as they were." }),
        weeks: z.array(z.int()),
        before: Measures.nullable().meta({ description: "Null where there is no such plan now." }),
        after: Measures.nullable(),
        said: Said,
        examples: z.array(
          z.strictObject({ title: z.string(), fate: z.string(), metresBefore: metres, metresAfter: metres }),
        ),
      }),
    )
    .meta({ description: "The standard plans that would be others, and how." }),
  athletes: Census.nullable().meta({
    description: "Two hundred made-up athletes, the same ones each time, and what becomes of their plans.",
  }),
});
