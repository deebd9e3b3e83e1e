import { FEATURES } from "@strideiq/access";
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
    }),
  ),
});
