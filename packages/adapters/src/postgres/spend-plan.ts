import { sql, type Transaction } from "kysely";
import type { Database } from "./schema.ts";

// Not `now()`, the beginning of the transaction: who waited for a lock would count as earlier than who held it.
const THIS_MOMENT = sql<Date>`clock_timestamp()`;

/**
 * Uses up the oldest single plan that the athlete holds, in one statement: of two requests the second waits for the
 * first, and then finds the next plan or none. False when there is none.
 */
export async function spendPlan(tx: Transaction<Database>, athleteId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("entitlements")
    .set({ ends_at: THIS_MOMENT })
    .where("athlete_id", "=", athleteId)
    .where("id", "=", (eb) =>
      eb
        .selectFrom("entitlements as held")
        .select("held.id")
        .where("held.athlete_id", "=", athleteId)
        .where("held.product", "=", "plan")
        .where("held.starts_at", "<", THIS_MOMENT)
        .where("held.revoked_at", "is", null)
        .where(({ eb: one, or }) =>
          or([one("held.ends_at", "is", null), one("held.ends_at", ">", THIS_MOMENT)]),
        )
        .orderBy("held.created_at")
        .limit(1)
        .forUpdate(),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
