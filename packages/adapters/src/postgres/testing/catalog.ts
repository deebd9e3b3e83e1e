import { type Kysely, sql } from "kysely";
import type { Database } from "../schema.ts";

/** Every table that has a column of this name, as the database itself lists them. */
export async function tablesWithColumn(db: Kysely<Database>, column: string): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly name: string }>`
    select relname as name from pg_class
    join pg_attribute on attrelid = pg_class.oid and attname = ${column} and not attisdropped
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by relname`.execute(db);
  return rows.map(({ name }) => name);
}

/** How many rows each of these tables shows to this connection. */
export async function countRows(
  db: Kysely<Database>,
  tables: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await sql<{
      readonly n: number;
    }>`select count(*)::int as n from ${sql.table(table)}`.execute(db);
    counts[table] = rows[0]?.n ?? 0;
  }
  return counts;
}
