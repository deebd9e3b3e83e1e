import type { ChangedMeanwhile, FlagChange, FlagStore, StoredFlag } from "@strideiq/application";
import { err, ok, type Result } from "@strideiq/engine";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "./schema.ts";
import { tellConfigurationChanged } from "./watch-configuration.ts";

/** The table `feature_flags`. Every change leaves an entry in the audit, in the same transaction. */
export const createFlagStore = (db: Kysely<Database>): FlagStore => ({
  readAll: () => db.selectFrom("feature_flags").select(["key", "definition", "revision"]).execute(),

  seed: async (flags) => {
    const rows = Object.entries(flags).map(([key, definition]) => ({
      key,
      definition: JSON.stringify(definition),
    }));
    if (rows.length === 0) return;
    await db
      .insertInto("feature_flags")
      .values(rows)
      .onConflict((conflict) => conflict.column("key").doNothing())
      .execute();
  },

  change: (change) => db.transaction().execute((tx) => changeFlag(tx, change)),
});

async function changeFlag(
  tx: Transaction<Database>,
  { key, definition, revision, by, why }: FlagChange,
): Promise<Result<StoredFlag, ChangedMeanwhile>> {
  const before = await tx
    .selectFrom("feature_flags")
    .select(["definition", "revision"])
    .where("key", "=", key)
    .forUpdate()
    .executeTakeFirst();
  if (before?.revision !== revision)
    return err({ type: "ChangedMeanwhile", revision: before?.revision ?? 0 });

  const after = JSON.stringify(definition);
  const stored = await tx
    .updateTable("feature_flags")
    .set({ definition: after, revision: revision + 1, updated_by: by.accountId, updated_at: sql`now()` })
    .where("key", "=", key)
    .returning(["key", "definition", "revision"])
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("audit_log")
    .values({
      actor_kind: "account",
      actor_id: by.accountId,
      action: "flag.change",
      subject_kind: "feature_flag",
      subject_id: key,
      reason: why,
      before: JSON.stringify(before.definition),
      after,
    })
    .execute();
  await tellConfigurationChanged(tx, key);
  return ok(stored);
}
