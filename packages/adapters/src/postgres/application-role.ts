import { createHash, createHmac, hkdfSync, pbkdf2Sync, randomBytes } from "node:crypto";
import { type Kysely, sql, type Transaction } from "kysely";
import { APPLICATION_FUNCTIONS, PRIVILEGES } from "./privileges.ts";
import type { Database } from "./schema.ts";

const SECRET_BYTES = 32;
const ROLE_LENGTH_MAX = 63;

/** The role that the application connects as: it owns nothing, and row-level security binds it. */
export interface ApplicationRole {
  readonly name: string;
  readonly password: string;
  /** What all processes of this installation share; the keys of cookies and sessions are derived from it. */
  readonly secret: Buffer;
}

/**
 * Makes the role and gives it its rights; run as the owner, any number of times, by any number of
 * processes at once. The password is derived from the installation's secret, so that all agree on it.
 */
export const ensureApplicationRole = (
  owner: Kysely<Database>,
  extraSchemas: readonly string[] = [],
): Promise<ApplicationRole> =>
  owner.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('strideiq application role'))`.execute(tx);
    const role = describeRole(await currentDatabase(tx), await ensureSecret(tx));
    await ensureRole(tx, role);
    await grantTables(tx, role.name);
    for (const schema of extraSchemas) await grantSchema(tx, role.name, schema);
    return role;
  });

/** The owner's address with the role in the owner's place. */
export function urlForRole(ownerUrl: string, { name, password }: ApplicationRole): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(name);
  url.password = encodeURIComponent(password);
  return url.href;
}

function describeRole(database: string, secret: Buffer): ApplicationRole {
  const password = Buffer.from(hkdfSync("sha256", secret, "", "database role", SECRET_BYTES));
  return { name: roleName(database), password: password.toString("base64url"), secret };
}

/** One role for each database: two installations on one server must not share it. */
function roleName(database: string): string {
  const name = `${database}_app`;
  if (name.length <= ROLE_LENGTH_MAX) return name;
  return `${database.slice(0, 40)}_${createHash("sha256").update(database).digest("hex").slice(0, 12)}_app`;
}

async function currentDatabase(tx: Transaction<Database>): Promise<string> {
  const { rows } = await sql<{ readonly name: string }>`select current_database() as name`.execute(tx);
  return rows[0]?.name ?? "strideiq";
}

async function ensureSecret(tx: Transaction<Database>): Promise<Buffer> {
  await tx
    .insertInto("installation")
    .values({ secret: randomBytes(SECRET_BYTES) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await tx.selectFrom("installation").select("secret").executeTakeFirstOrThrow()).secret;
}

async function ensureRole(tx: Transaction<Database>, { name, password }: ApplicationRole): Promise<void> {
  const { rows } = await sql`select 1 from pg_roles where rolname = ${name}`.execute(tx);
  const verb = sql.raw(rows.length === 0 ? "create" : "alter");
  await sql`${verb} role ${sql.id(name)} login nosuperuser nocreatedb nocreaterole noreplication password ${sql.lit(scramVerifier(name, password))}`.execute(
    tx,
  );
}

const SCRAM_ITERATIONS = 4_096;

/** What PostgreSQL would compute itself (RFC 5803); the password stays out of its log. */
function scramVerifier(name: string, password: string): string {
  const salt = createHash("sha256").update(`salt of ${name}`).digest().subarray(0, 16);
  const salted = pbkdf2Sync(password, salt, SCRAM_ITERATIONS, 32, "sha256");
  const hmac = (text: string): Buffer => createHmac("sha256", salted).update(text).digest();
  const storedKey = createHash("sha256").update(hmac("Client Key")).digest("base64");
  const serverKey = hmac("Server Key").toString("base64");
  return `SCRAM-SHA-256$${String(SCRAM_ITERATIONS)}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}

async function grantTables(tx: Transaction<Database>, name: string): Promise<void> {
  const role = sql.id(name);
  await sql`grant usage on schema public to ${role}`.execute(tx);
  for (const [table, privileges] of Object.entries(PRIVILEGES)) {
    await sql`revoke all on ${sql.table(table)} from ${role}`.execute(tx);
    if (privileges !== "")
      await sql`grant ${sql.raw(privileges)} on ${sql.table(table)} to ${role}`.execute(tx);
  }
  for (const signature of APPLICATION_FUNCTIONS) {
    await sql`revoke all on function ${sql.raw(signature)} from public`.execute(tx);
    await sql`grant execute on function ${sql.raw(signature)} to ${role}`.execute(tx);
  }
}

/** A vendor's own schema, the queue's: its rows, not its shape. */
async function grantSchema(tx: Transaction<Database>, name: string, schema: string): Promise<void> {
  const role = sql.id(name);
  const inSchema = sql.id(schema);
  await sql`grant usage on schema ${inSchema} to ${role}`.execute(tx);
  await sql`grant select, insert, update, delete on all tables in schema ${inSchema} to ${role}`.execute(tx);
  await sql`grant usage on all sequences in schema ${inSchema} to ${role}`.execute(tx);
  await sql`grant execute on all functions in schema ${inSchema} to ${role}`.execute(tx);
}
