import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { Database } from "./schema.ts";

const DATE_OID = 1082;

// pg would make a day local midnight, and so another day elsewhere: days stay `YYYY-MM-DD`.
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary"): unknown =>
    oid === DATE_OID && format !== "binary"
      ? (text: string): string => text
      : pg.types.getTypeParser(oid, format ?? "text"),
};

const POOL_SIZE = 10;

/** A pool of connections; `destroy()` closes it. */
export function openDatabase(url: string): Kysely<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    application_name: "strideiq",
    connectionTimeoutMillis: 10_000,
    types,
  });
  // An idle connection that breaks is replaced by the next query; unheard, the event would end the process.
  pool.on("error", () => undefined);
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/** Whether the database answers. */
export async function isReachable(db: Kysely<Database>): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}
