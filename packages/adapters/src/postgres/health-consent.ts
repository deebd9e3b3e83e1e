import { TEXT_OF_PLANS, type WaitingChange } from "@strideiq/application";
import { tellsOfHealth } from "@strideiq/engine";
import type { QueryCreator, Transaction } from "kysely";
import type { Database } from "./schema.ts";

/**
 * The consent by which plans keep what they are told about health. It stays locked until the end: whoever withdraws it at
 * this moment waits, and finds what was written.
 */
export const consentOf = (db: QueryCreator<Database>, athleteId: string) =>
  db
    .selectFrom("consents")
    .select("id")
    .where("athlete_id", "=", athleteId)
    .where("withdrawn_at", "is", null)
    .where("text_version", ">=", TEXT_OF_PLANS)
    .forShare();

/** A change as it may wait: where the consent has gone meanwhile it is made all the same, without the words. */
export async function asAgreed(
  tx: Transaction<Database>,
  athleteId: string,
  change: WaitingChange,
): Promise<WaitingChange> {
  const { reason: _, wanted, ...terms } = change;
  const { done, wish } = wanted;
  if (!done?.health || !tellsOfHealth(done)) return change;
  if ((await consentOf(tx, athleteId).executeTakeFirst()) !== undefined) return change;
  return { ...terms, wanted: { wish, done: { ...done, health: { ...done.health, kind: "caution" } } } };
}
