import { FEATURES, PAID_PER, type Paywall, PRODUCTS } from "@strideiq/access";
import { z } from "zod";
import type { DeepReadonly, SameShape } from "./same-shape.ts";
import { listOf, wholeWithin } from "./values.ts";

const offer = z.strictObject({
  cents: wholeWithin("a price in cents", 0, 100_000),
  per: z.enum(PAID_PER),
  features: listOf(z.enum(FEATURES)),
});

export const paywallSchema = z.strictObject({
  mode: z.enum(["open", "tiers"]),
  products: z.strictObject({ free: offer, plan: offer, pro: offer, elite: offer }),
  trial: z.strictObject({ product: z.enum(PRODUCTS), days: wholeWithin("a number of days", 0, 365) }),
});

true satisfies SameShape<DeepReadonly<z.output<typeof paywallSchema>>, Paywall>;
