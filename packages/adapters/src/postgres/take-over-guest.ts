import type { TakeOverGuest } from "@strideiq/application";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "./schema.ts";

export interface TakeOverGuestDeps {
  readonly db: Kysely<Database>;
  /** Gives the queue's jobs of one athlete to another, as part of the transaction. */
  readonly handOver: (fromId: string, toId: string, transaction: Transaction<Database>) => Promise<void>;
}

/** Takes guests over in PostgreSQL: all of it, or nothing. */
export const createTakeOverGuest =
  ({ db, handOver }: TakeOverGuestDeps): TakeOverGuest =>
  (guestId, athleteId) =>
    db.transaction().execute(async (tx) => {
      const { rows } = await sql<{
        readonly done: boolean;
      }>`select take_over_guest(${guestId}, ${athleteId}) as done`.execute(tx);
      if (rows[0]?.done !== true) return false;
      await handOver(guestId, athleteId, tx);
      return true;
    });
