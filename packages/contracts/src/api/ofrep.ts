import { z } from "zod";

/*
 * The OpenFeature Remote Evaluation Protocol, as any client of it speaks it:
 * https://github.com/open-feature/protocol
 */

const KEY = "plan.calendar";

export const OfrepParams = z.strictObject({ key: z.string().max(100) });
export const OfrepBody = z
  .strictObject({
    context: z
      .record(z.string().max(100), z.unknown())
      .default({})
      .meta({ description: "targetingKey, and what flags ask about: role, product, distance." }),
  })
  .meta({ examples: [{ context: { distance: "marathon" } }] });

const Evaluation = z.strictObject({
  key: z.string().meta({ example: KEY }),
  value: z.boolean(),
  reason: z.enum(["STATIC", "TARGETING_MATCH", "SPLIT", "DISABLED", "UNKNOWN"]),
  variant: z.string().meta({ description: "Why, in this product's own words.", example: "everybody" }),
});
export const OfrepAnswer = Evaluation;
export const OfrepBulkAnswer = z.strictObject({ flags: z.array(Evaluation) });
