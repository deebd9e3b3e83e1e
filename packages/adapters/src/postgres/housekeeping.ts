import { type Kysely, sql } from "kysely";
import { removeOldAnswers } from "./answer-repository.ts";
import { removeOldSignUpKeys } from "./sign-up-keys.ts";
import type { Database } from "./schema.ts";

/** What a sweep removed. */
export interface Swept {
  readonly guests: number;
  readonly sessions: number;
  readonly links: number;
  /** Answers kept for requests that might have been sent again. */
  readonly answers: number;
  /** Imports that nobody started. */
  readonly imports: number;
}

const GUESTS_AT_ONCE = 500;
const KEEP_SENT_MAIL_DAYS = 30;

/** Removes what has run out: guests with all that was theirs, sessions, links, and the traces of sent mail. */
export async function sweep(db: Kysely<Database>, now: Date): Promise<Swept> {
  let guests = 0;
  for (;;) {
    const { rows } = await sql<{
      readonly n: string;
    }>`select remove_expired_guests(${GUESTS_AT_ONCE}) as n`.execute(db);
    const removed = Number(rows[0]?.n ?? 0);
    guests += removed;
    if (removed < GUESTS_AT_ONCE) break;
  }
  const sessions = await db.deleteFrom("sessions").where("expires_at", "<=", now).executeTakeFirst();
  const links = await db.deleteFrom("verifications").where("expires_at", "<=", now).executeTakeFirst();
  await removeOldSignUpKeys(db, now);
  const oldest = new Date(now.getTime() - KEEP_SENT_MAIL_DAYS * 24 * 3_600_000);
  await db.deleteFrom("mail_outbox").where("sent_at", "<=", oldest).execute();
  return {
    guests,
    sessions: Number(sessions.numDeletedRows),
    links: Number(links.numDeletedRows),
    answers: await removeOldAnswers(db, now),
    imports: await removeStaleImports(db, now),
  };
}

const KEEP_UNSTARTED_HOURS = 24;
const IMPORTS_AT_ONCE = 500;

async function removeStaleImports(db: Kysely<Database>, now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - KEEP_UNSTARTED_HOURS * 3_600_000);
  const { rows } = await sql<{
    readonly n: string;
  }>`select remove_stale_imports(${oldest}, ${IMPORTS_AT_ONCE}) as n`.execute(db);
  return Number(rows[0]?.n ?? 0);
}
