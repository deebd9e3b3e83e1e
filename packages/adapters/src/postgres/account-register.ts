import type { AccountRecord, AccountRegister } from "@strideiq/application";
import type { Kysely } from "kysely";
import type { Database } from "./schema.ts";

const COLUMNS = ["id", "name", "email", "role", "created_at as createdAt"] as const;

/** The accounts of the installation, as its administrator sees them. */
export const createAccountRegister = (db: Kysely<Database>): AccountRegister => ({
  list: async ({ after, limit }) => {
    const all = db.selectFrom("accounts").select(COLUMNS).orderBy("id", "desc").limit(limit);
    return (after === undefined ? all : all.where("id", "<", after)).execute();
  },
  changeRole: (accountId, role) =>
    db.transaction().execute(async (tx) => {
      // Two administrators who demote each other come one after the other.
      const admins = await tx
        .selectFrom("accounts")
        .select("id")
        .where("role", "=", "admin")
        .forUpdate()
        .execute();
      const found = await tx
        .selectFrom("accounts")
        .select(COLUMNS)
        .where("id", "=", accountId)
        .forUpdate()
        .executeTakeFirst();
      if (found === undefined) return "not_found";
      if (found.role === "admin" && role !== "admin" && admins.length === 1) return "last_admin";
      await tx
        .updateTable("accounts")
        .set({ role, updated_at: new Date() })
        .where("id", "=", accountId)
        .execute();
      return { account: { ...found, role } satisfies AccountRecord, before: found.role };
    }),
});
