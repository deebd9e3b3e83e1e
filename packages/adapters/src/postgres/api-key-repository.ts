import { createHash, randomBytes } from "node:crypto";
import type { ApiKey, ApiKeys, ApiKeyScope, KeyOwner } from "@strideiq/application";
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { asAthlete } from "./athlete-scope.ts";
import type { ApiKeysTable } from "./schema/athletes.ts";
import type { Database } from "./schema.ts";

const MARK = "siq_";
const SECRET_BYTES = 32;
const PREFIX_LENGTH = 12;
/** When a key was last used is told to the minute. */
const USE_MILLISECONDS = 60_000;

/** Keys in PostgreSQL, as SHA-256: 32 bytes of chance need no slower hash. */
export const createApiKeys = (db: Kysely<Database>, now: () => Date): ApiKeys => ({
  list: ({ athleteId }, { after, limit }) =>
    asAthlete(db, athleteId, async (tx) => {
      const all = own(tx, athleteId).orderBy("id", "desc").limit(limit);
      return (await (after === undefined ? all : all.where("id", "<", after)).execute()).map(toKey);
    }),
  create: ({ athleteId }, { id, name, scopes, expiresAt }) =>
    asAthlete(db, athleteId, async (tx) => {
      const secret = `${MARK}${randomBytes(SECRET_BYTES).toString("base64url")}`;
      const columns = { hash: hashOf(secret), prefix: secret.slice(0, PREFIX_LENGTH) };
      const row = await tx
        .insertInto("api_keys")
        .values({ id, athlete_id: athleteId, name, scopes: [...scopes], expires_at: expiresAt, ...columns })
        // The answer to an earlier try was lost, and the key with it: it is made anew.
        .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
        .returningAll()
        .executeTakeFirstOrThrow();
      return { key: toKey(row), secret };
    }),
  revoke: ({ athleteId }, id) =>
    asAthlete(db, athleteId, async (tx) => {
      await tx
        .updateTable("api_keys")
        .set({ revoked_at: now() })
        .where("id", "=", id)
        .where("athlete_id", "=", athleteId)
        .where("revoked_at", "is", null)
        .execute();
      const row = await own(tx, athleteId).where("id", "=", id).executeTakeFirst();
      return row && toKey(row);
    }),
  findOwner: async (secret) => {
    if (!secret.startsWith(MARK)) return undefined;
    const { rows } = await sql<{
      readonly key_id: string;
      readonly athlete_id: string;
      readonly scopes: readonly ApiKeyScope[];
    }>`select key_id, athlete_id, scopes from athlete_of_api_key(${hashOf(secret)})`.execute(db);
    const [row] = rows;
    if (row === undefined) return undefined;
    const scopes = await scopesNow(db, row.athlete_id, row.scopes);
    const owner = { keyId: row.key_id, athleteId: row.athlete_id, scopes };
    await noteUse(db, owner, now());
    return owner;
  },
});

/** Who may ask for everybody may do so while they are an administrator: the key of one who was is for that no more. */
async function scopesNow(
  db: Kysely<Database>,
  athleteId: string,
  given: readonly ApiKeyScope[],
): Promise<readonly ApiKeyScope[]> {
  if (!given.includes(ADMINS_SCOPE)) return given;
  const admin = await asAthlete(db, athleteId, (tx) =>
    tx
      .selectFrom("athletes")
      .innerJoin("accounts", "accounts.id", "athletes.account_id")
      .select("accounts.id")
      .where("athletes.id", "=", athleteId)
      .where("accounts.role", "=", "admin")
      .executeTakeFirst(),
  );
  return admin === undefined ? given.filter((scope) => scope !== ADMINS_SCOPE) : given;
}

const ADMINS_SCOPE: ApiKeyScope = "evaluate_flags";

const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();

const own = (tx: Transaction<Database>, athleteId: string) =>
  tx.selectFrom("api_keys").selectAll().where("athlete_id", "=", athleteId);

const noteUse = (db: Kysely<Database>, { athleteId, keyId }: KeyOwner, now: Date): Promise<unknown> =>
  asAthlete(db, athleteId, (tx) =>
    tx
      .updateTable("api_keys")
      .set({ last_used_at: now })
      .where("id", "=", keyId)
      .where("athlete_id", "=", athleteId)
      .where(({ or, eb }) =>
        or([
          eb("last_used_at", "is", null),
          eb("last_used_at", "<", new Date(now.getTime() - USE_MILLISECONDS)),
        ]),
      )
      .execute(),
  );

const toKey = (row: Selectable<ApiKeysTable>): ApiKey => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  scopes: row.scopes,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
  revokedAt: row.revoked_at,
});
