import type { Mail, PostMail } from "@strideiq/application";
import type { Kysely } from "kysely";
import type { Database } from "./schema.ts";

/** Hands a letter over; it throws when it could not be. */
export type Deliver = (mail: Mail & { readonly id: string }) => Promise<void>;

export interface MailOutbox {
  readonly post: PostMail;
  /** Delivers what waits, one letter after the other; how many left. A letter that fails waits for the next time. */
  readonly deliverAll: (deliver: Deliver) => Promise<number>;
}

const ATTEMPTS_MAX = 20;
const FAILURE_LENGTH_MAX = 1_000;

/** Mail is written down before it is sent, so that a crash loses none. */
export const createMailOutbox = (db: Kysely<Database>, newId: () => string): MailOutbox => ({
  post: async ({ accountId, kind, recipient, subject, text }) => {
    const row = { id: newId(), account_id: accountId ?? null, kind, recipient, subject, body: text };
    await db.insertInto("mail_outbox").values(row).execute();
  },
  deliverAll: async (deliver) => {
    let delivered = 0;
    const tried: string[] = [];
    for (;;) {
      const outcome = await deliverNext(db, deliver, tried);
      if (outcome === undefined) return delivered;
      tried.push(outcome.id);
      if (outcome.sent) delivered += 1;
    }
  },
});

/** The row stays locked while it is sent, so that no second process sends it, too. */
const deliverNext = (
  db: Kysely<Database>,
  deliver: Deliver,
  tried: readonly string[],
): Promise<{ readonly id: string; readonly sent: boolean } | undefined> =>
  db.transaction().execute(async (tx) => {
    const waiting = tx
      .selectFrom("mail_outbox")
      .selectAll()
      .where("sent_at", "is", null)
      .where("attempts", "<", ATTEMPTS_MAX)
      .orderBy("created_at")
      .limit(1)
      .forUpdate()
      .skipLocked();
    const row = await (
      tried.length === 0 ? waiting : waiting.where("id", "not in", tried)
    ).executeTakeFirst();
    if (row === undefined) return undefined;
    const { id, kind, recipient, subject, body } = row;
    try {
      await deliver({ id, kind, recipient, subject, text: body ?? "" });
    } catch (problem) {
      const failure = String(problem).slice(0, FAILURE_LENGTH_MAX) || "unknown";
      await tx
        .updateTable("mail_outbox")
        .set({ attempts: row.attempts + 1, failure })
        .where("id", "=", id)
        .execute();
      return { id, sent: false };
    }
    // Its text can open an account; once it has left, nobody needs it here.
    await tx
      .updateTable("mail_outbox")
      .set({ sent_at: new Date(), body: null, failure: null, attempts: row.attempts + 1 })
      .where("id", "=", id)
      .execute();
    return { id, sent: true };
  });
