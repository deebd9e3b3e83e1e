import type {
  PluginStore,
  PluginSwitch,
  PluginSwitches,
  PluginTexts,
  StandingRules,
} from "@strideiq/application";
import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";
import { changing } from "./configuration/heads.ts";
import { tellConfigurationChanged } from "./watch-configuration.ts";

type Tx = Kysely<Database>;

/** The tables `plugin_switches` and `plugin_uploads`. Rows are only added to either. */
export const createPluginStore = (db: Kysely<Database>): PluginStore => ({
  standing: async () => {
    const { rows } = await sql<StandingRules>`
      select (select id from configuration_versions where state = 'published') as "configurationId",
        coalesce((select max(revision) from plugin_switches), 0) as revision`.execute(db);
    return rows[0] ?? { configurationId: null, revision: 0 };
  },
  read: () => readLast(db),

  uploads: () =>
    db
      .selectFrom("plugin_uploads")
      .select(["id", "version", "files"])
      .orderBy("uploaded_at")
      .orderBy("version")
      .execute(),

  upload: ({ id, version, files }, { by, why }) =>
    changing(db, async (tx) => {
      const inserted = await tx
        .insertInto("plugin_uploads")
        .values({ id, version, files: JSON.stringify(files), uploaded_by: by.accountId })
        .onConflict((conflict) => conflict.doNothing())
        .returning("id")
        .executeTakeFirst();
      if (inserted === undefined) return isTheSame(tx, id, version, files);
      await note(tx, "plugin.upload", id, { by, why }, { before: null, after: { version, files } });
      return true;
    }),

  change: ({ pluginId, switches, revision, configurationId, by, why }) =>
    changing(db, async (tx) => {
      const before = await readLast(tx);
      const standing = await tx
        .selectFrom("configuration_versions")
        .select("id")
        .where("state", "=", "published")
        .executeTakeFirst();
      if (before.revision !== revision || standing?.id !== configurationId) return false;
      await tx
        .insertInto("plugin_switches")
        .values({
          revision: revision + 1,
          switches: JSON.stringify(switches),
          updated_by: by.accountId,
        })
        .execute();
      await tx.deleteFrom("configuration_checks").execute();
      const change = { before: before.switches[pluginId] ?? null, after: switches[pluginId] ?? null };
      await note(tx, "plugin.switch", pluginId, { by, why }, change);
      await tellConfigurationChanged(tx, `plugin ${pluginId}`);
      return true;
    }),
});

async function readLast(db: Tx): Promise<{ readonly revision: number; readonly switches: PluginSwitches }> {
  const row = await db
    .selectFrom("plugin_switches")
    .select(["revision", "switches"])
    .orderBy("revision", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? { revision: 0, switches: {} } : { ...row, switches: readable(row.switches) };
}

/** A hand may have been at the row: what is no switch is none. */
const readable = (switches: Readonly<Record<string, unknown>>): PluginSwitches =>
  Object.fromEntries(
    Object.entries(switches).flatMap(([id, value]) => (isSwitch(value) ? [[id, value] as const] : [])),
  );

const isSwitch = (value: unknown): value is PluginSwitch =>
  typeof value === "object" &&
  value !== null &&
  "on" in value &&
  typeof value.on === "boolean" &&
  "version" in value &&
  (value.version === null || typeof value.version === "string");

/** Sent twice, it is there once. */
async function isTheSame(tx: Tx, id: string, version: string, files: PluginTexts): Promise<boolean> {
  const same = await tx
    .selectFrom("plugin_uploads")
    .select("id")
    .where("id", "=", id)
    .where("version", "=", version)
    .where(sql<boolean>`files = ${JSON.stringify(files)}::jsonb`)
    .executeTakeFirst();
  return same !== undefined;
}

async function note(
  tx: Tx,
  action: string,
  id: string,
  { by, why }: { readonly by: { readonly accountId: string }; readonly why: string },
  { before, after }: { readonly before: unknown; readonly after: unknown },
): Promise<void> {
  await tx
    .insertInto("audit_log")
    .values({
      actor_kind: "account",
      actor_id: by.accountId,
      action,
      subject_kind: "plugin",
      subject_id: id,
      reason: why,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
    })
    .execute();
}
