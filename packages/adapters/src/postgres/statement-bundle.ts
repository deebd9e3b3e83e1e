import type { PostgresQueryResult } from "kysely";
import pg from "pg";

/** A statement and its values, in the order of `$1`, `$2`. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What travels in the same message, before and after a statement. */
export interface Parts {
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
}

/** Sends a statement, with others around it; the answer is that of the statement. */
export type Send = <Row>(statement: Statement, parts: Parts) => Promise<PostgresQueryResult<Row>>;

// A statement is planned once for each connection, not each time. Only so many are, and none that is long: one that is
// made anew for each list of rows never comes again.
const NAMES_MAX = 200;
const NAMED_LENGTH_MAX = 6_000;
// The server refuses a plan whose columns have changed; a newer version of the service may add one at any time.
const ALL_COLUMNS = /\bselect\s+\*(?!,)|\breturning\s+\*|"\.\*/i;

const names = new Map<string, string>();

/** The name that a statement is prepared under; undefined for one that is not worth it. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= NAMES_MAX || text.length > NAMED_LENGTH_MAX || ALL_COLUMNS.test(text)) return undefined;
  const name = `strideiq_${String(names.size)}`;
  names.set(text, name);
  return name;
}

/**
 * Sends statements of one connection. Several that belong together are one message, with one Sync behind them: they
 * are one transaction, and when one fails those behind it are not done.
 */
export function createSender(client: pg.PoolClient): Send {
  const prepared = new Set<string>();
  return async <Row>(statement: Statement, { before, after }: Parts) => {
    const all = [...before, statement, ...after];
    // Text alone may be several statements, as those of a migration are.
    if (all.length === 1 && statement.values.length === 0)
      return answerOf<Row>(await client.query(statement.text));
    const results = await sendTogether(client, all.map(encoded), prepared);
    return answerOf<Row>(results[before.length] ?? []);
  };
}

const COMMANDS = ["SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "COMMIT", "ROLLBACK"] as const;

/** What pg gives for a statement. */
interface Result {
  readonly command: string;
  readonly rowCount: number | null;
  readonly rows: readonly unknown[];
}

/** Of several statements in one text the last answers. */
function answerOf<Row>(result: Result | readonly Result[]): PostgresQueryResult<Row> {
  const { command, rowCount, rows }: Partial<Result> = [result].flat().at(-1) ?? {};
  return {
    command: COMMANDS.find((known) => known === command) ?? "SELECT",
    rowCount: rowCount ?? 0,
    rows: rows as Row[],
  };
}

interface Encoded {
  readonly text: string;
  readonly name: string | undefined;
  readonly values: (string | Buffer | null)[];
}

const encoded = ({ text, values }: Statement): Encoded => ({
  text,
  name: nameOf(text),
  values: values.map(encodedValue),
});

/** The answer to each of them, or the fault of the first that failed. */
function sendTogether(
  client: pg.PoolClient,
  parts: readonly Encoded[],
  prepared: Set<string>,
): Promise<readonly Result[]> {
  const names = parts.flatMap(({ name }) => name ?? []);
  return new Promise((resolve, reject) => {
    const done = (fault: Error | null | undefined, results: Result | readonly Result[]): void => {
      // After a fault nobody knows how far the server came.
      for (const name of names) prepared.delete(name);
      if (fault) {
        reject(fault);
        return;
      }
      for (const name of names) prepared.add(name);
      resolve([results].flat());
    };
    const query = new pg.Query({ text: "" }, done);
    query.submit = (connection) => {
      connection.stream.cork();
      for (const part of parts) write(connection, part, prepared);
      connection.sync();
      connection.stream.uncork();
    };
    client.query(query);
  });
}

function write(
  connection: pg.Connection,
  { name = "", text, values }: Encoded,
  prepared: ReadonlySet<string>,
): void {
  if (!prepared.has(name)) {
    // One that failed may have been prepared all the same; to close what is not there is no fault.
    if (name !== "") connection.close({ type: "S", name }, true);
    connection.parse({ name, text, types: [] }, true);
  }
  connection.bind({ statement: name, values }, true);
  connection.describe({ type: "P" }, true);
  connection.execute(null, true);
}

/** A value as the server reads it: text, or bytes as they are. */
function encodedValue(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return arrayText(value);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

const arrayText = (values: readonly unknown[]): string => `{${values.map(elementText).join(",")}}`;

function elementText(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  if (Array.isArray(value)) return arrayText(value);
  const text = encodedValue(value);
  const plain = Buffer.isBuffer(text) ? `\\x${text.toString("hex")}` : (text ?? "");
  return `"${plain.replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`;
}
