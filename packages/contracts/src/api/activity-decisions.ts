import { z } from "zod";
import { CalendarDateDocument } from "../plan-request-document.ts";
import { ActivityAnswer } from "./activity-answers.ts";

export const SessionLinkBody = z
  .strictObject({
    session: ActivityAnswer.shape.session.meta({
      description: "The session that it was; null when it was none.",
    }),
  })
  .meta({
    examples: [{ session: { planId: "01939f00-0000-7000-8000-000000000000", sessionId: "s014" } }],
  });

export const DecisionBody = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("same"), other: ActivityAnswer.shape.activityId }),
    z.strictObject({ kind: z.literal("different"), other: ActivityAnswer.shape.activityId }),
    z.strictObject({ kind: z.literal("preferred") }),
    z.strictObject({ kind: z.literal("day"), day: CalendarDateDocument }),
    z.strictObject({ kind: z.literal("sport"), sport: ActivityAnswer.shape.sport }),
  ])
  .meta({ examples: [{ kind: "same", other: "01939f00-0000-7000-8000-000000000000" }] });
