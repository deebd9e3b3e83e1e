import type { CoachScope, CoachView } from "@strideiq/application";
import { type Kysely, sql, type Transaction } from "kysely";
import { asCoach } from "./athlete-scope.ts";
import { entriesBetween } from "./calendar-repository.ts";
import { readPlanRow } from "./plan-reading.ts";
import { plansOf } from "./plan-shelf.ts";
import type { Database } from "./schema.ts";
import type { RenderSnapshot } from "./write-version.ts";

interface CoachViewDeps {
  readonly db: Kysely<Database>;
  readonly renderSnapshot: RenderSnapshot;
}

/**
 * What a coach sees, read as the coach: row-level security shows the plans of those who invited this account, and
 * nothing else of anybody.
 */
export const createCoachView = ({ db, renderSnapshot }: CoachViewDeps): CoachView => {
  const look = <T>(
    { coachId, athleteId }: CoachScope & { readonly athleteId: string },
    read: (tx: Transaction<Database>) => Promise<T>,
  ): Promise<T | undefined> =>
    asCoach(db, coachId, async (tx) => ((await isCoached(tx, athleteId)) ? read(tx) : undefined));
  return {
    plans: (scope, page) => look(scope, (tx) => plansOf(tx, scope.athleteId, page)),
    plan: (key) => look(key, (tx) => readPlanRow(tx, key, renderSnapshot, "coach")),
    calendar: (scope, from, to) => look(scope, (tx) => entriesBetween(tx, scope.athleteId, from, to)),
  };
};

async function isCoached(tx: Transaction<Database>, athleteId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from coached_athletes() as coached where coached = ${athleteId}`.execute(tx);
  return rows.length > 0;
}
