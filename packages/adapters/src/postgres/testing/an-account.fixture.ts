import type { Kysely } from "kysely";
import type { Database } from "../schema.ts";

/** Somebody with this id who can be named in the audit; it names nobody who is not there. */
export async function storeAccount(db: Kysely<Database>, id: string): Promise<void> {
  await db
    .insertInto("accounts")
    .values({ id, name: "An administrator", email: `${id}@example.org` })
    .execute();
}
