import { err, ok, type Result } from "@strideiq/engine";
import type { JobKey, JobProblem, JobTrace } from "../jobs/job.ts";
import { type ChangeNote, standingPlan } from "./change-plan.ts";
import type { PlanChangedMeanwhile, PlanNotFound } from "./plan-change.ts";
import type { PlanHistory } from "./plan-history.ts";
import type { PlanKey } from "./plan-record.ts";
import type { ChangePlan, RebuildProblem, WantedChange } from "./rebuild-plan.ts";

/** A change as it waits for its turn. */
export interface WaitingChange {
  readonly wanted: WantedChange;
  /** The state that it was asked for, where one was named; without it the plan as it stands by then. */
  readonly expected?: number;
  readonly reason?: string;
}

/** Changes that wait, each with its job. */
export interface ChangeShelf {
  /** Stores the wish and its job, both or neither; one that is stored already stays as it is. */
  readonly request: (key: PlanKey, trace: JobTrace, change: WaitingChange) => Promise<void>;
  /** What is still to be done; undefined for a job that ended. */
  readonly find: (key: JobKey) => Promise<WaitingChange | undefined>;
  readonly end: (key: JobKey, problem: JobProblem | null) => Promise<void>;
}

export type RequestChange = (
  key: PlanKey,
  trace: JobTrace,
  wanted: WantedChange,
  note: Pick<ChangeNote, "expected" | "reason">,
) => Promise<Result<JobTrace, PlanNotFound | PlanChangedMeanwhile>>;

/** Accepts a change. A worker thinks it through and makes it of the plan as it stands then. */
export const createRequestChange =
  (deps: {
    readonly history: Pick<PlanHistory, "findCurrent">;
    readonly changes: Pick<ChangeShelf, "request">;
  }): RequestChange =>
  async (key, trace, wanted, { expected, reason }) => {
    const found = await standingPlan(deps.history, key, expected);
    if (!found.ok) return err(found.error);
    const terms = {
      ...(expected === undefined ? {} : { expected }),
      ...(reason === undefined ? {} : { reason }),
    };
    await deps.changes.request(key, trace, { wanted, ...terms });
    return ok(trace);
  };

export type MakeWaitingChange = (key: PlanKey, trace: JobTrace) => Promise<void>;

/**
 * Makes a change that waited. It may run any number of times: its line in the ledger has the id of the job, and what
 * stands there is not made again. A change that cannot be, or comes too late for the state that it was asked for, fails
 * with the reason, and the plan stays as it is.
 */
export const createMakeWaitingChange =
  (deps: {
    readonly history: Pick<PlanHistory, "findChange">;
    readonly changes: Pick<ChangeShelf, "find" | "end">;
    readonly changePlan: ChangePlan;
    readonly explain: (problem: RebuildProblem) => JobProblem;
  }): MakeWaitingChange =>
  async (key, { jobId }) => {
    const { history, changes, changePlan, explain } = deps;
    const job = { jobId, athleteId: key.athleteId };
    const waiting = await changes.find(job);
    if (waiting === undefined) return;
    const { wanted, ...terms } = waiting;
    const actor = { kind: "athlete", id: key.athleteId } as const;
    if ((await history.findChange(key, jobId)) !== undefined) return changes.end(job, null);
    for (let left = TURNS; ; left -= 1) {
      const made = await changePlan(key, wanted, { ...terms, actor, changeId: jobId });
      if (made.ok) return changes.end(job, null);
      const isOvertaken = made.error.type === "PlanChangedMeanwhile" && terms.expected === undefined;
      if (!isOvertaken || left === 1) return changes.end(job, explain(made.error));
    }
  };

/** How often a change for no particular state is made anew when others were faster. */
const TURNS = 10;
