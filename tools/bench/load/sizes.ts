import { sql } from "kysely";
import type { Figure } from "../figure.ts";
import type { Front, Town } from "./town.ts";

/** Where an athlete with one plan has rows. */
const TABLES = [
  "accounts",
  "athletes",
  "sessions",
  "training_plans",
  "plan_versions",
  "plan_snapshots",
  "planned_workouts",
  "generation_logs",
] as const;
const BYTES_OF_MB = 1_024 ** 2;
/** More than this machine is asked to hold: reckoned from one athlete. */
const MANY = 150_000;

/** What an athlete with one plan takes in the database, indexes and packed documents included. */
export async function databaseFigures({ db, athletes }: Town): Promise<readonly Figure[]> {
  const sizes = await Promise.all(
    TABLES.map(async (table) => {
      const { rows } = await sql<{ readonly bytes: string }>`
        select pg_total_relation_size(${table}::regclass) as bytes`.execute(db);
      return Number(rows[0]?.bytes);
    }),
  );
  return rowsOf(
    "database",
    athletes.length,
    sizes.reduce((sum, bytes) => sum + bytes, 0),
  );
}

/** What the copies of those who have just read take in all processes together. */
export async function copyFigures({ figure }: Front, readers: number): Promise<readonly Figure[]> {
  const bytes = await Promise.all(
    ["plans", "visitors"].map((cache) => figure(`strideiq_cache_bytes{cache="${cache}"}`)),
  );
  return rowsOf(
    "copies",
    readers,
    bytes.reduce((sum, one) => sum + one, 0),
  );
}

const rowsOf = (where: string, count: number, bytes: number): readonly Figure[] => [
  { name: `${where}: kB of one of ${String(count)} athletes`, value: bytes / count / 1_024, unit: "" },
  {
    name: `${where}: of ${String(MANY)} athletes, reckoned from that`,
    value: ((bytes / count) * MANY) / BYTES_OF_MB,
    unit: "MB",
  },
];
