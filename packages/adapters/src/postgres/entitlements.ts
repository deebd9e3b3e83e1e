import type { Entitlements, Grant, NewId } from "@strideiq/application";
import { type Kysely, sql, type Transaction } from "kysely";
import { asAthlete } from "./athlete-scope.ts";
import type { Database } from "./schema.ts";

type Tx = Transaction<Database>;

/** The table `entitlements`, one athlete at a time. */
export const createEntitlements = (db: Kysely<Database>, newId: NewId): Entitlements => ({
  holdingsOf: (athleteId) =>
    asAthlete(db, athleteId, async (tx) => {
      const rows = await tx
        .selectFrom("entitlements")
        .select(["product", "source", "starts_at", "ends_at", "revoked_at"])
        .where("athlete_id", "=", athleteId)
        .orderBy("created_at")
        .execute();
      return rows.map(({ product, source, starts_at, ends_at, revoked_at }) => ({
        product,
        source,
        startsAt: starts_at.getTime(),
        endsAt: ends_at?.getTime() ?? null,
        revokedAt: revoked_at?.getTime() ?? null,
      }));
    }),

  grant: (grant) => asAthlete(db, grant.athleteId, (tx) => insertGrant(tx, newId(), grant)),
  revoke: (athleteId, grantId, by, why) =>
    asAthlete(db, athleteId, (tx) => revokeGrant(tx, athleteId, grantId, { by, why })),
  startTrial: (athleteId, product, days) =>
    asAthlete(db, athleteId, (tx) => startTrial(tx, newId(), athleteId, { product, days })),
});

async function revokeGrant(
  tx: Tx,
  athleteId: string,
  grantId: string,
  { by, why }: Pick<Grant, "by" | "why">,
): Promise<boolean> {
  const revoked = await tx
    .updateTable("entitlements")
    .set({ revoked_at: sql<Date>`now()` })
    .where("id", "=", grantId)
    .where("athlete_id", "=", athleteId)
    .where("source", "=", "grant")
    .where("revoked_at", "is", null)
    .returning("product")
    .executeTakeFirst();
  if (revoked === undefined) return false;
  await audit(tx, {
    action: "entitlement.revoke",
    by,
    athleteId,
    why,
    after: { product: revoked.product },
  });
  return true;
}

async function startTrial(
  tx: Tx,
  id: string,
  athleteId: string,
  { product, days }: { readonly product: string; readonly days: number },
): Promise<boolean> {
  // Two requests at once must not both find that there was none.
  await tx.selectFrom("athletes").select("id").where("id", "=", athleteId).forUpdate().execute();
  const before = await tx
    .selectFrom("entitlements")
    .select("id")
    .where("athlete_id", "=", athleteId)
    .where("source", "=", "trial")
    .executeTakeFirst();
  if (before !== undefined) return false;
  const ends = sql<Date>`now() + make_interval(days => ${days}::int)`;
  await tx
    .insertInto("entitlements")
    .values({
      id,
      athlete_id: athleteId,
      product,
      source: "trial",
      reason: "trial",
      ends_at: ends,
    })
    .execute();
  return true;
}

async function insertGrant(tx: Tx, id: string, grant: Grant): Promise<string | undefined> {
  const { athleteId, product, endsAt, by, why } = grant;
  const athlete = tx.selectFrom("athletes").select("id").where("id", "=", athleteId).forShare();
  if ((await athlete.executeTakeFirst()) === undefined) return undefined;
  await tx
    .insertInto("entitlements")
    .values({
      id,
      athlete_id: athleteId,
      product,
      source: "grant",
      reason: why,
      granted_by: by,
      ends_at: endsAt,
    })
    .execute();
  await audit(tx, { action: "entitlement.grant", by, athleteId, why, after: { product, endsAt } });
  return id;
}

interface AuditEntry {
  readonly action: string;
  readonly by: string;
  readonly athleteId: string;
  readonly why: string;
  readonly after: Readonly<Record<string, unknown>>;
}

async function audit(tx: Tx, { action, by, athleteId, why, after }: AuditEntry): Promise<void> {
  await tx
    .insertInto("audit_log")
    .values({
      actor_kind: "account",
      actor_id: by,
      action,
      subject_kind: "athlete",
      subject_id: athleteId,
      reason: why,
      after: JSON.stringify(after),
    })
    .execute();
}
