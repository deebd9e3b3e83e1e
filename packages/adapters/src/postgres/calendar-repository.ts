import type { CalendarEntry, CalendarRepository } from "@strideiq/application";
import type { CalendarDate } from "@strideiq/engine";
import type { Kysely, Transaction } from "kysely";
import { asAthlete } from "./athlete-scope.ts";
import type { Database } from "./schema.ts";

/** The calendar of an athlete, read from the rows of the current versions. */
export const createCalendarRepository = (db: Kysely<Database>): CalendarRepository => ({
  findEntries: (athleteId, from, to) =>
    asAthlete(db, athleteId, (tx) => entriesBetween(tx, athleteId, from, to)),
});

/** The sessions of an athlete between two days, for whoever this transaction shows them to. */
export const entriesBetween = (
  tx: Transaction<Database>,
  athleteId: string,
  from: CalendarDate,
  to: CalendarDate,
): Promise<readonly CalendarEntry[]> =>
  tx
    .selectFrom("planned_workouts as workout")
    .select([
      "workout.plan_id as planId",
      "workout.session_id as sessionId",
      "workout.date",
      "workout.week",
      "workout.phase",
      "workout.kind",
      "workout.title",
      "workout.quality",
      "workout.metres",
      "workout.seconds",
      "workout.estimated",
    ])
    .where("workout.athlete_id", "=", athleteId)
    .where("workout.date", ">=", from)
    .where("workout.date", "<=", to)
    // Ids sort by time: a newer plan that covers the day takes it over, rest days included.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("training_plans as newer")
            .select("newer.id")
            .where("newer.athlete_id", "=", athleteId)
            .whereRef("newer.id", ">", "workout.plan_id")
            .whereRef("newer.first_date", "<=", "workout.date")
            .whereRef("newer.last_date", ">=", "workout.date"),
        ),
      ),
    )
    .orderBy("workout.date")
    .orderBy("workout.position")
    .execute();
