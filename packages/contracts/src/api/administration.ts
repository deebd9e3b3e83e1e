import { z } from "zod";
import { Limit, Moment } from "./plan-history-answers.ts";

const Role = z.enum(["athlete", "coach", "admin"]);

export const AccountParams = z.strictObject({ accountId: z.uuid() });
export const RoleBody = z.strictObject({ role: Role }).meta({ examples: [{ role: "coach" }] });
export const AdministeredAccount = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: Role,
  createdAt: Moment,
});
export const AccountListAnswer = z.strictObject({
  accounts: z.array(AdministeredAccount),
  next: z.uuid().nullable(),
});

const LineId = z
  .string()
  .regex(/^\d{1,18}$/)
  .meta({ examples: ["1204"] });
export const AuditQuery = z.strictObject({
  after: LineId.optional().meta({ description: "The last id of the page before." }),
  limit: Limit,
});
export const AuditAnswer = z.strictObject({
  entries: z.array(
    z.strictObject({
      id: LineId,
      at: Moment,
      actor: z.strictObject({
        kind: z.enum(["account", "guest", "api_key", "system"]),
        id: z.uuid().nullable(),
      }),
      action: z.string(),
      subject: z.strictObject({ kind: z.string(), id: z.string() }),
      before: z.unknown(),
      after: z.unknown(),
      requestId: z.string().nullable(),
      reason: z.string().nullable().meta({ description: "Why, where somebody had to say so." }),
    }),
  ),
  next: LineId.nullable(),
});
