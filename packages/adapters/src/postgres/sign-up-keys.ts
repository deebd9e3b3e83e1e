import { createHash } from "node:crypto";
import { ANSWER_HOURS, type SignUpKeys } from "@strideiq/application";
import type { Kysely } from "kysely";
import type { Database } from "./schema.ts";

const HOUR = 3_600_000;
/** Longer than a sign-up takes: who holds a key for so long has died. */
const CLAIM_MILLISECONDS = 20_000;

/** Keys of sign-ups in PostgreSQL, as hashes. */
export const createSignUpKeys = (db: Kysely<Database>, now: () => Date): SignUpKeys => ({
  claim: (key, print) =>
    db.transaction().execute(async (tx) => {
      const [key_hash, at] = [hashOf(key), now()];
      const oldest = new Date(at.getTime() - ANSWER_HOURS * HOUR);
      await tx
        .deleteFrom("sign_up_keys")
        .where("key_hash", "=", key_hash)
        .where("created_at", "<=", oldest)
        .execute();
      // Of two at the same moment the second waits here for the first, and then finds its row.
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto("sign_up_keys")
        .values({ key_hash, request_hash: Buffer.from(print), claimed_at: at, created_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 1n) return "claimed";
      const row = await tx
        .selectFrom("sign_up_keys")
        .selectAll()
        .where("key_hash", "=", key_hash)
        .forUpdate()
        .executeTakeFirst();
      // It was let go of between the two statements.
      if (row === undefined) return "under_way";
      if (!row.request_hash.equals(print)) return "used_otherwise";
      if (row.account_id !== null) return { accountId: row.account_id };
      if (row.claimed_at.getTime() > at.getTime() - CLAIM_MILLISECONDS) return "under_way";
      await tx.updateTable("sign_up_keys").set({ claimed_at: at }).where("key_hash", "=", key_hash).execute();
      return "claimed";
    }),
  keep: async (key, account_id) => {
    await db.updateTable("sign_up_keys").set({ account_id }).where("key_hash", "=", hashOf(key)).execute();
  },
  release: async (key) => {
    await db
      .deleteFrom("sign_up_keys")
      .where("key_hash", "=", hashOf(key))
      .where("account_id", "is", null)
      .execute();
  },
});

const hashOf = (key: string): Buffer => createHash("sha256").update(key).digest();

/** Removes the keys that count no longer. */
export async function removeOldSignUpKeys(db: Kysely<Database>, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - ANSWER_HOURS * HOUR);
  await db.deleteFrom("sign_up_keys").where("created_at", "<=", oldest).execute();
}
