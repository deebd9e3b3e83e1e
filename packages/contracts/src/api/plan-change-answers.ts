import { QUANTITIES } from "@strideiq/engine";
import { z } from "zod";
import { ChangedWishDocument, DoneDocument } from "../plan-change-document.ts";
import { PlanDocument } from "../plan-document.ts";
import { CalendarDateDocument } from "../plan-request-document.ts";
import { Comparison, Reason, Revision, Version } from "./plan-history-answers.ts";

/** What shall be otherwise; what was run until now may come along. */
export const PlanChangeBody = z
  .strictObject({
    wish: ChangedWishDocument.meta({
      description:
        "One change: move a session, swap two days, keep days free, pause, run a week again, run long on another day, race on another day, adapt to what was run, or take up hard sessions again.",
    }),
    done: DoneDocument.nullable().default(null).meta({
      description:
        "What is told with this very change of the days behind it: sessions run (metres, seconds) or skipped, runs beside the plan, and pain, illness or a result. What stands in the completions and activities is known without it, and this wins over it. A day without a word was run as planned.",
    }),
    reason: Reason,
  })
  .meta({ examples: [{ wish: { kind: "move", session: "s012", to: "2027-01-14" }, reason: "A wedding" }] });
export type PlanChangeBody = z.output<typeof PlanChangeBody>;

const Verdicts = z.strictObject({
  pass: z.int(),
  flag: z.int(),
  breach: z.int(),
  not_applicable: z.int(),
});

const from = CalendarDateDocument.meta({ description: "The first day that may change: today there." });

const Possible = z.strictObject({
  status: z.literal("possible"),
  planId: z.uuid(),
  version: Version,
  revision: Revision.meta({ description: "The state that was asked about; make the change for this one." }),
  from,
  diff: Comparison,
  verdicts: z.strictObject({ before: Verdicts, after: Verdicts }),
  plan: PlanDocument,
});

const Impossible = z.strictObject({
  status: z.literal("refused"),
  planId: z.uuid(),
  version: Version,
  revision: Revision,
  from,
  law: z.string(),
  measured: z.number().nullable(),
  limit: z.number().nullable(),
  quantity: z.enum(QUANTITIES).meta({ description: "What measured and limit count." }),
  why: z
    .string()
    .nullable()
    .meta({ description: "What was found, where a law has words of its own for it." }),
  weeks: z
    .array(z.int().min(1))
    .exactOptional()
    .meta({ description: "Numbers of the weeks that it happens in, where it is one of weeks." }),
  reason: z.string().meta({ description: "Why, in plain words." }),
  instead: z.string().meta({ description: "What can be done, in plain words." }),
  nearest: z
    .strictObject({ wish: ChangedWishDocument, diff: Comparison })
    .nullable()
    .meta({ description: "Another wish, ready to be sent, and what it changes." }),
});

/** What a change would do. Nothing of it is stored. */
export const WhatIfAnswer = z.discriminatedUnion("status", [Possible, Impossible]);
export type WhatIfAnswer = z.infer<typeof WhatIfAnswer>;

export const RegenerateBody = z
  .strictObject({ reason: Reason })
  .meta({ examples: [{ reason: "The rules are better now" }] });
