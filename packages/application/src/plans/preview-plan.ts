import {
  err,
  ok,
  type Plan,
  type PlanRequest,
  type Refusal,
  type RequestProblem,
  type Result,
} from "@strideiq/engine";
import type { Generate } from "./generate-stored-plan.ts";
import type { Clock } from "./ports.ts";
import type { CheckRequest, UndatedRequest } from "./request-plan.ts";

/** A wish that makes no sense, by field. */
export interface WishMakesNoSense {
  readonly type: "WishMakesNoSense";
  readonly problems: readonly RequestProblem[];
}

/** A wish that no safe plan has. */
export interface WishRefused {
  readonly type: "WishRefused";
  readonly refusal: Refusal;
}

export type PreviewResult = Result<Plan, WishMakesNoSense | WishRefused>;
export type PreviewPlan = (wish: UndatedRequest) => PreviewResult;

/** A plan seen from the day on which it begins, whenever that is. */
export type PreviewStandardPlan = (request: PlanRequest) => PreviewResult;

export interface PreviewDeps {
  readonly clock: Pick<Clock, "today">;
  readonly checkRequest: CheckRequest;
  readonly generate: Generate;
}

/** The plan that a wish leads to, at once and without storing anything. */
export const createPreviewPlan =
  ({ clock, checkRequest, generate }: PreviewDeps): PreviewPlan =>
  (wish) => {
    const today = clock.today(wish.timeZone);
    if (today === undefined) {
      const problem = { field: "timeZone", problem: "unknown_value", value: wish.timeZone } as const;
      return err({ type: "WishMakesNoSense", problems: [problem] });
    }
    return preview({ ...wish, today }, checkRequest, generate);
  };

/** Where a day ends last: no race is over as long as it is not over there. */
const LAST_ZONE = "Etc/GMT+12";

export const createPreviewStandardPlan =
  ({ clock, checkRequest, generate }: PreviewDeps): PreviewStandardPlan =>
  (request) => {
    const today = clock.today(LAST_ZONE) ?? request.today;
    if (request.raceDate >= today) return preview(request, checkRequest, generate);
    const problem = { field: "raceDate", problem: "in_the_past", value: request.raceDate } as const;
    return err({ type: "WishMakesNoSense", problems: [problem] });
  };

function preview(wanted: PlanRequest, checkRequest: CheckRequest, generate: Generate): PreviewResult {
  const request = checkRequest(wanted);
  if (!request.ok) return err({ type: "WishMakesNoSense", problems: request.error });
  const plan = generate(request.value);
  return plan.ok ? ok(plan.value) : err({ type: "WishRefused", refusal: plan.error });
}
