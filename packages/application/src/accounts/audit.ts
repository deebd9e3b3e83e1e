/** Who did something: an account, a guest, a program with a key, or the system itself. */
export type AuditActor =
  | { readonly kind: "account" | "guest" | "api_key"; readonly id: string }
  | { readonly kind: "system"; readonly id: null };

export type AuditedAction =
  | "session.opened"
  | "password.changed"
  | "account.created"
  | "guest.taken_over"
  | "role.changed"
  | "data.exported"
  | "api_key.created"
  | "api_key.revoked"
  | "consent.given"
  | "consent.withdrawn"
  | "coach.invited"
  | "coach.accepted"
  | "coach.ended";

/** One line: ids only, so that it may outlive those it names. */
export interface AuditEntry {
  readonly actor: AuditActor;
  readonly action: AuditedAction;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly before?: unknown;
  readonly after?: unknown;
  readonly requestId?: string;
}

export interface AuditRecord extends Omit<AuditEntry, "requestId" | "action"> {
  readonly action: string;
  readonly id: string;
  readonly at: Date;
  readonly requestId: string | null;
  /** Why, where somebody had to say so. */
  readonly reason: string | null;
}

/** What was done, outside of plans. It can be added to, and not changed. */
export interface AuditLog {
  readonly write: (entry: AuditEntry) => Promise<void>;
  /** Newest first; the cursor is an id. */
  readonly list: (page: {
    readonly after?: string;
    readonly limit: number;
  }) => Promise<readonly AuditRecord[]>;
}
