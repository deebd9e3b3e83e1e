import { join } from "node:path";
import {
  type DatabaseProblem,
  type EndedStatement,
  explainEmbeddedPostgresProblem,
  installQueue,
  openDatabase,
  prepareDatabase,
  QUEUE_SCHEMA,
  startEmbeddedPostgres,
} from "@strideiq/adapters";
import type { Tracing } from "@strideiq/application";
import { err, ok, type Result } from "@strideiq/engine";
import type { Configuration } from "./configuration.ts";

export type OpenDatabase = ReturnType<typeof openDatabase>;

/** The database of this process, migrated, as the application sees it. */
export interface Store {
  readonly db: OpenDatabase;
  readonly url: string;
  /** What all processes of this installation share, and nobody else may know. */
  readonly secret: Buffer;
  /** Where the data lies, when it is not where one would look for it. */
  readonly elsewhere: string | undefined;
  readonly stop: () => Promise<void>;
}

interface Server {
  readonly url: string;
  readonly elsewhere: string | undefined;
  readonly stop: () => Promise<void>;
}

/** Opens the database that DATABASE_URL names, or starts the embedded one. */
export async function openStore(
  configuration: Configuration,
  tracing?: Pick<Tracing, "tellEnded">,
): Promise<Result<Store, string>> {
  const server = await findServer(configuration);
  if (!server.ok) return server;
  const { elsewhere } = server.value;
  const prepared = await prepareDatabase({
    ownerUrl: server.value.url,
    migrations: join(configuration.root, "migrations"),
    install: [{ schema: QUEUE_SCHEMA, run: installQueue }],
  });
  if (!prepared.ok) {
    await server.value.stop();
    return err(SENTENCES[prepared.error.type]);
  }
  const { url, secret } = prepared.value;
  const db = openDatabase(url, tracing && traceStatements(tracing));
  const stop = async (): Promise<void> => {
    await db.destroy();
    await server.value.stop();
  };
  return ok({ db, url, secret, elsewhere, stop });
}

const traceStatements =
  ({ tellEnded }: Pick<Tracing, "tellEnded">) =>
  ({ text, milliseconds, isRefused }: EndedStatement): void => {
    const facts = { "db.system.name": "postgresql", "db.query.text": text } as const;
    tellEnded("statement", facts, milliseconds, isRefused);
  };

const SENTENCES: Readonly<Record<DatabaseProblem["type"], string>> = {
  DatabaseDoesNotAnswer:
    "The database that DATABASE_URL names does not answer; check the address, or unset it to use the embedded one.",
  OwnerMayNotCreateRoles:
    "The user in DATABASE_URL may not do what the first start needs: own the tables and create one role. Give it CREATEROLE, or name its owner.",
};

async function findServer({ databaseUrl, dataFolder }: Configuration): Promise<Result<Server, string>> {
  if (databaseUrl !== undefined)
    return ok({ url: databaseUrl, elsewhere: undefined, stop: () => Promise.resolve() });
  const started = await startEmbeddedPostgres({ folder: dataFolder, database: "strideiq" });
  if (!started.ok) return err(explainEmbeddedPostgresProblem(started.error));
  const { url, folder, elsewhere, stop } = started.value;
  return ok({ url, elsewhere: elsewhere ? folder : undefined, stop });
}
