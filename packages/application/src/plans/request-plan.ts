import { err, ok, type PlanRequest, type RequestProblem, type Result } from "@strideiq/engine";
import type { PlanKey } from "./plan-record.ts";
import type { AcceptTerms, Clock, PlanRepository } from "./ports.ts";

/** A wish before it is dated: which day it is for the athlete, the clock says. */
export type UndatedRequest = Omit<PlanRequest, "today">;

/** Whether a request makes sense; the engine's gate with its rulebook filled in. */
export type CheckRequest = (request: PlanRequest) => Result<PlanRequest, readonly RequestProblem[]>;

export interface RequestPlanDeps {
  readonly plans: Pick<PlanRepository, "accept">;
  readonly clock: Pick<Clock, "today">;
  readonly checkRequest: CheckRequest;
}

/** A plan to be, and the job that makes it. */
export interface NewPlan extends PlanKey, AcceptTerms {
  readonly jobId: string;
}

/** The single plan that this one would have used up was used up by another request. */
export interface NoPlanLeft {
  readonly type: "NoPlanLeft";
}

/**
 * Whose plan it will be, and under which ids. It is asked only for a wish that makes sense: a newcomer becomes
 * somebody by it. The same wish sent again has the same ids.
 */
export type ForAthlete = () => Promise<NewPlan>;

export type RequestPlan = (
  wish: UndatedRequest,
  forAthlete: ForAthlete,
  requestId?: string,
) => Promise<
  Result<{ readonly planId: string; readonly jobId: string }, readonly RequestProblem[] | NoPlanLeft>
>;

/** Accepts a request for a plan. A worker generates the plan. */
export const createRequestPlan =
  ({ plans, clock, checkRequest }: RequestPlanDeps): RequestPlan =>
  async (wish, forAthlete, requestId) => {
    const today = clock.today(wish.timeZone);
    if (today === undefined)
      return err([{ field: "timeZone", problem: "unknown_value", value: wish.timeZone }]);
    const request = checkRequest({ ...wish, today });
    if (!request.ok) return request;

    const { jobId, planId, athleteId, ...terms } = await forAthlete();
    const trace = requestId === undefined ? { jobId } : { jobId, requestId };
    const isAccepted = await plans.accept({ planId, athleteId }, request.value, trace, terms);
    return isAccepted ? ok({ planId, jobId }) : err({ type: "NoPlanLeft" });
  };
