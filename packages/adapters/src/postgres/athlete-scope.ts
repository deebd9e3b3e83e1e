import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "./schema.ts";

/**
 * Runs the work in a transaction that sees the rows of this athlete and no others (row-level
 * security). It is the second lock: the lookups inside name the athlete all the same.
 */
export const asAthlete = <T>(
  db: Kysely<Database>,
  athleteId: string,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('app.athlete', ${athleteId}, true)`.execute(tx);
    return work(tx);
  });
