import type { AuditActor, AuditLog, AuditRecord } from "@strideiq/application";
import type { Kysely, Selectable } from "kysely";
import type { AuditLogTable } from "./schema/accounts.ts";
import type { Database } from "./schema.ts";

const jsonOf = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

/** The audit in PostgreSQL. The application's role can add lines and read them, and nothing else. */
export const createAuditLog = (db: Kysely<Database>): AuditLog => ({
  write: async ({ actor, action, subject, before, after, requestId }) => {
    await db
      .insertInto("audit_log")
      .values({
        actor_kind: actor.kind,
        actor_id: actor.id,
        action,
        subject_kind: subject.kind,
        subject_id: subject.id,
        before: jsonOf(before),
        after: jsonOf(after),
        request_id: requestId ?? null,
      })
      .execute();
  },
  list: async ({ after, limit }) => {
    const all = db.selectFrom("audit_log").selectAll().orderBy("id", "desc").limit(limit);
    const rows = await (after === undefined ? all : all.where("id", "<", after)).execute();
    return rows.map(toRecord);
  },
});

const toRecord = (row: Selectable<AuditLogTable>): AuditRecord => ({
  id: row.id,
  at: row.at,
  actor: actorOf(row),
  action: row.action,
  subject: { kind: row.subject_kind, id: row.subject_id },
  before: row.before,
  after: row.after,
  requestId: row.request_id,
  reason: row.reason,
});

/** The table lets the system alone be nobody. */
function actorOf({ actor_kind: kind, actor_id: id }: Selectable<AuditLogTable>): AuditActor {
  return kind === "system" || id === null ? { kind: "system", id: null } : { kind, id };
}
