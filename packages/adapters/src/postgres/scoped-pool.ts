import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type pg from "pg";
import { createSender, type Send, type Statement } from "./statement-bundle.ts";

export type { Statement } from "./statement-bundle.ts";

/** What goes along with a statement, or with the beginning of a transaction. */
export interface Bundle {
  /** Sent in front of it, in the same message and the same transaction. */
  readonly before?: Statement;
  /** Whether the transaction ends with it. */
  readonly isLast?: true;
}

const BEGIN: Statement = { text: "begin", values: [] };
const COMMIT: Statement = { text: "commit", values: [] };
const ALONE = { before: [], after: [] } as const;
/** What Kysely hears of a step that needed no message of its own. */
const done = <Row>(): Promise<PostgresQueryResult<Row>> =>
  Promise.resolve({ command: "COMMIT", rowCount: 0, rows: [] });

/**
 * The pool as Kysely uses it. A transaction that has a bundle is begun with its first statement, and one that says
 * which statement is its last ends with it; everything else is sent as it comes.
 */
export function scopedPool(pool: pg.Pool, bundle: () => Bundle | undefined): PostgresPool {
  const senders = new WeakMap<pg.PoolClient, Send>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const send = senders.get(client) ?? createSender(client);
      senders.set(client, send);
      const release = (destroy?: boolean): void => {
        client.release(destroy);
      };
      return { query: queryOf(send, bundle), release };
    },
  };
}

/** The queries of one stay with a connection. */
function queryOf(send: Send, bundle: () => Bundle | undefined): PostgresPoolClient["query"] {
  // What is still to be sent in front of the first statement of a transaction.
  let opening: readonly Statement[] = [];
  let isOver = false;

  function begin<Row>(): Promise<PostgresQueryResult<Row>> {
    const { before } = bundle() ?? {};
    if (before === undefined) return send<Row>(BEGIN, ALONE);
    opening = [BEGIN, before];
    return done<Row>();
  }
  function end<Row>(text: string): Promise<PostgresQueryResult<Row>> {
    const hasNothingToEnd = isOver || opening.length > 0;
    [isOver, opening] = [false, []];
    return hasNothingToEnd ? done<Row>() : send<Row>({ text, values: [] }, ALONE);
  }
  async function run<Row>(statement: Statement): Promise<PostgresQueryResult<Row>> {
    if (isOver) throw new Error("A statement came after the last one of its transaction.");
    const { before, isLast } = bundle() ?? {};
    const parts = {
      before: before === undefined ? opening : [before],
      after: isLast === true ? [COMMIT] : [],
    };
    opening = [];
    const answer = await send<Row>(statement, parts);
    isOver = isLast === true;
    return answer;
  }
  function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query<Row>(
    asked: string | PostgresCursor<Row>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<Row>> | PostgresCursor<Row> {
    // Nothing is read piece by piece.
    if (typeof asked !== "string") return asked;
    if (asked === "begin") return begin<Row>();
    return asked === "commit" || asked === "rollback" ? end<Row>(asked) : run<Row>({ text: asked, values });
  }
  return query;
}
