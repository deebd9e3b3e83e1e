import type { PlanKey } from "@strideiq/application";
import type { Transaction } from "kysely";
import type { Database } from "./schema.ts";

/** Whether the athlete has this plan; a stranger's is as good as none. */
export async function hasPlan(tx: Transaction<Database>, { planId, athleteId }: PlanKey): Promise<boolean> {
  const plan = await tx
    .selectFrom("training_plans")
    .select("id")
    .where("id", "=", planId)
    .where("athlete_id", "=", athleteId)
    .executeTakeFirst();
  return plan !== undefined;
}
