import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { Database } from "./schema.ts";

// pg would make a day local midnight, and so another day elsewhere: days stay `YYYY-MM-DD`.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);

const POOL_SIZE = 10;
/** When a thousand ask at once on a slow machine, the last of them waits this long for its turn, and is not sent away. */
const TURN_MILLISECONDS = 30_000;

/** A pool of connections; `destroy()` closes it. */
export function openDatabase(url: string): Kysely<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    application_name: "strideiq",
    connectionTimeoutMillis: TURN_MILLISECONDS,
    types,
  });
  // An idle connection that breaks is replaced by the next query; unheard, the event would end the process.
  pool.on("error", () => undefined);
  // So would that of one that breaks between two queries of a transaction: the next query tells.
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
  });
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
