import { z } from "zod";
import { CalendarDateDocument } from "../plan-request-document.ts";
import { TodayQuery } from "./activity-answers.ts";

export const FitnessQuery = TodayQuery.extend({
  days: z.coerce.number().int().min(1).max(730).default(180),
});
export const FitnessAnswer = z.strictObject({
  days: z
    .array(
      z.strictObject({
        day: CalendarDateDocument,
        load: z.number(),
        fitness: z.number(),
        fatigue: z.number(),
        form: z.number().meta({ description: "Yesterday's fitness less yesterday's fatigue." }),
        isSettling: z
          .boolean()
          .meta({ description: "Too few days before it for the curves to be believed." }),
      }),
    )
    .meta({
      description: "Every day from the first run on, up to today; for looking at, not for prescribing.",
    }),
});
export type FitnessAnswer = z.infer<typeof FitnessAnswer>;
