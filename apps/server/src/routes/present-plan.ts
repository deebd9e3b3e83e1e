import { CANCELLED, type PlanReading } from "@strideiq/application";
import type { PlanAnswer } from "@strideiq/contracts";
import type { Plan } from "@strideiq/engine";
import { explainRefusal } from "@strideiq/wording";

type Shaped<T> = T extends object ? { readonly [Key in keyof T]: Shaped<T[Key]> } : T;

/** The answer for a plan that has no version: still in the making, refused, or failed. */
export function presentUnfinished(
  planId: string,
  reading: Exclude<PlanReading, { readonly state: "ready" }>,
): Shaped<PlanAnswer> {
  switch (reading.state) {
    case "generating":
      return { planId, status: "generating" };
    case "failed":
      return {
        planId,
        status: "failed",
        reason: reading.failure === CANCELLED ? REASON_CANCELLED : REASON_FAULT,
      };
    case "refused": {
      const { law, field, measured, limit, quantity, nearest } = reading.refusal;
      const { reason, instead } = explainRefusal(reading.refusal, reading.request.units);
      return {
        planId,
        status: "refused",
        refusal: { law, field, measured, limit, quantity, reason, instead, nearest },
      };
    }
  }
}

const REASON_CANCELLED = "You cancelled it before it was made. Ask for it again whenever you like.";
const REASON_FAULT =
  "The plan could not be made, by a fault of ours. Ask for it again, or report the id of the plan.";

/** The answer for a finished plan, as it is stored with each of its states. */
export const presentReady = (
  planId: string,
  { version, revision }: { readonly version: number; readonly revision: number },
  plan: Plan,
): Shaped<PlanAnswer> => ({ planId, status: "ready", version, revision, plan });
