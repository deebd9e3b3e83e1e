import { createHash, randomBytes } from "node:crypto";
import type { AccountRole, OneTimeSecrets } from "@strideiq/application";
import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";

/** What of accounts the library does not do: roles and bans. */
export interface AccountRecords {
  readonly setRole: (accountId: string, role: AccountRole) => Promise<void>;
  readonly isBanned: (accountId: string) => Promise<boolean>;
  readonly hasAdmin: () => Promise<boolean>;
}

export const createAccountRecords = (db: Kysely<Database>, now: () => Date): AccountRecords => ({
  setRole: async (accountId, role) => {
    await db.updateTable("accounts").set({ role, updated_at: now() }).where("id", "=", accountId).execute();
  },
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
});

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** One-time secrets, of which only the hash is kept. */
export const createOneTimeSecrets = (
  db: Kysely<Database>,
  newId: () => string,
  now: () => Date,
): OneTimeSecrets => ({
  issue: (purpose, validMilliseconds) =>
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
      return secret;
    }),
  isGood: async (purpose, secret) => {
    const found = await db
      .selectFrom("verifications")
      .select("id")
      .where(({ and }) => and({ identifier: purpose, value: hashOf(secret) }))
      .where("expires_at", ">", now())
      .executeTakeFirst();
    return found !== undefined;
  },
  spend: async (purpose, secret) => {
    const { numDeletedRows } = await db
      .deleteFrom("verifications")
      .where(({ and }) => and({ identifier: purpose, value: hashOf(secret) }))
      .where("expires_at", ">", now())
      .executeTakeFirst();
    return numDeletedRows > 0n;
  },
});
