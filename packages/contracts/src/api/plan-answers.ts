import { PHASES, SESSION_KINDS } from "@strideiq/engine";
import { QUANTITIES } from "@strideiq/engine";
import { z } from "zod";
import { PlanDocument } from "../plan-document.ts";
import { CalendarDateDocument, PlanRequestDocument } from "../plan-request-document.ts";

const PlanId = z.uuid();

/** An id is the same in capitals. */
export const PlanParams = z.strictObject({ planId: PlanId.toLowerCase() });
export type PlanParams = z.infer<typeof PlanParams>;

/** The answer to a wish: the plan will be at this id. */
export const PlanAccepted = z.strictObject({
  planId: PlanId,
  status: z.literal("generating"),
  jobId: z.uuid().meta({ description: "How far it has come stands at /v1/jobs/{jobId}." }),
});
export type PlanAccepted = z.infer<typeof PlanAccepted>;

const PlanGenerating = z.strictObject({
  planId: PlanId,
  status: z.literal("generating"),
  jobId: z.uuid().nullable().meta({
    description:
      "How far it has come stands at /v1/jobs/{jobId}, and comes from /v1/jobs/{jobId}/events; null for a plan that an older server accepted.",
  }),
});

const PlanReady = z.strictObject({
  planId: PlanId,
  status: z.literal("ready"),
  version: z.int().min(1),
  revision: z.int().min(1).meta({ description: "Counts every change: versions and choices of options." }),
  plan: PlanDocument,
});

export const RefusalAnswer = z.strictObject({
  law: z.string(),
  field: z.string(),
  measured: z.number().nullable(),
  limit: z.number().nullable(),
  quantity: z.enum(QUANTITIES).meta({ description: "What measured and limit count." }),
  reason: z.string().meta({ description: "Why the wish cannot become a safe plan, in plain words." }),
  instead: z.string().meta({ description: "What can be done, in plain words." }),
  nearest: z.strictObject({ request: PlanRequestDocument, plan: PlanDocument }).nullable(),
});

const PlanRefused = z.strictObject({ planId: PlanId, status: z.literal("refused"), refusal: RefusalAnswer });

const PlanFailed = z.strictObject({ planId: PlanId, status: z.literal("failed"), reason: z.string() });

/** A plan as its athlete finds it. */
export const PlanAnswer = z.discriminatedUnion("status", [
  PlanGenerating,
  PlanReady,
  PlanRefused,
  PlanFailed,
]);
export type PlanAnswer = z.infer<typeof PlanAnswer>;

export const CalendarQuery = z.strictObject({
  from: CalendarDateDocument.meta({ description: "The first day." }),
  to: CalendarDateDocument.meta({ description: "The last day, included." }),
});

export const CalendarSession = z.strictObject({
  planId: PlanId,
  sessionId: z.string(),
  date: CalendarDateDocument,
  week: z.int(),
  phase: z.enum(PHASES),
  kind: z.enum(SESSION_KINDS),
  title: z.string(),
  quality: z.boolean(),
  metres: z.number(),
  seconds: z.number(),
  estimated: z.boolean(),
});

/** The sessions between two days, in order. */
export const CalendarAnswer = z.strictObject({
  from: CalendarDateDocument,
  to: CalendarDateDocument,
  sessions: z.array(CalendarSession),
});
export type CalendarAnswer = z.infer<typeof CalendarAnswer>;

/** The same in fewer bytes: a list of values for each session, the plan by its place in `plans`. */
export const CompactCalendarAnswer = z.strictObject({
  from: CalendarDateDocument,
  to: CalendarDateDocument,
  plans: z.array(PlanId),
  columns: z.tuple([
    z.literal("date"),
    z.literal("plan"),
    z.literal("sessionId"),
    z.literal("kind"),
    z.literal("quality"),
    z.literal("metres"),
    z.literal("title"),
  ]),
  sessions: z.array(
    z.tuple([
      CalendarDateDocument,
      z.int().min(0),
      z.string(),
      z.enum(SESSION_KINDS),
      z.boolean(),
      z.number(),
      z.string(),
    ]),
  ),
});
export type CompactCalendarAnswer = z.infer<typeof CompactCalendarAnswer>;

/** What a wish leads to, with nothing stored. */
export const PreviewAnswer = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("ready"), plan: PlanDocument }),
  z.strictObject({ status: z.literal("refused"), refusal: RefusalAnswer }),
]);

export const HealthAnswer = z.strictObject({ status: z.literal("ok") });
