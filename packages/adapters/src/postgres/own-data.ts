import type { OwnData, OwnDataReader } from "@strideiq/application";
import { type Kysely, sql, type Transaction } from "kysely";
import { asAthlete } from "./athlete-scope.ts";
import { createRecordings, createUploads } from "./own-recordings.ts";
import { unpackedDocument } from "./plan-document.ts";
import type { Database } from "./schema.ts";

/**
 * The tables with rows of an athlete, and the columns that do not stand there: secrets, copies of what stands
 * elsewhere in the export, and what is so large that it stands by itself, as recordings and uploads.
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
  plan_snapshots: ["snapshot", "digest"],
  plan_versions: ["snapshot", "packed"],
  planned_workouts: [],
  session_links: [],
  training_plans: [],
  workout_completions: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The same for the tables with rows of an account. */
export const ACCOUNT_TABLES = {
  credentials: ["password", "access_token", "refresh_token", "id_token"],
  mail_outbox: ["body"],
  sessions: ["token"],
  sign_up_keys: ["key_hash", "request_hash"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Tx = Transaction<Database>;
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
        tables[table] = rows.map((row) => without(legible(row), hidden));
      }
      const accountId = athlete?.account_id ?? null;
      tables["audit_log"] = await linesAbout(tx, [athleteId, ...(accountId === null ? [] : [accountId])]);
      if (accountId === null) return { account: null, tables };
      const account = await readAccount(tx, accountId, tables);
      return { account, tables };
    }),
  recordings: ({ athleteId }) => createRecordings(db, athleteId),
  uploads: ({ athleteId }) => createUploads(db, athleteId),
});

async function readAccount(
  tx: Tx,
  accountId: string,
  tables: Record<string, readonly Row[]>,
): Promise<OwnData["account"]> {
  const account = await tx.selectFrom("accounts").selectAll().where("id", "=", accountId).executeTakeFirst();
  for (const [table, hidden] of Object.entries(ACCOUNT_TABLES)) {
    const { rows } =
      await sql<Row>`select * from ${sql.table(table)} where account_id = ${accountId}`.execute(tx);
    tables[table] = rows.map((row) => without(row, hidden));
  }
  // Invitations go to an address, whoever has it.
  const letters = await tx
    .selectFrom("mail_outbox")
    .selectAll()
    .where(sql`lower(recipient)`, "=", account?.email ?? "")
    .where("account_id", "is", null)
    .execute();
  tables["mail_outbox"] = [
    ...(tables["mail_outbox"] ?? []),
    ...letters.map((row) => without({ ...row }, ACCOUNT_TABLES.mail_outbox)),
  ];
  return account === undefined ? null : { ...account };
}

/** What was done by these, through their keys, too, and to them. */
async function linesAbout(tx: Tx, ids: readonly string[]): Promise<readonly Row[]> {
  const lines = await tx
    .selectFrom("audit_log")
    .selectAll()
    .where(({ eb, or }) =>
      or([
        eb("actor_id", "in", ids),
        eb("subject_id", "in", ids),
        eb(
          "actor_id",
          "in",
          eb
            .selectFrom("api_keys")
            .select("api_keys.id")
            .where("athlete_id", "=", ids[0] ?? ""),
        ),
      ]),
    )
    .orderBy("id")
    .execute();
  return lines.map((line) => ownLine({ ...line }, ids));
}

/** Who else was part of it is somebody else's data. */
const ownLine = (line: Row, ids: readonly string[]): Row => ({
  ...line,
  actor_id:
    ids.includes(String(line["actor_id"])) || line["actor_kind"] === "api_key" ? line["actor_id"] : null,
});

/** A plan can be read in the export, however its version keeps it. */
const legible = (row: Row): Row =>
  row["packed"] instanceof Uint8Array ? { ...row, document: unpackedDocument(row["packed"]) } : row;

const without = (row: Row, hidden: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !hidden.includes(column)));
