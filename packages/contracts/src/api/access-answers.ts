import { FEATURES, PRODUCTS } from "@strideiq/access";
import { z } from "zod";

/** What one may use here, and how to get what one may not. */
export const FeaturesAnswer = z.strictObject({
  features: z.array(
    z.strictObject({
      feature: z.enum(FEATURES),
      allowed: z.boolean(),
      because: z.string().meta({ description: "As data: open, free, admin, grant, needs_product, ..." }),
      why: z.string().nullable().meta({ example: "needs Pro: any length from 4 to 24 weeks" }),
      how: z.string().nullable().meta({ description: "Every way to get it." }),
      trialDays: z
        .int()
        .nullable()
        .meta({ description: "So many days it can be tried, by POST /v1/me/trial; null where it cannot." }),
    }),
  ),
});

const Why = z.string().trim().min(1).max(500).meta({ description: "Kept in the audit." });

const Flag = z.strictObject({
  key: z.string(),
  definition: z.unknown().meta({
    description:
      "description, owner, killed, rolloutPercent, athletes, only (by role, product, distance), environments.",
  }),
  revision: z.int().meta({ description: "Grows with each change." }),
});
export const FlagListAnswer = z.strictObject({ flags: z.array(Flag) });
export const FlagAnswer = Flag;
export const FlagParams = z.strictObject({ key: z.string().max(100) });
export const FlagBody = z
  .strictObject({
    definition: z.unknown(),
    revision: z.int().min(1).meta({ description: "The one that you have looked at." }),
    why: Why,
  })
  .meta({
    examples: [
      {
        definition: { description: "Plans for a 5K.", owner: "coaching", rolloutPercent: 50 },
        revision: 1,
        why: "Half of the athletes first.",
      },
    ],
  });

export const GrantParams = z.strictObject({ athleteId: z.uuid() });
export const GrantBody = z
  .strictObject({
    product: z.enum(PRODUCTS).exclude(["free"]),
    endsAt: z.iso.datetime().nullable().default(null).meta({ description: "UTC; null for good." }),
    why: Why,
  })
  .meta({ examples: [{ product: "pro", endsAt: "2027-12-31T00:00:00Z", why: "Pays by invoice." }] });
export const GrantAnswer = z.strictObject({ grantId: z.uuid() });
export const RevokeParams = GrantParams.extend({ grantId: z.uuid() });
export const RevokeBody = z.strictObject({ why: Why }).meta({ examples: [{ why: "Given by mistake." }] });
