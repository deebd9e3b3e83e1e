import { z } from "zod";
import { PlanParams } from "./plan-answers.ts";
import { Moment } from "./plan-history-answers.ts";

export const InvitationBody = z
  .strictObject({ email: z.email().max(320).meta({ description: "Of the coach." }) })
  .meta({ examples: [{ email: "coach@example.org" }] });
export const InvitationParams = z.strictObject({ invitationId: z.uuid() });
export const InvitationAnswer = z.strictObject({
  id: z.uuid(),
  athleteId: z.uuid(),
  athleteName: z.string(),
  email: z.string(),
  state: z.enum(["open", "accepted", "ended"]),
  createdAt: Moment,
  acceptedAt: Moment.nullable(),
  endedAt: Moment.nullable(),
  endedBy: z.enum(["athlete", "coach"]).nullable(),
});
export const InvitationListAnswer = z.strictObject({
  invitations: z.array(InvitationAnswer),
  next: z.uuid().nullable().meta({ description: "Ask for `after` this; null on the last page." }),
});

export const CoachedParams = z.strictObject({ athleteId: z.uuid() });
export const CoachedPlanParams = PlanParams.extend({ athleteId: z.uuid() });
export type CoachedPlanParams = z.infer<typeof CoachedPlanParams>;
