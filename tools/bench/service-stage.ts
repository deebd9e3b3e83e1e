import { join } from "node:path";
import { migrate, openDatabase, removeEmbeddedPostgres, startEmbeddedPostgres } from "@strideiq/adapters";
import { closeConnections } from "./http.ts";
import { startServer, startTrivialServer } from "./server.ts";

const MIGRATIONS = join(import.meta.dirname, "../../migrations");

type Database = ReturnType<typeof openDatabase>;

/** The real server, and beside it what the machine can do without it. */
export interface Stage {
  readonly address: string;
  /** What the server stores its plans in. */
  readonly stored: Database;
  readonly trivialAddress: string;
  /** The same tables on the same PostgreSQL, where only the bench writes. */
  readonly bare: Database;
}

/** Starts everything, does the work, and leaves nothing behind. */
export async function onStage<T>(work: (stage: Stage) => Promise<T>): Promise<T> {
  const server = await startServer();
  const trivial = await startTrivialServer();
  try {
    return await withDatabase(server.folder, "strideiq", (stored) =>
      withDatabase(server.folder, "raw_limit", async (bare) => {
        await migrate(bare, MIGRATIONS);
        return work({ address: server.address, stored, trivialAddress: trivial.address, bare });
      }),
    );
  } finally {
    closeConnections();
    await trivial.stop();
    await server.stop();
    await removeEmbeddedPostgres(server.folder);
  }
}

async function withDatabase<T>(
  folder: string,
  database: string,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const server = await startEmbeddedPostgres({ folder, database });
  if (!server.ok) throw new Error(JSON.stringify(server.error));
  const db = openDatabase(server.value.url);
  try {
    return await work(db);
  } finally {
    await db.destroy();
    await server.value.stop();
  }
}
