import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import type { Database } from "./schema.ts";

/** Brings the tables to the newest shape. Forward only; several processes may try at once. */
export async function migrate(db: Kysely<Database>, folder: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => readMigrations(folder) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error("A migration failed; nothing of it was kept.", { cause: error });
}

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => /^\d{6}_[a-z0-9_]+\.sql$/.test(name)).toSorted();
  const migrations = await Promise.all(
    names.map(async (name): Promise<[string, Migration]> => {
      const text = await readFile(join(folder, name), "utf8");
      return [basename(name, ".sql"), migrationOf(text)];
    }),
  );
  return Object.fromEntries(migrations);
}

const migrationOf = (text: string): Migration => ({
  up: async (db) => {
    await sql.raw(text).execute(db);
  },
});
