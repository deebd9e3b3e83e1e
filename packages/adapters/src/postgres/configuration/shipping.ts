import type { ConfigurationStore, ShippedConfiguration } from "@strideiq/application";
import type { Kysely } from "kysely";
import type { Database } from "../schema.ts";
import { tellConfigurationChanged } from "../watch-configuration.ts";
import { type Author, changing, insertDraft, noteInAudit, putInForce } from "./heads.ts";

const FIRST: Author = { by: null, why: "Came with the installation" };

/** How a configuration comes into the database for the first time, and with a later version of the product. */
export const createShipping = (
  db: Kysely<Database>,
): Pick<ConfigurationStore, "ship" | "shipInstead" | "wantsShipped"> => ({
  wantsShipped: (digest) => isWanted(db, digest),
  ship: (shipped) =>
    changing(db, async (tx) => {
      if (await isWanted(tx, shipped.digest)) await putShipped(tx, shipped, FIRST);
    }),
  shipInstead: (shipped, why) => changing(db, (tx) => putShipped(tx, shipped, { by: null, why })),
});

const inForce = (db: Kysely<Database>) =>
  db
    .selectFrom("configuration_versions")
    .select(["name", "shipped_digest"])
    .where("state", "=", "published")
    .executeTakeFirst();

/**
 * What a coach has published stays. What came once does not come again: an older process that starts beside a newer
 * one must not put its own text back in force.
 */
async function isWanted(db: Kysely<Database>, digest: string): Promise<boolean> {
  const standing = await inForce(db);
  if (standing === undefined) return true;
  if (standing.shipped_digest === null) return false;
  const come = await db
    .selectFrom("configuration_versions")
    .select("id")
    .where("shipped_digest", "=", digest)
    .executeTakeFirst();
  return come === undefined;
}

async function putShipped(
  tx: Kysely<Database>,
  shipped: ShippedConfiguration,
  author: Author,
): Promise<void> {
  const before = (await inForce(tx))?.name ?? null;
  const { id } = await insertDraft(tx, { ...shipped, ...author });
  const { name } = await putInForce(tx, id);
  await noteInAudit(tx, "configuration.publish", id, author, { before, after: name });
  await tellConfigurationChanged(tx, `configuration ${String(id)}`);
}
