import { ANSWER_HOURS, type AnswerStore, type RequestPrint, type Reservation } from "@strideiq/application";
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { asAthlete } from "./athlete-scope.ts";
import type { IdempotencyKeysTable } from "./schema/athletes.ts";
import type { Database } from "./schema.ts";
import { createSeal, type Seal } from "./seal.ts";

const HOUR = 3_600_000;
/** Longer than any request takes: who holds a key for so long has died. */
const CLAIM_MILLISECONDS = 20_000;
const BODY_BYTES_MAX = 900_000;

interface Held {
  readonly athleteId: string;
  readonly key: string;
}

/** Kept answers in PostgreSQL. Bodies are sealed: some of them show a secret, once. */
export const createAnswerStore = (db: Kysely<Database>, key: Buffer, now: () => Date): AnswerStore => {
  const seal = createSeal(key);
  return {
    reserve: ({ athleteId }, name, print) =>
      asAthlete(db, athleteId, (tx) => reserve(tx, { athleteId, key: name }, print, seal, now())),
    keep: ({ athleteId }, name, { status, headers, body }) =>
      asAthlete(db, athleteId, async (tx) => {
        const held = { athleteId, key: name };
        if (body.length > BODY_BYTES_MAX) return forget(tx, held);
        await tx
          .updateTable("idempotency_keys")
          .set({ status, headers: JSON.stringify(headers), body: seal.close(body) })
          .where("athlete_id", "=", athleteId)
          .where("key", "=", name)
          .execute();
      }),
    remember: ({ athleteId }, name, print, { status, headers, body }) =>
      asAthlete(db, athleteId, async (tx) => {
        if (body.length > BODY_BYTES_MAX) return;
        const answer = { status, headers: JSON.stringify(headers), body: seal.close(body) };
        await tx
          .insertInto("idempotency_keys")
          .values({ ...rowOf({ athleteId, key: name }, print, now()), ...answer })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),
    release: ({ athleteId }, name) => asAthlete(db, athleteId, (tx) => forget(tx, { athleteId, key: name })),
  };
};

const rowOf = ({ athleteId, key }: Held, { operation, hash }: RequestPrint, now: Date) => ({
  athlete_id: athleteId,
  key,
  operation,
  request_hash: Buffer.from(hash),
  created_at: now,
  claimed_at: now,
});

async function forget(tx: Transaction<Database>, { athleteId, key }: Held): Promise<void> {
  await tx
    .deleteFrom("idempotency_keys")
    .where("athlete_id", "=", athleteId)
    .where("key", "=", key)
    .where("status", "is", null)
    .execute();
}

async function reserve(
  tx: Transaction<Database>,
  held: Held,
  print: RequestPrint,
  seal: Seal,
  now: Date,
): Promise<Reservation> {
  await removeOld(tx, held, now);
  // Of two at the same moment the second waits here for the first, and then finds its row.
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("idempotency_keys")
    .values(rowOf(held, print, now))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 1n) return { state: "reserved", since: now };
  const row = await tx
    .selectFrom("idempotency_keys")
    .selectAll()
    .where("athlete_id", "=", held.athleteId)
    .where("key", "=", held.key)
    .executeTakeFirst();
  // It was let go of between the two statements.
  if (row === undefined) return { state: "under_way" };
  return judge(tx, row, print, seal, now);
}

async function judge(
  tx: Transaction<Database>,
  row: Selectable<IdempotencyKeysTable>,
  print: RequestPrint,
  seal: Seal,
  now: Date,
): Promise<Reservation> {
  if (!row.request_hash.equals(print.hash)) return { state: "used_otherwise" };
  if (row.status !== null && row.headers !== null && row.body !== null) {
    const body = seal.open(row.body);
    return body === undefined
      ? { state: "used_otherwise" }
      : { state: "answered", answer: { status: row.status, headers: row.headers, body } };
  }
  const { numUpdatedRows } = await tx
    .updateTable("idempotency_keys")
    .set({ claimed_at: now })
    .where("athlete_id", "=", row.athlete_id)
    .where("key", "=", row.key)
    .where("status", "is", null)
    .where("claimed_at", "<", new Date(now.getTime() - CLAIM_MILLISECONDS))
    .executeTakeFirst();
  return numUpdatedRows === 1n ? { state: "reserved", since: row.created_at } : { state: "under_way" };
}

async function removeOld(tx: Transaction<Database>, { athleteId, key }: Held, now: Date): Promise<void> {
  await tx
    .deleteFrom("idempotency_keys")
    .where("athlete_id", "=", athleteId)
    .where("key", "=", key)
    .where("created_at", "<=", new Date(now.getTime() - ANSWER_HOURS * HOUR))
    .execute();
}

const ANSWERS_AT_ONCE = 1_000;

/** Removes the answers that are kept no longer, of all athletes; how many they were. */
export async function removeOldAnswers(db: Kysely<Database>, now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - ANSWER_HOURS * HOUR);
  for (let removed = 0; ;) {
    const { rows } = await sql<{
      readonly n: string;
    }>`select remove_old_answers(${oldest}, ${ANSWERS_AT_ONCE}) as n`.execute(db);
    const count = Number(rows[0]?.n ?? 0);
    removed += count;
    if (count < ANSWERS_AT_ONCE) return removed;
  }
}
