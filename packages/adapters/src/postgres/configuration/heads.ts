import type {
  ConfigurationActor,
  ConfigurationHead,
  ConfigurationRefusal,
  ConfigurationRows,
} from "@strideiq/application";
import { err, ok, type Result } from "@strideiq/engine";
import { type Kysely, type Selectable, sql } from "kysely";
import type { ConfigurationVersionsTable } from "../schema/configuration.ts";
import type { Database } from "../schema.ts";
import { writeRows } from "./rows.ts";

/** A transaction that holds the lock of `changing`. */
type Tx = Kysely<Database>;

/** Who changes a version, and why; a null account is the installation itself. */
export interface Author {
  readonly by: ConfigurationActor | null;
  readonly why: string;
}

/** One change of any version at a time, in all processes. */
export const changing = <T>(db: Kysely<Database>, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('strideiq configuration'))`.execute(tx);
    return work(tx);
  });

export const headOf = (row: Selectable<ConfigurationVersionsTable>): ConfigurationHead => ({
  id: row.id,
  name: row.name,
  state: row.state,
  revision: row.revision,
  note: row.note,
  basedOn: row.based_on,
  createdBy: row.created_by,
  createdAt: row.created_at,
  publishedAt: row.published_at,
});

/** A draft as it was looked at, or why it cannot be changed. */
export async function draftToChange(
  tx: Tx,
  id: number,
  revision?: number,
): Promise<Result<ConfigurationHead, ConfigurationRefusal>> {
  const row = await tx
    .selectFrom("configuration_versions")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return err({ type: "NotFound" });
  if (row.state !== "draft") return err({ type: "NotDraft" });
  if (revision !== undefined && row.revision !== revision) return err({ type: "ChangedMeanwhile" });
  return ok(headOf(row));
}

interface NewVersion extends Author {
  readonly name: string;
  readonly rows: ConfigurationRows;
  readonly basedOn?: number;
  readonly digest?: string;
}

/** Writes a new draft. Its name is the one asked for; where that is taken, or of another version, its number is added. */
export async function insertDraft(tx: Tx, version: NewVersion): Promise<ConfigurationHead> {
  const { name, rows, basedOn, digest, by, why } = version;
  const { id } = await tx
    .insertInto("configuration_versions")
    .values({
      name: sql`gen_random_uuid()::text`,
      note: why,
      based_on: basedOn ?? null,
      shipped_digest: digest ?? null,
      created_by: by?.accountId ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const [base = name] = name.split("+");
  const taken = await tx
    .selectFrom("configuration_versions")
    .select("id")
    .where("name", "=", name)
    .executeTakeFirst();
  const row = await tx
    .updateTable("configuration_versions")
    .set({ name: taken === undefined && basedOn === undefined ? name : `${base}+${String(id)}` })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await writeRows(tx, id, rows);
  return headOf(row);
}

/** Puts a version in force, and what was until now out of it. */
export async function putInForce(tx: Tx, id: number): Promise<ConfigurationHead> {
  await tx
    .updateTable("configuration_versions")
    .set({ state: "retired" })
    .where("state", "=", "published")
    .execute();
  const row = await tx
    .updateTable("configuration_versions")
    .set({ state: "published", published_at: sql`now()` })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return headOf(row);
}

/** A line of the audit: names of versions, and what about them is another now. */
export async function noteInAudit(
  tx: Tx,
  action: string,
  id: number,
  { by, why }: Author,
  { before, after }: { readonly before: unknown; readonly after: unknown },
): Promise<void> {
  await tx
    .insertInto("audit_log")
    .values({
      actor_kind: by === null ? "system" : "account",
      actor_id: by?.accountId ?? null,
      action,
      subject_kind: "configuration",
      subject_id: String(id),
      reason: why,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
    })
    .execute();
}
