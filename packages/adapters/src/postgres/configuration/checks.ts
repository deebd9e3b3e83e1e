import type { ConfigurationCheck, ConfigurationChecks } from "@strideiq/application";
import { type Kysely, sql } from "kysely";
import type { Database } from "../schema.ts";
import { changing, draftToChange, noteInAudit } from "./heads.ts";

export interface ConfigurationChecksDeps {
  readonly db: Kysely<Database>;
  /** Adds the job inside this transaction. */
  readonly enqueue: (configurationId: number, transaction: Kysely<Database>) => Promise<void>;
}

/** The table `configuration_checks`. */
export const createConfigurationChecks = ({ db, enqueue }: ConfigurationChecksDeps): ConfigurationChecks => ({
  find: (id) => findCheck(db, id),

  ask: (id, { by, why }) =>
    changing(db, async (tx) => {
      const draft = await draftToChange(tx, id);
      if (!draft.ok) return draft;
      const { revision } = draft.value;
      const asked = {
        revision,
        state: "waiting",
        done: 0,
        total: 0,
        findings: null,
        finished_at: null,
      } as const;
      const values = { ...asked, asked_by: by.accountId };
      await tx
        .insertInto("configuration_checks")
        .values({ configuration_id: id, ...values })
        .onConflict((conflict) =>
          conflict.column("configuration_id").doUpdateSet({ ...values, asked_at: sql`now()` }),
        )
        .execute();
      await enqueue(id, tx);
      await noteInAudit(tx, "configuration.check", id, { by, why }, { before: null, after: { revision } });
      return draft;
    }),

  noteProgress: async (id, revision, done, total) => {
    const { numUpdatedRows } = await underWay(db, id, revision)
      .set({ state: "running", done, total })
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },

  finish: async (id, revision, findings) => {
    await underWay(db, id, revision)
      .set((eb) => ({
        state: findings.problems.length === 0 ? "passed" : "failed",
        done: eb.ref("total"),
        findings: JSON.stringify(findings),
        finished_at: sql<Date>`now()`,
      }))
      .execute();
  },
});

const underWay = (db: Kysely<Database>, id: number, revision: number) =>
  db
    .updateTable("configuration_checks")
    .where("configuration_id", "=", id)
    .where("revision", "=", revision)
    .where("state", "in", ["waiting", "running"]);

export async function findCheck(db: Kysely<Database>, id: number): Promise<ConfigurationCheck | undefined> {
  const row = await db
    .selectFrom("configuration_checks")
    .select(["revision", "state", "done", "total", "findings"])
    .where("configuration_id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row };
}
