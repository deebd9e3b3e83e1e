import { sessionKey } from "@strideiq/activity";
import type { MatchedCompletion } from "@strideiq/application";
import { sql, type Transaction } from "kysely";
import type { Database } from "../schema.ts";

type Tx = Transaction<Database>;

/** What every match that stands was made from, by the key of its session. */
export async function standingMatches(tx: Tx, athleteId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom("workout_completions")
    .select(["plan_id", "session_id", sql<string | null>`review ->> 'madeFrom'`.as("made_from")])
    .where("athlete_id", "=", athleteId)
    .where("source", "=", "matched")
    .execute();
  return new Map(rows.map((row) => [sessionKey(row.plan_id, row.session_id), row.made_from ?? ""]));
}

/** The most that a completion may hold; a ride across a continent is cut to it. */
const METRES_MAX = 500_000;
const SECONDS_MAX = 259_200;

export async function completeMatched(
  tx: Tx,
  athleteId: string,
  completions: readonly MatchedCompletion[],
): Promise<void> {
  for (const { planId, review, run, sessionId, state } of completions) {
    const columns = {
      state,
      done_on: run.start?.day ?? null,
      metres: run.metres === null ? null : Math.min(METRES_MAX, run.metres),
      seconds: Math.min(SECONDS_MAX, run.movingSeconds),
      effort: run.effort === null ? null : Math.max(1, Math.round(run.effort)),
      activity_id: run.id,
      review: JSON.stringify(review),
    };
    await tx
      .insertInto("workout_completions")
      .values({
        plan_id: planId,
        athlete_id: athleteId,
        session_id: sessionId,
        source: "matched",
        ...columns,
      })
      .onConflict((conflict) =>
        conflict.columns(["plan_id", "session_id", "source"]).doUpdateSet((eb) => ({
          ...columns,
          revision: eb("workout_completions.revision", "+", 1),
          updated_at: new Date(),
        })),
      )
      .execute();
  }
}

export async function uncompleteMatched(tx: Tx, athleteId: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await tx
    .deleteFrom("workout_completions")
    .where("athlete_id", "=", athleteId)
    .where("source", "=", "matched")
    .where(sql<boolean>`plan_id::text || ':' || session_id = any (${sql.val(keys)}::text[])`)
    .execute();
}
