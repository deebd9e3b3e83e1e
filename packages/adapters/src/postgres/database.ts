import { AsyncLocalStorage } from "node:async_hooks";
import {
  CompiledQuery,
  type Dialect,
  type Driver,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  sql,
  type Transaction,
} from "kysely";
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
  return new Kysely<Database>({ dialect: scopedDialect(pool) });
}

/** A setting of PostgreSQL that holds until the end of a transaction. */
interface Scope {
  readonly name: "app.athlete" | "app.account";
  readonly value: string;
}

const scopes = new AsyncLocalStorage<Scope>();

/** A transaction whose scope is set in the message that begins it: each message costs both sides a wake-up. */
export const transactionWith = <T>(
  db: Kysely<Database>,
  scope: Scope,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> =>
  // What the work does is out of it again: a transaction that it begins has no scope, or one of its own.
  scopes.run(scope, () => db.transaction().execute((tx) => scopes.exit(() => work(tx))));

function scopedDialect(pool: pg.Pool): Dialect {
  const dialect = new PostgresDialect({ pool });
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => scopedDriver(new PostgresDriver({ pool })),
  };
}

const scopedDriver = (driver: Driver): Driver => ({
  init: (options) => driver.init(options),
  destroy: (options) => driver.destroy(options),
  acquireConnection: (options) => driver.acquireConnection(options),
  releaseConnection: (connection, options) => driver.releaseConnection(connection, options),
  beginTransaction: async (connection, settings) => {
    const scope = scopes.getStore();
    if (scope === undefined) {
      await driver.beginTransaction(connection, settings);
      return;
    }
    const [name, value] = [pg.escapeLiteral(scope.name), pg.escapeLiteral(scope.value)];
    try {
      await connection.executeQuery(CompiledQuery.raw(`begin; select set_config(${name}, ${value}, true)`));
    } catch (problem) {
      // The first half may have been done; nobody else would end what it began.
      await driver.rollbackTransaction(connection);
      throw problem;
    }
  },
  commitTransaction: (connection) => driver.commitTransaction(connection),
  rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
});

/** Whether the database answers. */
export async function isReachable(db: Kysely<Database>): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}
