import { createHash, randomBytes } from "node:crypto";
import type { OneTimeSecrets } from "@strideiq/application";
import { err } from "@strideiq/engine";
import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";

/** What of accounts the library does not do. */
export interface AccountRecords {
  readonly isBanned: (accountId: string) => Promise<boolean>;
  readonly hasAdmin: () => Promise<boolean>;
  /** No letter has to be answered before this account can be signed in to. */
  readonly markConfirmed: (accountId: string) => Promise<void>;
}

export const createAccountRecords = (db: Kysely<Database>, now: () => Date): AccountRecords => ({
  isBanned: async (accountId) => {
    const found = await db
      .selectFrom("accounts")
      .select("banned")
      .where("id", "=", accountId)
      .where((where) => where.or([where("ban_expires", "is", null), where("ban_expires", ">", now())]))
      .executeTakeFirst();
    return found?.banned ?? false;
  },
  hasAdmin: async () =>
    (await db.selectFrom("accounts").select("id").where("role", "=", "admin").limit(1).executeTakeFirst()) !==
    undefined,
  markConfirmed: async (accountId) => {
    await db
      .updateTable("accounts")
      .set({ email_verified: true, updated_at: now() })
      .where("id", "=", accountId)
      .execute();
  },
});

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** One-time secrets, of which only the hash is kept. */
export const createOneTimeSecrets = (
  db: Kysely<Database>,
  newId: () => string,
  now: () => Date,
): OneTimeSecrets => ({
  issue: (purpose, validMilliseconds, handOut) =>
    db.transaction().execute(async (tx) => {
      // Two servers that start at the same time would both find none.
      await sql`select pg_advisory_xact_lock(hashtext(${`secret for ${purpose}`}))`.execute(tx);
      await tx
        .deleteFrom("verifications")
        .where("identifier", "=", purpose)
        .where("expires_at", "<=", now())
        .execute();
      const good = await tx
        .selectFrom("verifications")
        .select("id")
        .where("identifier", "=", purpose)
        .executeTakeFirst();
      if (good !== undefined) return undefined;
      const secret = randomBytes(32).toString("base64url");
      const expires_at = new Date(now().getTime() + validMilliseconds);
      await tx
        .insertInto("verifications")
        .values({ id: newId(), identifier: purpose, value: hashOf(secret), expires_at })
        .execute();
      // Before the end of the transaction: whoever is killed here issues another one next time.
      await handOut(secret);
      return secret;
    }),
  spendOnAdmin: (purpose, secret, work) =>
    db.transaction().execute(async (tx) => {
      const good = await tx
        .selectFrom("verifications")
        .select("id")
        .where(({ and }) => and({ identifier: purpose, value: hashOf(secret) }))
        .where("expires_at", ">", now())
        .forUpdate()
        .executeTakeFirst();
      if (good === undefined) return err("spent");
      const done = await work();
      if (!done.ok) return done;
      const { id } = done.value.account;
      await tx
        .updateTable("accounts")
        .set({ role: "admin", updated_at: now() })
        .where("id", "=", id)
        .execute();
      await tx.deleteFrom("verifications").where("id", "=", good.id).execute();
      return done;
    }),
});
