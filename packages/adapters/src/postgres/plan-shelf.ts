import type { Page, PlanShelf, PlanSummary } from "@strideiq/application";
import type { Kysely, Selectable, Transaction } from "kysely";
import { asAthlete } from "./athlete-scope.ts";
import type { TrainingPlansTable } from "./schema/plans.ts";
import type { Database } from "./schema.ts";

/** The list of an athlete's plans. Ids sort by time, so that the newest come first. */
export const createPlanShelf = (db: Kysely<Database>): PlanShelf => ({
  list: ({ athleteId }, page) => asAthlete(db, athleteId, (tx) => plansOf(tx, athleteId, page)),
  remove: ({ planId, athleteId }, expected) =>
    asAthlete(db, athleteId, async (tx) => {
      const standing = await tx
        .selectFrom("training_plans")
        .select("revision")
        .where("id", "=", planId)
        .where("athlete_id", "=", athleteId)
        .forUpdate()
        .executeTakeFirst();
      if (standing === undefined) return "not_found";
      if (expected !== undefined && expected !== standing.revision) return "changed";
      await tx
        .deleteFrom("training_plans")
        .where("id", "=", planId)
        .where("athlete_id", "=", athleteId)
        .execute();
      return "removed";
    }),
});

/** A page of an athlete's plans, for whoever this transaction shows them to. */
export async function plansOf(
  tx: Transaction<Database>,
  athleteId: string,
  { after, limit }: Page<string>,
): Promise<readonly PlanSummary[]> {
  const all = tx
    .selectFrom("training_plans")
    .selectAll()
    .where("athlete_id", "=", athleteId)
    .orderBy("id", "desc")
    .limit(limit);
  const rows = await (after === undefined ? all : all.where("id", "<", after)).execute();
  return rows.map(toSummary);
}

const toSummary = (row: Selectable<TrainingPlansTable>): PlanSummary => ({
  planId: row.id,
  state: row.state,
  distance: row.request.distance,
  raceDate: row.request.raceDate,
  timeZone: row.request.timeZone,
  firstDate: row.first_date,
  lastDate: row.last_date,
  version: row.current_version,
  revision: row.revision,
  acceptedAt: row.accepted_at,
});
