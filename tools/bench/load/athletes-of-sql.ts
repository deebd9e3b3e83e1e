import { createHmac, hkdfSync } from "node:crypto";
import type { openDatabase } from "@strideiq/adapters";
import { sql } from "kysely";
import type { LoadedAthlete } from "./jobs.ts";

type Database = ReturnType<typeof openDatabase>;

/** A real plan of a real guest, that others get a copy of. */
export interface Source {
  readonly planId: string;
  readonly sessionId: string;
}

/** What belongs to a plan, beside the plan and its versions, which name each other. */
const TABLES = ["plan_snapshots", "planned_workouts", "generation_logs"] as const;

/** Athletes with accounts, sessions and plans, copied from a few real ones where they lie: as many as are wanted. */
export async function copyAthletes(
  db: Database,
  sources: readonly Source[],
  from: number,
  to: number,
  secret: Buffer,
): Promise<readonly LoadedAthlete[]> {
  const plans = sources.map(({ planId }) => planId);
  await sql`drop table if exists copies`.execute(db);
  await sql`
    create table copies as select n, uuidv7() as athlete_id, uuidv7() as account_id, uuidv7() as plan_id,
      (${plans}::uuid[])[1 + n % ${plans.length}::int] as source
    from generate_series(${from}::int, ${to - 1}::int) as n`.execute(db);
  await sql`insert into accounts (id, name, email)
    select account_id, 'Runner ' || n, 'runner' || n || '@example.org' from copies`.execute(db);
  await sql`insert into athletes (id, name, account_id)
    select athlete_id, 'Runner ' || n, account_id from copies`.execute(db);
  await sql`insert into sessions (id, account_id, token, expires_at)
    select uuidv7(), account_id, 'token-of-runner-' || n, now() + interval '30 days' from copies`.execute(db);
  const [plan, versions] = [await copying(db, "training_plans"), await copying(db, "plan_versions")];
  await sql`with plan as (${plan}) ${versions}`.execute(db);
  for (const table of TABLES) await (await copying(db, table)).execute(db);
  await sql`analyze`.execute(db);
  const { rows } = await sql<{ readonly n: number; readonly planId: string; readonly source: string }>`
    select n, plan_id as "planId", source from copies order by n`.execute(db);
  const sessionOf = new Map(sources.map(({ planId, sessionId }) => [planId, sessionId]));
  const sign = signerOf(secret);
  return rows.map(({ n, planId, source }) => ({
    cookie: sign(`token-of-runner-${String(n)}`),
    planId,
    sessionId: sessionOf.get(source) ?? "",
  }));
}

const NEW: Readonly<Record<string, string>> = { plan_id: "plan_id", athlete_id: "athlete_id" };

/** The statement that copies the rows of a table. */
async function copying(db: Database, table: string) {
  const { rows } = await sql<{ readonly name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' and is_identity = 'NO'`.execute(
    db,
  );
  const own = table === "training_plans" ? "id" : "plan_id";
  const taken = new Map(Object.entries({ ...NEW, [own]: "plan_id" }));
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => {
    const copied = taken.get(name);
    return copied === undefined ? sql.ref(`real.${name}`) : sql.ref(`copies.${copied}`);
  });
  return sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(values)} from copies join ${sql.table(table)} as real on real.${sql.ref(own)} = copies.source`;
}

const KEY_BYTES = 32;

/** Session cookies as the service signs them. */
function signerOf(secret: Buffer): (token: string) => string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "sessions", KEY_BYTES)).toString("base64url");
  return (token) => {
    const seal = createHmac("sha256", key).update(token).digest("base64");
    return `strideiq.session_token=${encodeURIComponent(`${token}.${seal}`)}`;
  };
}
