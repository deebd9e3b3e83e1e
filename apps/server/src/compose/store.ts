import { join } from "node:path";
import {
  explainEmbeddedPostgresProblem,
  isReachable,
  migrate,
  openDatabase,
  startEmbeddedPostgres,
} from "@strideiq/adapters";
import { err, ok, type Result } from "@strideiq/engine";
import type { Configuration } from "./configuration.ts";

export type OpenDatabase = ReturnType<typeof openDatabase>;

/** The database of this process, migrated. */
export interface Store {
  readonly db: OpenDatabase;
  readonly url: string;
  /** Where the data lies, when it is not where one would look for it. */
  readonly elsewhere: string | undefined;
  readonly close: () => Promise<void>;
}

interface Server {
  readonly url: string;
  readonly elsewhere: string | undefined;
  readonly stop: () => Promise<void>;
}

/** Opens the database that DATABASE_URL names, or starts the embedded one. */
export async function openStore(configuration: Configuration): Promise<Result<Store, string>> {
  const server = await findServer(configuration);
  if (!server.ok) return server;
  const { url, elsewhere, stop } = server.value;
  const db = openDatabase(url);
  const close = async (): Promise<void> => {
    await db.destroy();
    await stop();
  };
  if (!(await isReachable(db))) {
    await close();
    return err(
      "The database that DATABASE_URL names does not answer; check the address, or unset it to use the embedded one.",
    );
  }
  await migrate(db, join(configuration.root, "migrations"));
  return ok({ db, url, elsewhere, close });
}

async function findServer({ databaseUrl, dataFolder }: Configuration): Promise<Result<Server, string>> {
  if (databaseUrl !== undefined)
    return ok({ url: databaseUrl, elsewhere: undefined, stop: () => Promise.resolve() });
  const started = await startEmbeddedPostgres({ folder: dataFolder, database: "strideiq" });
  if (!started.ok) return err(explainEmbeddedPostgresProblem(started.error));
  const { url, folder, elsewhere, stop } = started.value;
  return ok({ url, elsewhere: elsewhere ? folder : undefined, stop });
}
