import type { FindStanding, PlanKey, StandingPlan } from "@strideiq/application";
import { type Kysely, sql } from "kysely";
import { askTogether } from "./ask-together.ts";
import type { Database } from "./schema.ts";

interface StateRow extends StandingPlan {
  readonly plan_id: string;
  readonly athlete_id: string;
}

/** Asks where plans stand: one question for all who ask while the one before is under way. */
export const createFindStanding = (db: Kysely<Database>): FindStanding =>
  askTogether<PlanKey, StandingPlan>(async (keys) => {
    const plans = keys.map(({ planId }) => planId);
    const athletes = keys.map(({ athleteId }) => athleteId);
    const { rows } = await sql<StateRow>`
      select * from plan_states(${plans}::uuid[], ${athletes}::uuid[])`.execute(db);
    const found = new Map(rows.map((row) => [`${row.athlete_id} ${row.plan_id}`, row]));
    return keys.map(({ athleteId, planId }) => found.get(`${athleteId} ${planId}`));
  });
