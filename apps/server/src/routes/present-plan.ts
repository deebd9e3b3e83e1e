import { CANCELLED, type PlanReading } from "@strideiq/application";
import type { PlanAnswer } from "@strideiq/contracts";
import type { Refusal, Units } from "@strideiq/engine";
import { explainRefusal } from "@strideiq/wording";

type Shaped<T> = T extends object ? { readonly [Key in keyof T]: Shaped<T[Key]> } : T;

/** The answer for a plan that has no version: still in the making, refused, or failed. */
export function presentUnfinished(
  planId: string,
  reading: Exclude<PlanReading, { readonly state: "ready" }>,
): Shaped<PlanAnswer> {
  switch (reading.state) {
    case "generating":
      return { planId, status: "generating", jobId: reading.jobId };
    case "failed":
      return {
        planId,
        status: "failed",
        reason: reading.failure === CANCELLED ? REASON_CANCELLED : REASON_FAULT,
      };
    case "refused": {
      return { planId, status: "refused", refusal: presentRefusal(reading.refusal, reading.request.units) };
    }
  }
}

const REASON_CANCELLED = "You cancelled it before it was made. Ask for it again whenever you like.";
const REASON_FAULT =
  "The plan could not be made, by a fault of ours. Ask for it again, or report the id of the plan.";

/** A refusal with its reason and its cure in words. */
export function presentRefusal(refusal: Refusal, units: Units) {
  const { law, field, measured, limit, quantity, nearest } = refusal;
  return { law, field, measured, limit, quantity, ...explainRefusal(refusal, units), nearest };
}

/** The answer for a finished plan as JSON, as it is stored with each of its states. */
export function renderReady(
  planId: string,
  { version, revision }: { readonly version: number; readonly revision: number },
  planText: string,
): string {
  const around: Omit<Extract<PlanAnswer, { status: "ready" }>, "plan"> = {
    planId,
    status: "ready",
    version,
    revision,
  };
  return `${JSON.stringify(around).slice(0, -1)},"plan":${planText}}`;
}
