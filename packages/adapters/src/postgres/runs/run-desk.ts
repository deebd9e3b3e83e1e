import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { type Activity, readTrack, type RecordedOnce } from "@strideiq/activity";
import {
  type AthleteScope,
  type PlanKey,
  type RunDesk,
  type RunStore,
  withChoices,
} from "@strideiq/application";
import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import { asAthlete, oneAsAthlete } from "../athlete-scope.ts";
import { planOfVersion } from "../plan-document.ts";
import type { Database } from "../schema.ts";
import { activityRow } from "./activity-rows.ts";
import { decideByHand, decisionsOf, hasSession, linkByHand, linksOf, unlinkByHand } from "./decisions.ts";
import { completeMatched, standingMatches, uncompleteMatched } from "./matched-completions.ts";
import { endImport, removeActivity, removeImport, removeOverdue } from "./remove-runs.ts";

type Tx = Transaction<Database>;

const unpack = promisify(gunzip);

const ATHLETES_AT_ONCE = 500;

/** What was run, in PostgreSQL. One change of an athlete's runs at a time. */
export const createRunStore = (db: Kysely<Database>): RunStore => ({
  change: (scope, work) =>
    asAthlete(db, scope.athleteId, async (tx) => {
      await tx
        .selectFrom("athletes")
        .select("id")
        .where("id", "=", scope.athleteId)
        .forNoKeyUpdate()
        .executeTakeFirst();
      return work(createDesk(tx, scope));
    }),
  withOverdue: async (limits) => {
    if (limits.length === 0) return [];
    const { rows } = await sql<{ readonly athlete_id: string }>`
      select athlete_id from athletes_with_overdue_runs(
        ${sql.val(limits.map(({ source }) => source))}::text[],
        ${sql.val(limits.map(({ before }) => new Date(before)))}::timestamptz[],
        ${ATHLETES_AT_ONCE}::int
      )`.execute(db);
    return rows.map(({ athlete_id }) => ({ athleteId: athlete_id }));
  },
  hasRuns: ({ athleteId }) =>
    oneAsAthlete(db, athleteId, async (one) => {
      const found = await one
        .selectFrom("activities")
        .select("id")
        .where("athlete_id", "=", athleteId)
        .limit(1)
        .executeTakeFirst();
      return found !== undefined;
    }),
});

const createDesk = (tx: Tx, { athleteId }: AthleteScope): RunDesk => ({
  runs: async () => {
    const rows = await activitiesOf(tx, athleteId).select(["summary", "speeds"]).execute();
    return rows.map(({ speeds, summary }) => ({ activity: summary, speeds }));
  },
  thresholdHeartRate: () => thresholdOf(tx, athleteId),
  keepThresholdHeartRate: async (beats) => {
    await tx
      .updateTable("athletes")
      .set({ threshold_heart_rate: beats })
      .where("id", "=", athleteId)
      .execute();
  },
  decisions: () => decisionsOf(tx, athleteId),
  links: () => linksOf(tx, athleteId),
  plans: () => plansOf(tx, athleteId),
  tracked: async (ids) => {
    if (ids.length === 0) return [];
    const rows = await activitiesOf(tx, athleteId)
      .select(["summary", "track"])
      .where("id", "in", ids)
      .execute();
    return Promise.all(rows.map(({ summary, track }) => withTrack(summary, track)));
  },
  standing: () => standingMatches(tx, athleteId),
  group: (groups) => group(tx, athleteId, groups),
  complete: (completions) => completeMatched(tx, athleteId, completions),
  uncomplete: (keys) => uncompleteMatched(tx, athleteId, keys),
  endImport: (key, jobId, state) => endImport(tx, key, jobId, state),
  removeImport: (importId) => removeImport(tx, { athleteId, importId }),
  removeActivity: (activityId) => removeActivity(tx, athleteId, activityId),
  removeOverdue: (limits) => removeOverdue(tx, athleteId, limits),
  add: async (activityId, analysed) => {
    const row = activityRow(
      athleteId,
      { ...analysed, activity: { ...analysed.activity, id: activityId } },
      null,
    );
    await tx
      .insertInto("activities")
      .values(row)
      .onConflict((conflict) => conflict.columns(["athlete_id", "id"]).doNothing())
      .execute();
  },
  has: async (activityId) => {
    const found = await activitiesOf(tx, athleteId)
      .select("id")
      .where("id", "=", activityId)
      .executeTakeFirst();
    return found !== undefined;
  },
  hasSession: (key: PlanKey, sessionId) => hasSession(tx, key, sessionId),
  link: (key, sessionId, activityId) => linkByHand(tx, key, sessionId, activityId),
  unlink: (activityId) => unlinkByHand(tx, athleteId, activityId),
  decide: (decision) => decideByHand(tx, athleteId, decision),
});

const activitiesOf = (tx: Tx, athleteId: string) =>
  tx.selectFrom("activities").where("athlete_id", "=", athleteId).orderBy("id");

/** Beats a minute; null while the athlete has told none. */
export async function thresholdOf(tx: Tx, athleteId: string): Promise<number | null> {
  const athlete = await tx
    .selectFrom("athletes")
    .select("threshold_heart_rate")
    .where("id", "=", athleteId)
    .executeTakeFirst();
  return athlete?.threshold_heart_rate ?? null;
}

/** An activity with the track that was put aside. */
export async function withTrack(summary: Activity, track: Buffer | null): Promise<Activity> {
  return track === null ? summary : { ...summary, track: readTrack((await unpack(track)).toString("utf8")) };
}

/** Ready plans with their choices, oldest first. */
export async function plansOf(tx: Tx, athleteId: string): ReturnType<RunDesk["plans"]> {
  const rows = await tx
    .selectFrom("training_plans as plan")
    .innerJoin("plan_versions as version", (join) =>
      join
        .onRef("version.plan_id", "=", "plan.id")
        .onRef("version.version", "=", "plan.current_version")
        .onRef("version.athlete_id", "=", "plan.athlete_id"),
    )
    .select(["plan.id", "plan.choices", "version.document", "version.packed"])
    .where("plan.athlete_id", "=", athleteId)
    .where("plan.state", "=", "ready")
    .orderBy("plan.id")
    .execute();
  return rows.map(({ choices, id, ...version }) => ({
    planId: id,
    plan: withChoices(planOfVersion(version), choices),
  }));
}

/** Writes which recording counts where that is not noted yet. */
async function group(tx: Tx, athleteId: string, groups: readonly RecordedOnce[]): Promise<void> {
  const pairs = groups.flatMap(({ activity, duplicates }) =>
    duplicates.map(({ id }) => ({ id, believed: activity.id })),
  );
  const [ids, believed] = [uuids(pairs.map(({ id }) => id)), uuids(pairs.map((pair) => pair.believed))];
  await sql`
    update activities set counts_as = wanted.counts_as
    from (
      select one.id, pair.believed as counts_as
      from activities as one
      left join unnest(${ids}, ${believed}) as pair (id, believed) on pair.id = one.id
      where one.athlete_id = ${athleteId}
    ) as wanted
    where activities.athlete_id = ${athleteId} and activities.id = wanted.id
      and activities.counts_as is distinct from wanted.counts_as
  `.execute(tx);
}

const uuids = (ids: readonly string[]): RawBuilder<unknown> => sql`${sql.val(ids)}::uuid[]`;
