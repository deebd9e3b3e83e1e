import type { Choices, OptionDifference, PlanComparison } from "@strideiq/application";
import type {
  CalendarDate,
  Phase,
  Plan,
  PlanRequest,
  Provenance,
  Refusal,
  SessionKind,
} from "@strideiq/engine";
import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { ReviewColumn } from "./activities.ts";
import type { Defaulted, Json, Moment, Optional } from "./columns.ts";

/** Plans, their versions, and what became of them. */
export interface PlanTables {
  readonly training_plans: TrainingPlansTable;
  readonly plan_versions: PlanVersionsTable;
  readonly plan_snapshots: PlanSnapshotsTable;
  readonly planned_workouts: PlannedWorkoutsTable;
  readonly plan_adaptations: PlanAdaptationsTable;
  readonly workout_completions: WorkoutCompletionsTable;
  /** A view: what is told by hand wins over what was matched. */
  readonly current_completions: WorkoutCompletionsTable;
  readonly generation_logs: GenerationLogsTable;
}

export interface TrainingPlansTable {
  readonly id: string;
  readonly athlete_id: string;
  readonly state: "generating" | "ready" | "refused" | "failed";
  readonly request: JSONColumnType<PlanRequest>;
  readonly current_version: number | null;
  readonly first_date: CalendarDate | null;
  readonly last_date: CalendarDate | null;
  readonly refusal: JSONColumnType<Refusal> | null;
  readonly failure: string | null;
  readonly accepted_at: Moment;
  readonly settled_at: ColumnType<Date | null>;
  readonly goal_id: Optional<string>;
  readonly choices: ColumnType<Choices, string | undefined, string>;
  readonly revision: Defaulted<number>;
}

export interface PlanVersionsTable {
  readonly plan_id: string;
  readonly version: number;
  readonly athlete_id: string;
  /** Of versions from before documents were packed; see `planOfVersion`. */
  readonly document: JSONColumnType<Plan> | null;
  readonly packed: Optional<Buffer>;
  readonly reason: string;
  readonly provenance: JSONColumnType<Provenance>;
  /** Written by servers of the version before this one. */
  readonly snapshot: Optional<Buffer>;
  readonly created_at: Moment;
}

export interface PlanSnapshotsTable {
  readonly plan_id: string;
  readonly athlete_id: string;
  readonly revision: number;
  readonly snapshot: Buffer;
  /** The SHA-256 of the snapshot, which the database reckons. */
  readonly digest: ColumnType<Buffer, never, never>;
}

export interface PlannedWorkoutsTable {
  readonly plan_id: string;
  readonly version: number;
  readonly athlete_id: string;
  readonly session_id: string;
  readonly date: CalendarDate;
  readonly position: number;
  readonly week: number;
  readonly phase: Phase;
  readonly kind: SessionKind;
  readonly title: string;
  readonly quality: boolean;
  readonly metres: number;
  readonly seconds: number;
  readonly estimated: boolean;
  readonly chosen: "a" | "b";
}

export interface PlanAdaptationsTable {
  readonly id: string;
  readonly plan_id: string;
  readonly athlete_id: string;
  readonly kind: string;
  readonly actor_kind: "athlete" | "coach" | "admin" | "system";
  readonly actor_id: Optional<string>;
  readonly reason: string;
  readonly from_version: number;
  readonly to_version: number;
  readonly revision: number;
  readonly diff: Json<PlanComparison | OptionDifference>;
  readonly undone_by: Optional<string>;
  readonly created_at: Moment;
}

export interface WorkoutCompletionsTable {
  readonly plan_id: string;
  readonly session_id: string;
  readonly source: "manual" | "matched";
  readonly athlete_id: string;
  readonly state: "done" | "partly_done" | "skipped";
  readonly done_on: Optional<CalendarDate>;
  readonly metres: Optional<number>;
  readonly seconds: Optional<number>;
  readonly effort: Optional<number>;
  readonly note: Optional<string>;
  readonly activity_id: Optional<string>;
  readonly review: ReviewColumn;
  readonly revision: Defaulted<number>;
  readonly created_at: Moment;
  readonly updated_at: Moment;
}

export interface GenerationLogsTable {
  readonly id: Generated<string>;
  readonly plan_id: string;
  readonly athlete_id: string;
  readonly outcome: "ready" | "refused" | "failed";
  readonly version: number | null;
  readonly milliseconds: number;
  readonly detail: string | null;
  readonly logged_at: Moment;
  readonly request_id: Optional<string>;
  readonly job_id: Optional<string>;
}
