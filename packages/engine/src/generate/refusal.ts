import type { PlanRequest } from "../athlete/request.ts";
import type { Plan } from "../plan/plan.ts";
import type { Quantity } from "../plan/vocabulary.ts";
import type { LawId } from "../rulebook/law-limits.ts";

/** Why a wish cannot become a safe plan, and the nearest one that can. */
export interface Refusal {
  readonly type: "Refusal";
  /** The law that stands against the wish; `horizon` when there are too few weeks for any plan. */
  readonly law: LawId | "horizon";
  /** The field of the request that would have to give way. */
  readonly field: keyof PlanRequest;
  readonly measured: number | null;
  readonly limit: number | null;
  /** What `measured` and `limit` count. */
  readonly quantity: Quantity;
  /** The weeks of the plan that stood nearest to the wish, 1-based, in which it broke the law; absent where there was none. */
  readonly weeks?: readonly number[];
  /** The nearest wish that works, with its plan, certified like any other. */
  readonly nearest: { readonly request: PlanRequest; readonly plan: Plan } | null;
}
