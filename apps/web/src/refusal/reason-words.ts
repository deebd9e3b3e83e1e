import type { PlanAnswer } from "@strideiq/contracts";
import type { LawId, Refusal, Units } from "@strideiq/engine";
import { explainRefusal } from "@strideiq/wording";

type Facts = Pick<
  Extract<PlanAnswer, { status: "refused" }>["refusal"],
  "law" | "field" | "measured" | "limit" | "quantity"
>;

/** Why a wish cannot be kept: the server says lengths in the units of the wish, the page in those of its reader. */
export function reasonWords({ law, field, measured, limit, quantity }: Facts, units: Units): string {
  const named = { law: law as LawId, field: field as Refusal["field"] };
  return explainRefusal({ type: "Refusal", ...named, measured, limit, quantity, nearest: null }, units)
    .reason;
}
