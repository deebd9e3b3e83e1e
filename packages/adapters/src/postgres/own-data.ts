import type { OwnDataReader } from "@strideiq/application";
import { type Kysely, sql } from "kysely";
import { asAthlete } from "./athlete-scope.ts";
import type { Database } from "./schema.ts";

/**
 * The tables with rows of an athlete, and the columns that are no data of the athlete's: secrets, and
 * copies of what stands elsewhere in the export.
 */
export const OWN_TABLES = {
  activities: ["speeds", "track", "original"],
  activity_decisions: [],
  activity_imports: [],
  api_keys: ["hash"],
  athlete_goals: [],
  athlete_questionnaires: [],
  coach_invitations: [],
  consents: [],
  entitlements: [],
  export_files: ["content"],
  generation_logs: [],
  guests: [],
  idempotency_keys: ["request_hash", "body"],
  import_files: [],
  import_pieces: ["content"],
  import_reports: [],
  jobs: [],
  plan_adaptations: [],
  plan_snapshots: ["snapshot"],
  plan_versions: ["snapshot"],
  planned_workouts: [],
  session_links: [],
  training_plans: [],
  workout_completions: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Row = Readonly<Record<string, unknown>>;

/** Everything that is kept of an athlete, read from the tables themselves. */
export const createOwnDataReader = (db: Kysely<Database>): OwnDataReader => ({
  read: ({ athleteId }) =>
    asAthlete(db, athleteId, async (tx) => {
      const athlete = await tx
        .selectFrom("athletes")
        .selectAll()
        .where("id", "=", athleteId)
        .executeTakeFirst();
      const tables: Record<string, readonly Row[]> = {
        athletes: athlete === undefined ? [] : [{ ...athlete }],
      };
      for (const [table, hidden] of Object.entries(OWN_TABLES)) {
        const { rows } =
          await sql<Row>`select * from ${sql.table(table)} where athlete_id = ${athleteId}`.execute(tx);
        tables[table] = rows.map((row) => without(row, hidden));
      }
      const account =
        athlete === undefined || athlete.account_id === null
          ? undefined
          : await tx
              .selectFrom("accounts")
              .selectAll()
              .where("id", "=", athlete.account_id)
              .executeTakeFirst();
      return { account: account === undefined ? null : { ...account }, tables };
    }),
});

const without = (row: Row, hidden: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !hidden.includes(column)));
