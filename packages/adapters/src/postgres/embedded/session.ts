import pg from "pg";
import { SERVER_ROLE } from "./cluster.ts";

export interface ServerAddress {
  readonly port: number;
  readonly password: string;
}

const MAINTENANCE_DATABASE = "postgres";

/** The connection string of one database of the embedded server. */
export const databaseUrl = ({ port, password }: ServerAddress, database: string): string =>
  `postgres://${SERVER_ROLE}:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/${database}`;

const clientFor = (address: ServerAddress, name: string): pg.Client =>
  new pg.Client({
    connectionString: databaseUrl(address, MAINTENANCE_DATABASE),
    application_name: name,
    connectionTimeoutMillis: 5_000,
  });

/** Whether the server accepts our password and answers. */
export async function canConnect(address: ServerAddress): Promise<boolean> {
  try {
    return await withSession(address, async (client) => (await client.query("select 1")).rows.length === 1);
  } catch {
    return false;
  }
}

/** Runs the work in a short session of the maintenance database. */
async function withSession<T>(address: ServerAddress, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = clientFor(address, "strideiq-maintenance");
  // A server that goes away in between is reported by the query, too.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates the database unless it is there. */
export const ensureDatabase = (address: ServerAddress, database: string): Promise<void> =>
  withSession(address, async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (found.rows.length === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  });

/** How many sessions other than our own short one the server has. */
export const countOtherSessions = (address: ServerAddress): Promise<number> =>
  withSession(address, async (client) => {
    const sessions = await client.query<{ readonly n: number }>(
      "select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    return sessions.rows[0]?.n ?? 0;
  });

/** A session that a process keeps for as long as it uses the server. */
export interface Lease {
  readonly end: () => Promise<void>;
}

/**
 * The server may be stopped by whoever leaves last. A session is the one sign of use that a killed
 * process cannot leave behind.
 */
export async function takeLease(address: ServerAddress, onLost: () => void): Promise<Lease> {
  const client = clientFor(address, "strideiq-lease");
  const state = { ending: false };
  client.on("error", () => undefined);
  await client.connect();
  // Only what was held can be lost: a connection that fails is the caller's to try again.
  client.once("end", () => {
    if (!state.ending) onLost();
  });
  return {
    end: async () => {
      state.ending = true;
      await client.end().catch(() => undefined);
    },
  };
}
