import {
  type ActivityRules,
  adherenceOf,
  countedOnce,
  fitnessOf,
  type FitnessDay,
  loadFrom,
  type Match,
  matchPlans,
  permitted,
  type PlannedSession,
  type PlanOfAthlete,
  type Question,
  type RecordedOnce,
  sessionKey,
  type SpeedProfile,
  standingOf,
  type ToldSession,
} from "@strideiq/activity";
import type { ExtraRun, FoundSession, PlanKey, PlanReview, StoredRun } from "@strideiq/application";
import { addDays, type CalendarDate, daysBetween, type TrainingPaces } from "@strideiq/engine";
import { sql, type Transaction } from "kysely";
import type { Database } from "../schema.ts";
import { decisionsOf, linksOf } from "./decisions.ts";
import { plansOf, thresholdOf } from "./run-desk.ts";

type Tx = Transaction<Database>;

/** Runs as they count, each once, with the speeds that were kept of them. */
interface Counted {
  readonly runs: readonly RecordedOnce[];
  readonly speedsOf: (run: { readonly id: string }) => SpeedProfile;
}

async function countedBetween(
  tx: Tx,
  athleteId: string,
  [from, to]: readonly [CalendarDate, CalendarDate],
  rules: ActivityRules,
): Promise<Counted> {
  const rows = await tx
    .selectFrom("activities")
    .select(["summary", "speeds"])
    .where("athlete_id", "=", athleteId)
    .where("day", ">=", from)
    .where("day", "<=", to)
    .execute();
  const stored = rows.map(({ speeds, summary }): StoredRun => ({ activity: summary, speeds }));
  const speeds = new Map(stored.map((run) => [run.activity.id, run.speeds]));
  const activities = stored.map(({ activity }) => activity);
  return {
    runs: countedOnce(activities, await decisionsOf(tx, athleteId), rules),
    speedsOf: ({ id }) => speeds.get(id) ?? [],
  };
}

/** A curve that starts with the mean of its first weeks has forgotten them after three times the slower constant. */
const SEED_TURNS = 3;

/** Fitness and fatigue by day, from whatever may be joined into one figure. */
export async function readFitness(
  tx: Tx,
  athleteId: string,
  today: CalendarDate,
  days: number,
  rules: ActivityRules,
): Promise<readonly FitnessDay[]> {
  const before = days + SEED_TURNS * rules.fitness.fitnessDays;
  const { runs, speedsOf } = await countedBetween(tx, athleteId, [addDays(today, -before), today], rules);
  const plans = await plansOf(tx, athleteId);
  const thresholdHeartRate = await thresholdOf(tx, athleteId);
  const activities = runs.map(({ activity }) => activity);
  const loads = permitted(activities, "combine", rules.sources).flatMap((activity) => {
    const day = activity.start?.day;
    if (day === undefined) return [];
    const athlete = { paces: pacesOn(plans, day), thresholdHeartRate };
    return [{ day, load: loadFrom(activity, speedsOf(activity), athlete, rules).value }];
  });
  return fitnessOf(loads, today, rules.fitness).filter(({ day }) => daysBetween(day, today) < days);
}

/** The paces of the newest plan that covers a day, or else of the newest that has any; plans come oldest first. */
export function pacesOn(plans: readonly PlanOfAthlete[], day: CalendarDate | null): TrainingPaces | null {
  const paced = plans.filter(({ plan }) => plan.paces !== null);
  const covering = paced.findLast(({ plan: { weeks } }) => {
    const [first, last] = [weeks[0]?.days[0]?.date, weeks.at(-1)?.days.at(-1)?.date];
    return day !== null && first !== undefined && last !== undefined && first <= day && day <= last;
  });
  return (covering ?? paced.at(-1))?.plan.paces ?? null;
}

/** What lies this near to a plan may be one of its sessions. */
const NEAR_DAYS = 7;

