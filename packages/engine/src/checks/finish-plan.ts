import { isFinishOnly } from "../athlete/finish-only.ts";
import type { PlanFacts } from "../plan/measured-plan.ts";

/**
 * A plan that only leads to the finish: it tells so, and its weeks bear it out. What it is excused from is what others
 * build up to; a race that is moved so near makes no such plan of one that was made for more.
 */
export const isFinishPlan = ({ plan, rules }: PlanFacts): boolean =>
  plan.adjustments.some(({ wish }) => wish === "finish") &&
  isFinishOnly(plan.request, plan.weeks.length, rules.races[plan.distance]);

/** Why such a plan owes less. */
export const ONLY_TO_FINISH = "a plan to get through the race holds nothing new and nothing hard";
