import { AsyncLocalStorage } from "node:async_hooks";
import { Kysely, type LogEvent, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import { type Bundle, scopedPool, type Statement } from "./scoped-pool.ts";
import type { Database } from "./schema.ts";

// pg would make a day local midnight, and so another day elsewhere: days stay `YYYY-MM-DD`.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);

const POOL_SIZE = 10;
/** When a thousand ask at once on a slow machine, the last of them waits this long for its turn, and is not sent away. */
const TURN_MILLISECONDS = 30_000;

/** A statement that the database has answered, or refused. Of its values nothing is told. */
export interface EndedStatement {
  readonly text: string;
  readonly milliseconds: number;
  readonly isRefused: boolean;
}

/** A pool of connections; `destroy()` closes it. Whoever listens hears of each statement where it was asked for. */
export function openDatabase(url: string, onEnded?: (statement: EndedStatement) => void): Kysely<Database> {
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
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: scopedPool(pool, () => bundles.getStore()) }),
    ...(onEnded === undefined
      ? {}
      : {
          log: (event) => {
            onEnded(endedOf(event));
          },
        }),
  });
  pools.set(db, pool);
  return db;
}

const endedOf = ({ level, query, queryDurationMillis }: LogEvent): EndedStatement => ({
  text: query.sql,
  milliseconds: queryDurationMillis,
  isRefused: level === "error",
});

const pools = new WeakMap<Kysely<Database>, pg.Pool>();

/** What the connections of a pool do: work for somebody, nothing; and how many wait for one. */
export interface PoolUse {
  readonly busy: number;
  readonly idle: number;
  readonly waiting: number;
}

/** How a pool that `openDatabase` opened is used right now. */
export function poolUse(db: Kysely<Database>): PoolUse {
  const pool = pools.get(db);
  if (pool === undefined) return { busy: 0, idle: 0, waiting: 0 };
  return { busy: pool.totalCount - pool.idleCount, idle: pool.idleCount, waiting: pool.waitingCount };
}

/** A setting of PostgreSQL that holds until the end of a transaction. */
interface Scope {
  readonly name: "app.athlete" | "app.account";
  readonly value: string;
}

const bundles = new AsyncLocalStorage<Bundle>();

const scopeStatement = ({ name, value }: Scope): Statement => ({
  text: "select set_config($1, $2, true)",
  values: [name, value],
});

/** A transaction whose scope is set in the message of its first statement: each message costs both sides a wake-up. */
export const transactionWith = <T>(
  db: Kysely<Database>,
  scope: Scope,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> =>
  // What the work does is out of it again: a transaction that it begins has no scope, or one of its own.
  bundles.run({ before: scopeStatement(scope) }, () =>
    db.transaction().execute((tx) => bundles.exit(() => work(tx))),
  );

/**
 * A transaction of one statement, which needs nobody to begin and end it: scope and statement are one message there
 * and one back. A second statement of the same work is a transaction of its own.
 */
export const statementWith = <T>(
  db: Kysely<Database>,
  scope: Scope,
  work: (db: Kysely<Database>) => Promise<T>,
): Promise<T> => bundles.run({ before: scopeStatement(scope) }, () => work(db));

/** The last statement of a transaction, which ends it in the same message. */
export const lastStatement = <T>(work: () => Promise<T>): Promise<T> => bundles.run({ isLast: true }, work);

/** Whether the database answers. */
export async function isReachable(db: Kysely<Database>): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}
