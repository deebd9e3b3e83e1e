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

/** The tables of `migrations/`, as TypeScript sees them. */
export interface Database {
  readonly athletes: AthletesTable;
  readonly training_plans: TrainingPlansTable;
  readonly plan_versions: PlanVersionsTable;
  readonly planned_workouts: PlannedWorkoutsTable;
  readonly generation_logs: GenerationLogsTable;
}

type Moment = ColumnType<Date, Date | undefined, Date>;

export interface AthletesTable {
  readonly id: string;
  readonly name: string;
  readonly created_at: Moment;
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
}

export interface PlanVersionsTable {
  readonly plan_id: string;
  readonly version: number;
  readonly athlete_id: string;
  readonly document: JSONColumnType<Plan>;
  readonly reason: string;
  readonly provenance: JSONColumnType<Provenance>;
  readonly snapshot: Buffer;
  readonly created_at: Moment;
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

export interface GenerationLogsTable {
  readonly id: Generated<string>;
  readonly plan_id: string;
  readonly athlete_id: string;
  readonly outcome: "ready" | "refused" | "failed";
  readonly version: number | null;
  readonly milliseconds: number;
  readonly detail: string | null;
  readonly logged_at: Moment;
}
