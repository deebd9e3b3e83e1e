import type { PaywallChange, PaywallStore, StoredPaywall } from "@strideiq/application";
import { err, ok } from "@strideiq/engine";
import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";
import { tellConfigurationChanged } from "./watch-configuration.ts";

/** The table `paywall_config`. Every change is a row and leaves an entry in the audit, in the same transaction. */
export const createPaywallStore = (db: Kysely<Database>): PaywallStore => ({
  read: () => readLast(db),

  // The first revision is always there from then on, so that a second seed meets it.
  seed: async (paywall) => {
    await db
      .insertInto("paywall_config")
      .values({ revision: 1, definition: JSON.stringify(paywall) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },

  change: (change) =>
    db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtext('strideiq paywall'))`.execute(tx);
      const before = await readLast(tx);
      if (before?.revision !== change.revision)
        return err({ type: "ChangedMeanwhile", revision: before?.revision ?? 0 });
      return ok(await insertNext(tx, before, change));
    }),
});

const readLast = (db: Kysely<Database>): Promise<StoredPaywall | undefined> =>
  db
    .selectFrom("paywall_config")
    .select(["definition", "revision"])
    .orderBy("revision", "desc")
    .limit(1)
    .executeTakeFirst();

async function insertNext(
  tx: Kysely<Database>,
  before: StoredPaywall,
  { definition, revision, by, why }: PaywallChange,
): Promise<StoredPaywall> {
  const after = JSON.stringify(definition);
  const stored = await tx
    .insertInto("paywall_config")
    .values({ revision: revision + 1, definition: after, updated_by: by.accountId })
    .returning(["definition", "revision"])
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("audit_log")
    .values({
      actor_kind: "account",
      actor_id: by.accountId,
      action: "paywall.change",
      subject_kind: "paywall",
      subject_id: String(stored.revision),
      reason: why,
      before: JSON.stringify(before.definition),
      after,
    })
    .execute();
  await tellConfigurationChanged(tx, "paywall");
  return stored;
}
