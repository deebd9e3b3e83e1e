import { err, ok, type Result } from "@strideiq/engine";
import type { JobKey, JobTrace } from "../jobs/job.ts";
import { type ChangeNote, standingPlan } from "./change-plan.ts";
import type { PlanChangedMeanwhile, PlanNotFound } from "./plan-change.ts";
import type { PlanHistory } from "./plan-history.ts";
import type { PlanKey } from "./plan-record.ts";
import type { ChangePlan, WantedChange } from "./rebuild-plan.ts";

/** A change as it waits for its turn: for one state of the plan, so that it is made of that state or not at all. */
export interface WaitingChange {
  readonly wanted: WantedChange;
  readonly expected: number;
  readonly reason?: string;
}

/** Changes that wait, each with its job. */
export interface ChangeShelf {
  /** Stores the wish and its job, both or neither; one that is stored already stays as it is. */
  readonly request: (key: PlanKey, trace: JobTrace, change: WaitingChange) => Promise<void>;
  /** What is still to be done; undefined for a job that ended. */
  readonly find: (key: JobKey) => Promise<WaitingChange | undefined>;
  readonly end: (key: JobKey, state: "done" | "failed") => Promise<void>;
}

export type RequestChange = (
  key: PlanKey,
  trace: JobTrace,
  wanted: WantedChange,
  note: Pick<ChangeNote, "expected" | "reason">,
) => Promise<Result<JobTrace, PlanNotFound | PlanChangedMeanwhile>>;

/** Accepts a change of the plan as it stands. A worker thinks it through and makes it. */
export const createRequestChange =
  (deps: {
    readonly history: Pick<PlanHistory, "findCurrent">;
    readonly changes: Pick<ChangeShelf, "request">;
  }): RequestChange =>
  async (key, trace, wanted, { expected, reason }) => {
    const found = await standingPlan(deps.history, key, expected);
    if (!found.ok) return err(found.error);
    const change = { wanted, expected: found.value.revision, ...(reason === undefined ? {} : { reason }) };
    await deps.changes.request(key, trace, change);
    return ok(trace);
  };

export type MakeWaitingChange = (key: PlanKey, trace: JobTrace) => Promise<void>;

/**
 * Makes a change that waited. It may run any number of times: its line in the ledger has the id of the job, and what
 * stands there is not made again. A change that cannot be, or comes too late, fails, and the plan stays as it is.
 */
export const createMakeWaitingChange =
  (deps: {
    readonly history: Pick<PlanHistory, "findChange">;
    readonly changes: Pick<ChangeShelf, "find" | "end">;
    readonly changePlan: ChangePlan;
  }): MakeWaitingChange =>
  async (key, { jobId }) => {
    const { history, changes, changePlan } = deps;
    const job = { jobId, athleteId: key.athleteId };
    const waiting = await changes.find(job);
    if (waiting === undefined) return;
    const { wanted, ...terms } = waiting;
    const actor = { kind: "athlete", id: key.athleteId } as const;
    const isMade =
      (await history.findChange(key, jobId)) !== undefined ||
      (await changePlan(key, wanted, { ...terms, actor, changeId: jobId })).ok;
    await changes.end(job, isMade ? "done" : "failed");
  };
