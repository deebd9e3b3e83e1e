import type { Plan } from "../plan/plan.ts";
import type { Done } from "../plan/plan-change.ts";
import { replan } from "../replan/replan.ts";
import { err, ok, type Result } from "../result/result.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { CalendarDate } from "../units/calendar-date.ts";
import type { Refusal } from "./refusal.ts";

/**
 * What came of a wish, for somebody who asked for walking and easy running only: law C5 holds from the day on which
 * the plan is made, and the hard sessions are never seen. The nearest plan of a refusal is as easy.
 */
export function gently(made: Result<Plan, Refusal>, rulebook: Rulebook): Result<Plan, Refusal> {
  if (made.ok) {
    const plan = gentlePlan(made.value, rulebook);
    return plan === null ? err(NO_GENTLE_PLAN) : ok(plan);
  }
  const { nearest } = made.error;
  const plan = nearest && gentlePlan(nearest.plan, rulebook);
  return err({ ...made.error, nearest: plan && { request: plan.request, plan } });
}

/** Better no plan than a hard one. */
const NO_GENTLE_PLAN: Refusal = {
  type: "Refusal",
  law: "C5",
  field: "easyOnly",
  measured: null,
  limit: null,
  quantity: "count",
  nearest: null,
};

function gentlePlan(plan: Plan, rulebook: Rulebook): Plan | null {
  const { request } = plan;
  const gentle = replan(plan, request.today, askedForCaution(request.today), { kind: "adapt" }, rulebook);
  return gentle.ok ? { ...gentle.value.plan, request: { ...request, easyOnly: true } } : null;
}

const askedForCaution = (date: CalendarDate): Done => ({
  sessions: [],
  extra: [],
  health: { kind: "caution", date },
  evidence: [],
});
