import type { Mail, PostMail } from "@strideiq/application";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "./schema.ts";

/** Hands a letter over; it throws when it could not be. */
export type Deliver = (mail: Mail & { readonly id: string }) => Promise<void>;

export interface MailOutbox {
  readonly post: PostMail;
  /** Delivers a letter that was not sent yet. It throws when it could not be, and may then be tried again. */
  readonly deliver: (mailId: string) => Promise<void>;
  /** Letters that nobody has tried to deliver for a while: those that another version wrote down. */
  readonly leftBehind: () => Promise<readonly string[]>;
}

export interface MailOutboxDeps {
  readonly db: Kysely<Database>;
  readonly newId: () => string;
  /** Puts the delivery into the queue, as part of the transaction. */
  readonly enqueue: (mailId: string, transaction: Transaction<Database>) => Promise<void>;
  readonly handOver: Deliver;
}

const FAILURE_LENGTH_MAX = 1_000;
const LEFT_BEHIND_MINUTES = 5;
const LEFT_BEHIND_AT_ONCE = 1_000;

/** Mail is written down before it is sent, so that a crash loses none. */
export const createMailOutbox = ({ db, newId, enqueue, handOver }: MailOutboxDeps): MailOutbox => ({
  post: ({ accountId, kind, recipient, subject, text }) =>
    db.transaction().execute(async (tx) => {
      const id = newId();
      const row = { id, account_id: accountId ?? null, kind, recipient, subject, body: text };
      await tx.insertInto("mail_outbox").values(row).execute();
      await enqueue(id, tx);
    }),
  deliver: async (mailId) => {
    const problem = await deliverOnce(db, handOver, mailId);
    if (problem !== undefined) throw problem;
  },
  leftBehind: async () => {
    const rows = await db
      .selectFrom("mail_outbox")
      .select("id")
      .where("sent_at", "is", null)
      .where("attempts", "=", 0)
      .where("created_at", "<", sql<Date>`now() - make_interval(mins => ${LEFT_BEHIND_MINUTES})`)
      .limit(LEFT_BEHIND_AT_ONCE)
      .execute();
    return rows.map(({ id }) => id);
  },
});

/** The row stays locked while it is sent, so that no second process sends it, too. What went wrong comes back. */
const deliverOnce = (db: Kysely<Database>, handOver: Deliver, mailId: string): Promise<Error | undefined> =>
  db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom("mail_outbox")
      .selectAll()
      .where("id", "=", mailId)
      .where("sent_at", "is", null)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { id, kind, recipient, subject, body, account_id: accountId } = row;
    const letter = { id, kind, recipient, subject, text: body ?? "" };
    const problem = await problemOf(() => handOver(accountId === null ? letter : { ...letter, accountId }));
    // Its text can open an account; once it has left, nobody needs it here.
    const sent = { sent_at: sql<Date>`greatest(now(), created_at)`, body: null, failure: null };
    await tx
      .updateTable("mail_outbox")
      .set({
        attempts: sql<number>`least(attempts + 1, 30000)`,
        ...(problem === undefined ? sent : { failure: String(problem).slice(0, FAILURE_LENGTH_MAX) }),
      })
      .where("id", "=", id)
      .execute();
    return problem;
  });

async function problemOf(work: () => Promise<void>): Promise<Error | undefined> {
  try {
    await work();
    return undefined;
  } catch (problem) {
    return problem instanceof Error ? problem : new Error(String(problem));
  }
}
