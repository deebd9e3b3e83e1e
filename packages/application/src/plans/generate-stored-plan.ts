import type { Plan, PlanRequest, Refusal, Result } from "@strideiq/engine";
import type { JobTrace } from "../jobs/job.ts";
import type { GenerationOutcome, PlanKey } from "./plan-record.ts";
import type { Clock, PlanRepository } from "./ports.ts";
import type { CheckRequest } from "./request-plan.ts";

/** The engine's generator with its rulebook filled in. */
export type Generate = (request: PlanRequest) => Result<Plan, Refusal>;

export interface GenerateStoredPlanDeps {
  readonly plans: Pick<PlanRepository, "findUnsettled" | "settle" | "tellMade">;
  readonly clock: Pick<Clock, "milliseconds">;
  readonly checkRequest: CheckRequest;
  readonly generate: Generate;
}

/** What became of one job; `already_settled` when an earlier run of it came through. */
export type GenerationReport =
  | { readonly state: "already_settled" }
  | { readonly state: "ready" | "refused" }
  | { readonly state: "failed"; readonly failure: string };

/** Whoever watches a job looks this often: a step that is over sooner need not be told. */
const WATCHED_MILLISECONDS = 150;

export type GenerateStoredPlan = (key: PlanKey, trace?: JobTrace) => Promise<GenerationReport>;

/** Generates an accepted plan and stores it. It may run any number of times: the plan is stored once. */
export const createGenerateStoredPlan =
  ({ plans, clock, checkRequest, generate }: GenerateStoredPlanDeps): GenerateStoredPlan =>
  async (key, trace) => {
    const stored = await plans.findUnsettled(key, trace);
    if (stored === undefined) return { state: "already_settled" };

    const startedAt = clock.milliseconds();
    const outcome = generateSafely(stored, checkRequest, generate);
    // A clock may be set back meanwhile; nothing takes less than no time.
    const milliseconds = Math.max(0, clock.milliseconds() - startedAt);
    if (trace !== undefined && milliseconds >= WATCHED_MILLISECONDS) await plans.tellMade(key, trace);
    const settled = await plans.settle(key, outcome, milliseconds, trace);
    if (!settled) return { state: "already_settled" };
    return outcome.state === "failed" ? outcome : { state: outcome.state };
  };

export type GiveUpPlan = (key: PlanKey, problem: unknown, trace?: JobTrace) => Promise<void>;

/** Ends a plan that could not be stored, time after time, so that its athlete need not wait for ever. */
export const createGiveUpPlan =
  ({ plans }: { readonly plans: Pick<PlanRepository, "settle"> }): GiveUpPlan =>
  async (key, problem, trace) => {
    await plans.settle(key, { state: "failed", failure: textOf(problem) }, 0, trace);
  };

/**
 * A generator that throws has a defect, and would throw again for the same request: the athlete is
 * told, instead of waiting for a job that is tried for ever.
 */
function generateSafely(
  stored: PlanRequest,
  checkRequest: CheckRequest,
  generate: Generate,
): GenerationOutcome {
  try {
    // Rules may have changed since the request was accepted.
    const request = checkRequest(stored);
    if (!request.ok) {
      const fields = request.error.map(({ field, problem }) => `${field} (${problem})`).join(", ");
      return { state: "failed", failure: `The stored request is no longer valid: ${fields}` };
    }
    const generated = generate(request.value);
    if (!generated.ok) return { state: "refused", refusal: generated.error };
    return { state: "ready", plan: generated.value };
  } catch (defect) {
    return { state: "failed", failure: textOf(defect) };
  }
}

const FAILURE_LENGTH_MAX = 1000;

const textOf = (defect: unknown): string =>
  (defect instanceof Error ? `${defect.name}: ${defect.message}` : String(defect)).slice(
    0,
    FAILURE_LENGTH_MAX,
  ) || "unknown";
