import type { Changed, Goal, Goals, GoalTerms } from "@strideiq/application";
import type { Kysely, Selectable, Transaction } from "kysely";
import { asAthlete } from "./athlete-scope.ts";
import type { AthleteGoalsTable } from "./schema/athletes.ts";
import type { Database } from "./schema.ts";

type Tx = Transaction<Database>;

/** Goals in PostgreSQL. */
export const createGoals = (db: Kysely<Database>): Goals => ({
  list: ({ athleteId }, { after, limit }) =>
    asAthlete(db, athleteId, async (tx) => {
      const all = own(tx, athleteId).orderBy("id", "desc").limit(limit);
      return (await (after === undefined ? all : all.where("id", "<", after)).execute()).map(toGoal);
    }),
  find: ({ athleteId }, id) => asAthlete(db, athleteId, (tx) => find(tx, athleteId, id)),
  add: ({ athleteId }, id, terms) =>
    asAthlete(db, athleteId, async (tx) => {
      await tx
        .insertInto("athlete_goals")
        .values({ id, athlete_id: athleteId, ...columnsOf(terms) })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute();
      return toGoal(await own(tx, athleteId).where("id", "=", id).executeTakeFirstOrThrow());
    }),
  change: ({ athleteId }, id, terms, expected) =>
    asAthlete(db, athleteId, async (tx): Promise<Changed<Goal>> => {
      const standing = await findLocked(tx, athleteId, id);
      if (standing === undefined) return { state: "not_found" };
      if (expected !== undefined && expected !== standing.revision) return { state: "changed_meanwhile" };
      const row = await tx
        .updateTable("athlete_goals")
        .set({ ...columnsOf(terms), revision: standing.revision + 1, updated_at: new Date() })
        .where("id", "=", id)
        .where("athlete_id", "=", athleteId)
        .returningAll()
        .executeTakeFirstOrThrow();
      return { state: "changed", value: toGoal(row) };
    }),
  remove: ({ athleteId }, id, expected) =>
    asAthlete(db, athleteId, async (tx): Promise<Changed<null>> => {
      const standing = await findLocked(tx, athleteId, id);
      if (standing === undefined) return { state: "not_found" };
      if (expected !== undefined && expected !== standing.revision) return { state: "changed_meanwhile" };
      await tx.deleteFrom("athlete_goals").where("id", "=", id).where("athlete_id", "=", athleteId).execute();
      return { state: "changed", value: null };
    }),
});

const own = (tx: Tx, athleteId: string) =>
  tx.selectFrom("athlete_goals").selectAll().where("athlete_id", "=", athleteId);

async function find(tx: Tx, athleteId: string, id: string): Promise<Goal | undefined> {
  const row = await own(tx, athleteId).where("id", "=", id).executeTakeFirst();
  return row && toGoal(row);
}

const findLocked = (tx: Tx, athleteId: string, id: string) =>
  own(tx, athleteId).where("id", "=", id).forUpdate().executeTakeFirst();

const columnsOf = ({ name, distance, raceDate, targetSeconds, priority, state }: GoalTerms) => ({
  name,
  distance,
  race_date: raceDate,
  target_seconds: targetSeconds,
  priority,
  state,
});

const toGoal = (row: Selectable<AthleteGoalsTable>): Goal => ({
  id: row.id,
  name: row.name,
  distance: row.distance,
  raceDate: row.race_date,
  targetSeconds: row.target_seconds,
  priority: row.priority,
  state: row.state,
  revision: row.revision,
  createdAt: row.created_at,
});
