import type { ApiKeyScope } from "@strideiq/application";
import type { CalendarDate, RaceDistance, Units } from "@strideiq/engine";
import type { Defaulted, Json, LaterMoment, Moment, Optional, OptionalJson } from "./columns.ts";

/** Who trains, and what belongs to one athlete. */
export interface AthleteTables {
  readonly athletes: AthletesTable;
  readonly guests: GuestsTable;
  readonly api_keys: ApiKeysTable;
  readonly consents: ConsentsTable;
  readonly entitlements: EntitlementsTable;
  readonly idempotency_keys: IdempotencyKeysTable;
  readonly athlete_goals: AthleteGoalsTable;
  readonly athlete_questionnaires: AthleteQuestionnairesTable;
  readonly coach_invitations: CoachInvitationsTable;
}

export interface CoachInvitationsTable {
  readonly id: string;
  readonly athlete_id: string;
  readonly athlete_name: string;
  readonly email: string;
  readonly coach_id: Optional<string>;
  readonly state: Defaulted<"open" | "accepted" | "ended">;
  readonly created_at: Moment;
  readonly accepted_at: LaterMoment;
  readonly ended_at: LaterMoment;
  readonly ended_by: Optional<"athlete" | "coach">;
}

export interface AthletesTable {
  readonly id: string;
  readonly name: string;
  readonly account_id: Optional<string>;
  readonly time_zone: Optional<string>;
  readonly units: Defaulted<Units>;
  readonly threshold_heart_rate: Optional<number>;
  readonly created_at: Moment;
}

export interface GuestsTable {
  readonly athlete_id: string;
  readonly created_at: Moment;
  readonly expires_at: Date;
}

export interface ApiKeysTable {
  readonly id: string;
  readonly athlete_id: string;
  readonly name: string;
  readonly prefix: string;
  readonly hash: Buffer;
  readonly scopes: readonly ApiKeyScope[];
  readonly created_at: Moment;
  readonly expires_at: LaterMoment;
  readonly last_used_at: LaterMoment;
  readonly revoked_at: LaterMoment;
}

export interface ConsentsTable {
  readonly id: string;
  readonly athlete_id: string;
  readonly kind: "health_data";
  readonly text_version: string;
  readonly given_at: Moment;
  readonly withdrawn_at: LaterMoment;
}

export interface EntitlementsTable {
  readonly id: string;
  readonly athlete_id: string;
  readonly product: string;
  readonly source: "grant" | "purchase" | "trial";
  readonly reason: string;
  readonly granted_by: Optional<string>;
  readonly starts_at: Moment;
  readonly ends_at: LaterMoment;
  readonly revoked_at: LaterMoment;
  readonly created_at: Moment;
}

export interface IdempotencyKeysTable {
  readonly athlete_id: string;
  readonly key: string;
  readonly operation: string;
  readonly request_hash: Buffer;
  readonly status: Optional<number>;
  readonly headers: OptionalJson<Readonly<Record<string, string>>>;
  readonly body: Optional<Buffer>;
  readonly claimed_at: Moment;
  readonly created_at: Moment;
}

export interface AthleteGoalsTable {
  readonly id: string;
  readonly athlete_id: string;
  readonly name: Optional<string>;
  readonly distance: RaceDistance;
  readonly race_date: CalendarDate;
  readonly target_seconds: Optional<number>;
  readonly priority: Defaulted<"a" | "b" | "c">;
  readonly state: Defaulted<"open" | "raced" | "dropped">;
  readonly revision: Defaulted<number>;
  readonly created_at: Moment;
  readonly updated_at: Moment;
}

export interface AthleteQuestionnairesTable {
  readonly id: string;
  readonly athlete_id: string;
  readonly answers: Json<Readonly<Record<string, unknown>>>;
  readonly health_answers: OptionalJson<Readonly<Record<string, unknown>>>;
  readonly consent_id: Optional<string>;
  readonly created_at: Moment;
}
