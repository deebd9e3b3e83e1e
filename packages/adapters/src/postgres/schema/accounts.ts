import type { Generated } from "kysely";
import type { Defaulted, LaterMoment, Moment, Optional, OptionalJson } from "./columns.ts";

/** Who signs in, and what belongs to no athlete. */
export interface AccountTables {
  readonly accounts: AccountsTable;
  readonly sessions: SessionsTable;
  readonly credentials: CredentialsTable;
  readonly verifications: VerificationsTable;
  readonly sign_up_keys: SignUpKeysTable;
  readonly audit_log: AuditLogTable;
  readonly mail_outbox: MailOutboxTable;
  readonly installation: InstallationTable;
}

export interface AccountsTable {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly email_verified: Defaulted<boolean>;
  readonly image: Optional<string>;
  readonly role: Defaulted<"athlete" | "coach" | "admin">;
  readonly banned: Defaulted<boolean>;
  readonly ban_reason: Optional<string>;
  readonly ban_expires: LaterMoment;
  readonly created_at: Moment;
  readonly updated_at: Moment;
}

export interface SessionsTable {
  readonly id: string;
  readonly account_id: string;
  readonly token: string;
  readonly expires_at: Date;
  readonly ip_address: Optional<string>;
  readonly user_agent: Optional<string>;
  readonly impersonated_by: Optional<string>;
  readonly created_at: Moment;
  readonly updated_at: Moment;
}

export interface CredentialsTable {
  readonly id: string;
  readonly account_id: string;
  readonly provider_id: string;
  readonly provider_account_id: string;
  readonly password: Optional<string>;
  readonly access_token: Optional<string>;
  readonly refresh_token: Optional<string>;
  readonly id_token: Optional<string>;
  readonly access_token_expires_at: LaterMoment;
  readonly refresh_token_expires_at: LaterMoment;
  readonly scope: Optional<string>;
  readonly created_at: Moment;
  readonly updated_at: Moment;
}

export interface VerificationsTable {
  readonly id: string;
  readonly identifier: string;
  readonly value: string;
  readonly expires_at: Date;
  readonly created_at: Moment;
  readonly updated_at: Moment;
}

export interface SignUpKeysTable {
  readonly key_hash: Buffer;
  readonly request_hash: Buffer;
  readonly account_id: Optional<string>;
  readonly claimed_at: Moment;
  readonly created_at: Moment;
}

export interface AuditLogTable {
  readonly id: Generated<string>;
  readonly at: Moment;
  readonly actor_kind: "account" | "guest" | "api_key" | "system";
  readonly actor_id: Optional<string>;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly reason: Optional<string>;
  readonly before: OptionalJson<unknown>;
  readonly after: OptionalJson<unknown>;
  readonly request_id: Optional<string>;
}

export interface MailOutboxTable {
  readonly id: string;
  readonly account_id: Optional<string>;
  readonly kind: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: Optional<string>;
  readonly attempts: Defaulted<number>;
  readonly failure: Optional<string>;
  readonly created_at: Moment;
  readonly sent_at: LaterMoment;
}

export interface InstallationTable {
  readonly only_row: Defaulted<boolean>;
  readonly secret: Buffer;
  readonly created_at: Moment;
}
