import {
  type Activity,
  type ActivityRules,
  type Athlete,
  beatsOf,
  bestEffortsOf,
  countedOnce,
  heartRateZonesOf,
  historyOf,
  loadOf,
  secondsByPaceZone,
} from "@strideiq/activity";
import type {
  ActivityDetail,
  ActivityKey,
  ActivityReading,
  MatchedReview,
  RunAnalysis,
  RunReadings,
} from "@strideiq/application";
import { type Kysely, sql, type Transaction } from "kysely";
import { asAthlete } from "../athlete-scope.ts";
import type { Database } from "../schema.ts";
import { isToldSkipped } from "../runs-on-record.ts";
import { decisionsOf } from "./decisions.ts";
import { plansOf, thresholdOf, withTrack } from "./run-desk.ts";
import { pacesOn, readFitness, readReview } from "./run-review.ts";

type Tx = Transaction<Database>;

export interface RunReadingsDeps {
  readonly db: Kysely<Database>;
  readonly rules: ActivityRules;
}

/** What was run, for reading. */
export const createRunReadings = ({ db, rules }: RunReadingsDeps): RunReadings => ({
  list: ({ athleteId }, { after, limit }) =>
    asAthlete(db, athleteId, async (tx) => {
      const all = selectReadings(tx, athleteId)
        .orderBy("one.sort_at", "desc")
        .orderBy("one.id", "desc")
        .limit(limit);
      const page =
        after === undefined
          ? all
          : all.where(
              sql<boolean>`(one.sort_at, one.id) < (
                select sort_at, id from activities where athlete_id = ${athleteId} and id = ${after}
              )`,
            );
      return (await page.execute()).map(readingOf);
    }),
  find: (key, askedThreshold) =>
    asAthlete(db, key.athleteId, async (tx) => {
      const found = await findDetail(tx, key);
      if (found === undefined) return undefined;
      const plans = await plansOf(tx, key.athleteId);
      const paces = pacesOn(plans, found.activity.start?.day ?? null);
      const athlete = { paces, thresholdHeartRate: askedThreshold ?? (await thresholdOf(tx, key.athleteId)) };
      return { ...found, analysis: analysisOf(found.activity, athlete, rules) };
    }),
  original: ({ activityId, athleteId }) =>
    asAthlete(db, athleteId, async (tx) => {
      const row = await tx
        .selectFrom("activities")
        .select("original")
        .where("athlete_id", "=", athleteId)
        .where("id", "=", activityId)
        .executeTakeFirst();
      return row?.original ?? undefined;
    }),
  history: ({ athleteId }, today) =>
    asAthlete(db, athleteId, async (tx) => {
      const rows = await tx
        .selectFrom("activities")
        .select("summary")
        .where("athlete_id", "=", athleteId)
        .where("day", ">=", sql<never>`${today}::date - ${rules.history.weeks * 7 + 1}::int`)
        .execute();
      const activities = rows.map(({ summary }) => summary);
      const groups = countedOnce(activities, await decisionsOf(tx, athleteId), rules);
      return historyOf(
        groups.map(({ activity }) => activity),
        today,
        rules,
      );
    }),
  fitness: ({ athleteId }, today, days) =>
    asAthlete(db, athleteId, (tx) => readFitness(tx, athleteId, today, days, rules)),
  thresholdHeartRate: ({ athleteId }) => asAthlete(db, athleteId, (tx) => thresholdOf(tx, athleteId)),
  review: (key, todayIn) => asAthlete(db, key.athleteId, (tx) => readReview(tx, key, todayIn, rules)),
});

async function findDetail(
  tx: Tx,
  { activityId, athleteId }: ActivityKey,
): Promise<Omit<ActivityDetail, "analysis"> | undefined> {
  const row = await selectReadings(tx, athleteId)
    .select("one.track")
    .where("one.id", "=", activityId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const duplicates = await tx
    .selectFrom("activities")
    .select("summary")
    .where("athlete_id", "=", athleteId)
    .where("counts_as", "=", activityId)
    .orderBy("id")
    .execute();
  return {
    ...readingOf(row),
    activity: await withTrack(row.summary, row.track),
    review: row.match?.review ?? null,
    duplicates: duplicates.map(({ summary }) => summary),
  };
}

function analysisOf(activity: Activity, athlete: Athlete, rules: ActivityRules): RunAnalysis {
  const { paces, thresholdHeartRate } = athlete;
  const beats = beatsOf(activity, rules.elevation);
  const seconds = beats.reduce((sum, beat) => sum + beat.seconds, 0);
  const metres = beats.reduce((sum, beat) => sum + beat.seconds * beat.metresPerSecond, 0);
  const isRun = activity.sport === "run";
  return {
    load: loadOf(activity, athlete, rules),
    levelSecondsPerKm: metres > 0 ? (seconds / metres) * 1000 : null,
    paceZones: isRun && paces !== null ? secondsByPaceZone(beats, paces) : null,
    heartRateZones:
      thresholdHeartRate === null ? null : heartRateZonesOf(beats, thresholdHeartRate, rules.heartRateZones),
    bestEfforts: bestEffortsOf(activity, rules),
  };
}

interface Matched {
  readonly planId: string;
  readonly sessionId: string;
  readonly review: MatchedReview;
}

/** With the session that it was found to be, whose day is its own or next to it. */
const selectReadings = (tx: Tx, athleteId: string) =>
  tx
    .selectFrom("activities as one")
    .select([
      "one.summary",
      "one.counts_as",
      sql<Matched | null>`(
        select jsonb_build_object('planId', done.plan_id, 'sessionId', done.session_id, 'review', done.review)
        from workout_completions as done
        where done.athlete_id = ${athleteId} and done.source = 'matched'
          and done.done_on between one.day - 1 and one.day + 1
          and done.review -> 'runIds' ? coalesce(one.counts_as, one.id)::text
          and not ${isToldSkipped(sql`done`)}
        limit 1
      )`.as("match"),
    ])
    .where("one.athlete_id", "=", athleteId);

interface ReadingRow {
  readonly summary: Activity;
  readonly counts_as: string | null;
  readonly match: Matched | null;
}

const readingOf = ({ counts_as, match, summary }: ReadingRow): ActivityReading => ({
  activity: summary,
  countsAs: counts_as,
  session: match === null ? null : { planId: match.planId, sessionId: match.sessionId },
});
