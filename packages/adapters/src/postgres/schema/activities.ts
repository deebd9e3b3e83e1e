import type { ImportOutcome, MatchedReview } from "@strideiq/application";
import type { Activity, FileRefusal, RecordingFormat, Source, SpeedProfile, Sport } from "@strideiq/activity";
import type { CalendarDate } from "@strideiq/engine";
import type { Defaulted, Json, LaterMoment, Moment, Optional, OptionalJson } from "./columns.ts";

/** What was run, and how it came in. */
export interface ActivityTables {
  readonly activity_imports: ActivityImportsTable;
  readonly import_files: ImportFilesTable;
  readonly import_pieces: ImportPiecesTable;
  readonly import_reports: ImportReportsTable;
  readonly activities: ActivitiesTable;
  readonly activity_decisions: ActivityDecisionsTable;
  readonly session_links: SessionLinksTable;
}

export interface ActivityImportsTable {
  readonly id: string;
  readonly athlete_id: string;
  readonly time_zone: string;
  readonly job_id: Optional<string>;
  readonly outcome: Optional<"done" | "failed" | "cancelled">;
  readonly created_at: Moment;
  readonly finished_at: LaterMoment;
}

export interface ImportFilesTable {
  readonly import_id: string;
  readonly position: number;
  readonly athlete_id: string;
  readonly name: string;
  /** PostgreSQL's bigint arrives as text. */
  readonly bytes: Optional<string | number>;
  readonly expected: Optional<number>;
}

export interface ImportPiecesTable {
  readonly import_id: string;
  readonly position: number;
  readonly piece: number;
  readonly athlete_id: string;
  readonly content: Buffer;
}

export interface ImportReportsTable {
  readonly import_id: string;
  readonly position: number;
  readonly number: number;
  readonly athlete_id: string;
  readonly name: string;
  readonly outcome: ImportOutcome;
  readonly refusal: OptionalJson<FileRefusal>;
  readonly faults: Defaulted<readonly string[]>;
  readonly activity_ids: Defaulted<readonly string[]>;
}

export interface ActivitiesTable {
  readonly athlete_id: string;
  readonly id: string;
  readonly source: Source;
  readonly format: RecordingFormat;
  readonly sport: Sport;
  readonly name: Optional<string>;
  readonly start_at: LaterMoment;
  readonly day: Optional<CalendarDate>;
  readonly sort_at: Moment;
  readonly metres: Optional<number>;
  readonly moving_seconds: number;
  readonly summary: Json<Activity>;
  readonly speeds: Json<SpeedProfile>;
  readonly track: Optional<Buffer>;
  readonly original: Optional<Buffer>;
  readonly counts_as: Optional<string>;
  readonly created_at: Moment;
}

export interface ActivityDecisionsTable {
  readonly athlete_id: string;
  readonly kind: "same" | "different" | "preferred" | "day" | "sport";
  readonly activity_id: string;
  readonly other_id: string;
  readonly day: Optional<CalendarDate>;
  readonly sport: Optional<Sport>;
  readonly created_at: Moment;
}

export interface SessionLinksTable {
  readonly plan_id: string;
  readonly session_id: string;
  readonly activity_id: string;
  readonly athlete_id: string;
  readonly kind: "linked" | "unlinked";
  readonly created_at: Moment;
}

/** What a completion that was matched carries beside its amounts. */
export type ReviewColumn = OptionalJson<MatchedReview>;
