import {
  type Activity,
  type ActivityRules,
  completionsOf,
  countedOnce,
  joinActivities,
  type Match,
  matchPlans,
  type PlannedSession,
  type PlanOfAthlete,
  type SpeedProfile,
} from "@strideiq/activity";
import type { CalendarDate } from "@strideiq/engine";
import type { MatchedCompletion, RunDesk } from "./ports.ts";

export interface SettleTerms {
  readonly rules: ActivityRules;
  readonly today: CalendarDate;
}

/** The same with what the athlete's heart says of effort. */
interface JudgingTerms extends SettleTerms {
  readonly thresholdHeartRate: number | null;
}

/**
 * Brings everything that follows from what was run up to date: which recording counts, which session each run was,
 * and how it went. It depends on what is stored alone, so that the order of imports changes nothing; what stands
 * already and follows from the same is left as it is.
 */
export async function settleRuns(desk: RunDesk, { rules, today }: SettleTerms): Promise<void> {
  const stored = await desk.runs();
  const activities = stored.map(({ activity }) => activity);
  const groups = countedOnce(activities, await desk.decisions(), rules);
  await desk.group(groups);
  const plans = await desk.plans();
  const speeds = new Map(stored.map((run) => [run.activity.id, run.speeds]));
  const speedsOf = ({ id }: Activity): SpeedProfile => speeds.get(id) ?? [];
  const { matching, sessions } = matchPlans(plans, groups, speedsOf, await desk.links(), rules);
  const thresholdHeartRate = await desk.thresholdHeartRate();
  const terms = { rules, today, thresholdHeartRate };
  const wanted = wantedOf(matching.matches, sessions, plans, terms);
  const standing = await desk.standing();
  await desk.uncomplete([...standing.keys()].filter((key) => !wanted.has(key)));
  const changed = [...wanted.values()].filter(({ key, madeFrom }) => standing.get(key) !== madeFrom);
  const tracked = new Map(
    (await desk.tracked(changed.flatMap(({ match }) => match.runIds))).map((run) => [run.id, run]),
  );
  await desk.complete(changed.flatMap((one) => completed(one, tracked, terms)));
}

interface Wanted {
  readonly key: string;
  readonly match: Match;
  readonly session: PlannedSession;
  readonly owner: PlanOfAthlete;
  readonly madeFrom: string;
}

function wantedOf(
  matches: readonly Match[],
  sessions: readonly PlannedSession[],
  plans: readonly PlanOfAthlete[],
  terms: JudgingTerms,
): ReadonlyMap<string, Wanted> {
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const planOf = new Map(plans.map((plan) => [plan.planId, plan]));
  return new Map(
    matches.flatMap((match): readonly (readonly [string, Wanted])[] => {
      const session = byId.get(match.sessionId);
      const owner = planOf.get(match.sessionId.split(":")[0] ?? "");
      if (session === undefined || owner === undefined) return [];
      const { id: key } = session;
      return [[key, { key, match, session, owner, madeFrom: madeFromOf(match, session, owner, terms) }]];
    }),
  );
}

/** Two matches that say the same here have the same review. */
const madeFromOf = (
  { by, runIds }: Match,
  { day, kind, metres, seconds, steps }: PlannedSession,
  { plan }: PlanOfAthlete,
  { rules: { version }, thresholdHeartRate }: JudgingTerms,
): string =>
  JSON.stringify([
    version,
    by,
    runIds,
    day,
    kind,
    metres,
    seconds,
    steps,
    plan.paces,
    ...(thresholdHeartRate === null ? [] : [thresholdHeartRate]),
  ]);

function completed(
  { madeFrom, match, owner, session }: Wanted,
  tracked: ReadonlyMap<string, Activity>,
  { rules, thresholdHeartRate, today }: JudgingTerms,
): readonly MatchedCompletion[] {
  const athlete = { paces: owner.plan.paces, thresholdHeartRate };
  const matching = { matches: [match], questions: [], extra: [] };
  const [one] = completionsOf([session], matching, tracked, today, athlete, rules);
  const [first, ...others] = match.runIds.flatMap((id) => tracked.get(id) ?? []);
  if (one?.state !== "done" || first === undefined) return [];
  const { intent, score, volume } = one;
  return [
    {
      planId: owner.planId,
      sessionId: session.id.slice(owner.planId.length + 1),
      state: (volume?.ratio ?? 1) < rules.completion.volumeClose.min ? "partly_done" : "done",
      run: joinActivities([first, ...others]) ?? first,
      review: { by: match.by, runIds: match.runIds, volume, intent, score, madeFrom },
    },
  ];
}
