import { type ConfigurationStore, type ConfigurationVersion, differentRows } from "@strideiq/application";
import { err, ok } from "@strideiq/engine";
import { type Kysely, sql } from "kysely";
import type { Database } from "../schema.ts";
import { tellConfigurationChanged } from "../watch-configuration.ts";
import { findCheck } from "./checks.ts";
import { changing, draftToChange, headOf, insertDraft, noteInAudit, putInForce } from "./heads.ts";
import { readRows, writeRows } from "./rows.ts";
import { createShipping } from "./shipping.ts";

/** The tables of the configuration. */
export const createConfigurationStore = (db: Kysely<Database>): ConfigurationStore => ({
  ...createShipping(db),
  ...createReading(db),
  ...createDrafting(db),
  publish: (id, author) =>
    changing(db, async (tx) => {
      const version = await tx
        .selectFrom("configuration_versions")
        .select(["name", "state", "revision"])
        .where("id", "=", id)
        .executeTakeFirst();
      if (version === undefined) return err({ type: "NotFound" });
      if (version.state === "draft" && !(await hasPassed(tx, id, version.revision)))
        return err({ type: "NotChecked" });
      const before = await nameInForce(tx);
      const head = await putInForce(tx, id);
      await noteInAudit(tx, "configuration.publish", id, author, { before, after: head.name });
      await tellConfigurationChanged(tx, `configuration ${String(id)}`);
      return ok(head);
    }),
});

const createReading = (
  db: Kysely<Database>,
): Pick<ConfigurationStore, "findPublished" | "publishedId" | "list" | "find" | "findByName"> => {
  const heads = () => db.selectFrom("configuration_versions").selectAll();
  type Row = Awaited<ReturnType<ReturnType<typeof heads>["executeTakeFirst"]>>;
  const withRows = async (row: Row): Promise<ConfigurationVersion | undefined> =>
    row === undefined ? undefined : { ...headOf(row), rows: await readRows(db, row.id) };
  return {
    findPublished: async () => withRows(await heads().where("state", "=", "published").executeTakeFirst()),
    publishedId: async () =>
      (
        await db
          .selectFrom("configuration_versions")
          .select("id")
          .where("state", "=", "published")
          .executeTakeFirst()
      )?.id,
    list: async ({ after, limit }) => {
      const all = heads().orderBy("id", "desc").limit(limit);
      const rows = await (after === undefined ? all : all.where("id", "<", after)).execute();
      return rows.map(headOf);
    },
    find: async (id) => withRows(await heads().where("id", "=", id).executeTakeFirst()),
    findByName: async (name) => withRows(await heads().where("name", "=", name).executeTakeFirst()),
  };
};

const createDrafting = (db: Kysely<Database>): Pick<ConfigurationStore, "draft" | "replace" | "drop"> => ({
  draft: (from, author) =>
    changing(db, async (tx) => {
      const base = await tx
        .selectFrom("configuration_versions")
        .select("name")
        .where("id", "=", from)
        .executeTakeFirst();
      if (base === undefined) return err({ type: "NotFound" });
      const rows = await readRows(tx, from);
      const head = await insertDraft(tx, { name: base.name, rows, basedOn: from, ...author });
      await noteInAudit(tx, "configuration.draft", head.id, author, { before: base.name, after: head.name });
      return ok(head);
    }),

  replace: (id, revision, rows, author) =>
    changing(db, async (tx) => {
      const draft = await draftToChange(tx, id, revision);
      if (!draft.ok) return draft;
      const [before, after] = differentRows(await readRows(tx, id), rows);
      await writeRows(tx, id, rows);
      const row = await tx
        .updateTable("configuration_versions")
        .set({ revision: revision + 1 })
        .where("id", "=", id)
        .returningAll()
        .executeTakeFirstOrThrow();
      await noteInAudit(tx, "configuration.edit", id, author, { before, after });
      return ok(headOf(row));
    }),

  drop: (id, author) =>
    changing(db, async (tx) => {
      const draft = await draftToChange(tx, id);
      if (!draft.ok) return draft;
      await tx.deleteFrom("configuration_versions").where("id", "=", id).execute();
      await noteInAudit(tx, "configuration.drop", id, author, { before: draft.value.name, after: null });
      return ok(undefined);
    }),
});

async function hasPassed(tx: Kysely<Database>, id: number, revision: number): Promise<boolean> {
  const check = await findCheck(tx, id);
  return check?.state === "passed" && check.revision === revision;
}

async function nameInForce(tx: Kysely<Database>): Promise<string | null> {
  const { rows } = await sql<{
    readonly name: string;
  }>`select name from configuration_versions where state = 'published'`.execute(tx);
  return rows[0]?.name ?? null;
}
