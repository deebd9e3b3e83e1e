import type { JobKind, JobProblem, JobState, WaitingChange } from "@strideiq/application";
import type { ColumnType } from "kysely";
import type { Defaulted, LaterMoment, Moment, Optional } from "./columns.ts";

/** What athletes wait for. */
export interface JobTables {
  readonly jobs: JobsTable;
  readonly export_files: ExportFilesTable;
}

export interface JobsTable {
  readonly id: string;
  readonly athlete_id: string;
  readonly kind: JobKind;
  readonly plan_id: Optional<string>;
  /** What a change of a plan is to do. */
  readonly wish: ColumnType<WaitingChange | null, string | null | undefined>;
  readonly problem: ColumnType<JobProblem | null, string | null | undefined, string | null>;
  readonly state: Defaulted<JobState>;
  readonly revision: Defaulted<number>;
  readonly attempts: Defaulted<number>;
  readonly progress_done: Optional<number>;
  readonly progress_of: Optional<number>;
  readonly request_id: Optional<string>;
  readonly created_at: Moment;
  readonly started_at: LaterMoment;
  readonly finished_at: LaterMoment;
}

export interface ExportFilesTable {
  readonly job_id: string;
  readonly athlete_id: string;
  readonly content: Buffer;
  readonly created_at: Moment;
}
