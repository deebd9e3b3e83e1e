import type { Athletes } from "@strideiq/application";
import { type Kysely, type QueryCreator, sql } from "kysely";
import { asAthlete, oneAsAthlete } from "./athlete-scope.ts";
import type { Database } from "./schema.ts";

const GUEST_NAME = "Guest";

/** Athletes in PostgreSQL. */
export const createAthletes = (db: Kysely<Database>): Athletes => ({
  createGuest: (athleteId, expiresAt) =>
    oneAsAthlete(db, athleteId, async (one) => {
      await withGuest(one, athleteId, expiresAt)
        .selectNoFrom((eb) => eb.lit(1).as("made"))
        .execute();
    }),

  isGuest: async (athleteId) => {
    const { rows } = await sql<{ readonly found: boolean }>`select is_guest(${athleteId}) as found`.execute(
      db,
    );
    return rows[0]?.found ?? false;
  },

  ofAccount: async (account, { newId, takeOver }) => {
    const known = await findOfAccount(db, account.id);
    if (known !== undefined) return known;
    if (takeOver !== undefined && (await takeOverGuest(db, takeOver, account))) return takeOver;
    // Two requests at once may try; the account has one athlete, whoever of them was first.
    await asAthlete(db, newId, (tx) =>
      tx
        .insertInto("athletes")
        .values({ id: newId, name: account.name, account_id: account.id })
        .onConflict((conflict) => conflict.column("account_id").doNothing())
        .execute(),
    );
    return (await findOfAccount(db, account.id)) ?? newId;
  },
});

/** Makes a guest in front of whatever else a statement does. */
export const withGuest = (
  db: QueryCreator<Database>,
  athleteId: string,
  expiresAt: Date,
): QueryCreator<Database> =>
  db
    .with("stored_athlete", (one) => one.insertInto("athletes").values({ id: athleteId, name: GUEST_NAME }))
    .with("stored_guest", (one) =>
      one.insertInto("guests").values({ athlete_id: athleteId, expires_at: expiresAt }),
    );

async function findOfAccount(db: Kysely<Database>, accountId: string): Promise<string | undefined> {
  const { rows } = await sql<{
    readonly found: string | null;
  }>`select athlete_of_account(${accountId}) as found`.execute(db);
  return rows[0]?.found ?? undefined;
}

/** False when the athlete has an account already: what is somebody's is not taken over. */
const takeOverGuest = (
  db: Kysely<Database>,
  athleteId: string,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<boolean> =>
  asAthlete(db, athleteId, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable("athletes")
      .set({ account_id: id, name })
      .where("id", "=", athleteId)
      .where("account_id", "is", null)
      .executeTakeFirst();
    await tx.deleteFrom("guests").where("athlete_id", "=", athleteId).execute();
    return numUpdatedRows === 1n;
  });
