import type { Page } from "../page.ts";
import type { AthleteScope, PlanKey } from "../plans/plan-record.ts";

/** What an athlete can wait for. */
export const JOB_KINDS = ["generate_plan", "change_plan", "export_data", "import_runs"] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export const JOB_STATES = ["waiting", "running", "done", "failed", "cancelled"] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Nothing becomes of such a job any more, unless an administrator has a failed one done again. */
export const isFinished = (state: JobState): boolean => state !== "waiting" && state !== "running";

/** The failure of a plan that its athlete did not want any more. */
export const CANCELLED = "cancelled";

/** One job of one athlete: nobody looks a job up without saying whose it is. */
export interface JobKey extends AthleteScope {
  readonly jobId: string;
}

/** By what a piece of work can be followed: from the request, through the queue, into the log. */
export interface JobTrace {
  readonly jobId: string;
  readonly requestId?: string;
}

/**
 * What a worker is given. Ids only: what they stand for is read when the job runs. A job with a trace has a row
 * of its athlete; the night's work has none, for nobody waits for it.
 */
export type AthleteJob =
  | (PlanKey & { readonly kind: "generate_plan"; readonly trace?: JobTrace })
  | (PlanKey & { readonly kind: "change_plan"; readonly trace: JobTrace })
  | (AthleteScope & { readonly kind: "export_data"; readonly trace: JobTrace })
  | (AthleteScope & { readonly kind: "import_runs"; readonly importId: string; readonly trace: JobTrace })
  | (PlanKey & { readonly kind: "refresh_answer"; readonly trace?: undefined });

/** Why nothing came of a job: what whoever had waited for the answer would have been told. */
export interface JobProblem {
  readonly code: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

/** A job as its athlete finds it. */
export interface JobReading {
  readonly jobId: string;
  readonly kind: JobKind;
  readonly planId: string | null;
  readonly state: JobState;
  /** Counts every change. */
  readonly revision: number;
  /** How often it was begun: more than once after a fault. */
  readonly attempts: number;
  /** How far it has come; null where that cannot be told. */
  readonly progress: { readonly done: number; readonly of: number | null } | null;
  /** Null unless it failed, and the reason lies in what was asked for. */
  readonly problem: JobProblem | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** The jobs of one athlete. */
export interface JobShelf {
  readonly find: (key: JobKey) => Promise<JobReading | undefined>;
  /** Newest first; the cursor is an id. */
  readonly list: (scope: AthleteScope, page: Page<string>) => Promise<readonly JobReading[]>;
  /** Ends a job that is not finished, with what it was for. False when it came too late. */
  readonly cancel: (key: JobKey) => Promise<boolean>;
}

/** Jobs across athletes, by id alone: for those who run and watch them. */
export interface JobBoard {
  /** Marks jobs as begun; those of them that are still to be done. */
  readonly begin: (jobIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Ends a job that threw time after time. */
  readonly fail: (key: JobKey) => Promise<void>;
  /** The revision of each job that there is. */
  readonly revisions: (jobIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
}