export async function readReview(
  tx: Tx,
  { athleteId, planId }: PlanKey,
  todayIn: (timeZone: string) => CalendarDate | undefined,
  rules: ActivityRules,
): Promise<PlanReview | undefined> {
  const today = todayIn(await zoneOf(tx, { athleteId, planId }));
  const plans = await plansOf(tx, athleteId);
  const own = plans.find((plan) => plan.planId === planId);
  const [first, last] = [own?.plan.weeks[0]?.days[0]?.date, own?.plan.weeks.at(-1)?.days.at(-1)?.date];
  if (today === undefined || own === undefined || first === undefined || last === undefined) return undefined;
  const near = [addDays(first, -NEAR_DAYS), addDays(last, NEAR_DAYS)] as const;
  const { runs, speedsOf } = await countedBetween(tx, athleteId, near, rules);
  const links = await linksOf(tx, athleteId);
  const { matching, sessions } = matchPlans(plans, runs, speedsOf, links, rules);
  const ofThis = sessions.filter(({ id }) => id.startsWith(sessionKey(planId, "")));
  const told = await toldSessions(tx, { athleteId, planId });
  // What is told already is asked no more.
  const questions = matching.questions.filter(
    ({ sessionId }) => ofThis.some(({ id }) => id === sessionId) && !told.has(sessionId),
  );
  const found = foundOf(told, planId);
  const extra = new Set([...matching.extra, ...runsOfSkipped(matching.matches, told)]);
  const within = runs
    .map(({ activity }) => activity)
    .filter(({ start }) => start !== null && first <= start.day && start.day <= last);
  const athlete = { paces: own.plan.paces, thresholdHeartRate: await thresholdOf(tx, athleteId) };
  return {
    adherence: adherenceOf(ofThis, standingOf(ofThis, told, questions, today)),
    metresByWeek: metresByWeek(own, permitted(within, "combine", rules.sources)),
    questions: questions.map((question) => withoutPlan(question, planId)),
    found,
    extra: within
      .filter(({ id }) => extra.has(id))
      .map((activity): ExtraRun => ({
        activity,
        load: loadFrom(activity, speedsOf(activity), athlete, rules),
      })),
    named: namedIn(
      runs,
      new Set([
        ...extra,
        ...questions.flatMap(({ candidates }) => candidates.flat()),
        ...found.flatMap(({ runIds }) => runIds),
      ]),
    ),
  };
}

/** A session that was told to be skipped has no run: what was found for it is a run beside the plan. */
const runsOfSkipped = (matches: readonly Match[], told: ReadonlyMap<string, Told>): readonly string[] =>
  matches.flatMap(({ runIds, sessionId }) => (told.get(sessionId)?.state === "skipped" ? runIds : []));

/** Where the days of a plan begin and end. */
async function zoneOf(tx: Tx, { athleteId, planId }: PlanKey): Promise<string> {
  const plan = await tx
    .selectFrom("training_plans")
    .select("request")
    .where("id", "=", planId)
    .where("athlete_id", "=", athleteId)
    .executeTakeFirst();
  return plan?.request.timeZone ?? "UTC";
}

const namedIn = (runs: readonly RecordedOnce[], ids: ReadonlySet<string>): readonly StoredRun["activity"][] =>
  runs.map(({ activity }) => activity).filter(({ id }) => ids.has(id));

const foundOf = (told: ReadonlyMap<string, Told>, planId: string): readonly FoundSession[] =>
  [...told].flatMap(([key, { runIds, score }]) =>
    runIds === null ? [] : [{ sessionId: key.slice(sessionKey(planId, "").length), score, runIds }],
  );

const withoutPlan = (question: Question, planId: string): Question => ({
  ...question,
  sessionId: question.sessionId.slice(sessionKey(planId, "").length),
});

/** With the runs it was found among; null where the athlete told it. */
interface Told extends ToldSession {
  readonly runIds: readonly string[] | null;
}

async function toldSessions(tx: Tx, { athleteId, planId }: PlanKey): Promise<ReadonlyMap<string, Told>> {
  const rows = await tx
    .selectFrom("current_completions")
    .select([
      "session_id",
      "state",
      sql<ToldSession["score"]>`review ->> 'score'`.as("score"),
      sql<Told["runIds"]>`review -> 'runIds'`.as("run_ids"),
    ])
    .where("plan_id", "=", planId)
    .where("athlete_id", "=", athleteId)
    .execute();
  return new Map(
    rows.map(({ run_ids, score, session_id, state }): readonly [PlannedSession["id"], Told] => [
      sessionKey(planId, session_id),
      { state, score, runIds: run_ids },
    ]),
  );
}

function metresByWeek(
  { plan }: PlanOfAthlete,
  runs: readonly StoredRun["activity"][],
): ReadonlyMap<number, number> {
  const weekOf = new Map(
    plan.weeks.flatMap(({ days, week }) => days.map(({ date }) => [date, week] as const)),
  );
  const metres = new Map(plan.weeks.map(({ week }) => [week, 0]));
  for (const run of runs) {
    const week = run.start === null || run.sport !== "run" ? undefined : weekOf.get(run.start.day);
    if (week !== undefined) metres.set(week, (metres.get(week) ?? 0) + (run.metres ?? 0));
  }
  return metres;
}
