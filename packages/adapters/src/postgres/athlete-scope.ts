import type { Kysely, Transaction } from "kysely";
import { statementWith, transactionWith } from "./database.ts";
import type { Database } from "./schema.ts";

/**
 * Runs the work in a transaction that sees the rows of this athlete and no others (row-level
 * security). It is the second lock: the lookups inside name the athlete all the same.
 */
export const asAthlete = <T>(
  db: Kysely<Database>,
  athleteId: string,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> => transactionWith(db, { name: "app.athlete", value: athleteId }, work);

/** The same for work that is one statement: it is one message, and a transaction by itself. */
export const oneAsAthlete = <T>(
  db: Kysely<Database>,
  athleteId: string,
  work: (db: Kysely<Database>) => Promise<T>,
): Promise<T> => statementWith(db, { name: "app.athlete", value: athleteId }, work);

/**
 * The same for a coach: the transaction sees the invitations of this account, and plans and calendar of those
 * who let it.
 */
export const asCoach = <T>(
  db: Kysely<Database>,
  accountId: string,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> => transactionWith(db, { name: "app.account", value: accountId }, work);
