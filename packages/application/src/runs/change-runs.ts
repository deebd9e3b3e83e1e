import {
  activityFromTold,
  type ActivityRules,
  isTooFastToRun,
  type KeepLimit,
  keepLimits,
  speedProfileOf,
  type ToldRun,
} from "@strideiq/activity";
import { err, ok, type Result } from "@strideiq/engine";
import type { AthleteScope, PlanKey } from "../plans/plan-record.ts";
import type { Clock } from "../plans/ports.ts";
import type { Decision, ImportKey, RunDesk, RunStore } from "./ports.ts";
import { settleRuns } from "./settle-runs.ts";

export interface ActivityKey extends AthleteScope {
  readonly activityId: string;
}

export interface ImportNotFound {
  readonly type: "ImportNotFound";
}

export interface ActivityNotFound {
  readonly type: "ActivityNotFound";
}

export interface SessionOfPlanNotFound {
  readonly type: "SessionOfPlanNotFound";
}

/** Faster than any human over such a distance. */
export interface NobodyRunsSoFast {
  readonly type: "NobodyRunsSoFast";
}

/** What an athlete changes of what was run. Each takes effect at once, with everything that follows from it. */
export interface ChangeRuns {
  readonly undoImport: (key: ImportKey) => Promise<Result<null, ImportNotFound>>;
  readonly removeActivity: (key: ActivityKey) => Promise<Result<null, ActivityNotFound>>;
  /** Says which session an activity was; null that it was none of those it could be. */
  readonly linkSession: (
    key: ActivityKey,
    session: (PlanKey & { readonly sessionId: string }) | null,
  ) => Promise<Result<null, ActivityNotFound | SessionOfPlanNotFound>>;
  readonly decide: (
    scope: AthleteScope,
    decision: Decision,
  ) => Promise<Result<null, ActivityNotFound | NobodyRunsSoFast>>;
  /** Keeps what no device recorded; told again under the same id it stays as it is. */
  readonly tell: (key: ActivityKey, told: ToldRun) => Promise<Result<null, NobodyRunsSoFast>>;
  /** Keeps the heart rate at threshold, beats a minute; easy runs are judged anew by it. */
  readonly keepThresholdHeartRate: (scope: AthleteScope, beats: number | null) => Promise<void>;
  /** Lets go of what its source allows to be kept no longer, with all that followed from it; how many had some. */
  readonly letGo: (now: Date) => Promise<number>;
  /** Finds sessions anew after a plan was made or changed. */
  readonly settle: (scope: AthleteScope) => Promise<void>;
}

export interface ChangeRunsDeps {
  readonly runs: RunStore;
  readonly clock: Pick<Clock, "today">;
  readonly activityRules: ActivityRules;
}

export function createChangeRuns({ activityRules: rules, clock, runs }: ChangeRunsDeps): ChangeRuns {
  const today = clock.today;
  const settle = async (desk: RunDesk): Promise<void> => {
    // Where the athlete is has no say in it: what is matched was run.
    const day = today("UTC");
    if (day === undefined) throw new Error("There is no UTC.");
    await settleRuns(desk, { rules, today: day });
  };
  const changed = <Problem>(
    scope: AthleteScope,
    work: (desk: RunDesk) => Promise<Problem | null>,
  ): Promise<Result<null, Problem>> =>
    runs.change(scope, async (desk): Promise<Result<null, Problem>> => {
      const problem = await work(desk);
      if (problem !== null) return err(problem);
      await settle(desk);
      return ok(null);
    });
  return {
    undoImport: (key) =>
      changed(key, async (desk) => ((await desk.removeImport(key.importId)) ? null : IMPORT_NOT_FOUND)),
    removeActivity: (key) =>
      changed(key, async (desk) => ((await desk.removeActivity(key.activityId)) ? null : ACTIVITY_NOT_FOUND)),
    linkSession: (key, session) => changed(key, (desk) => link(desk, key, session)),
    decide: (scope, decision) => changed(scope, (desk) => decide(desk, decision, rules)),
    tell: async (key, told) => {
      const activity = activityFromTold(key.activityId, told, rules);
      if (activity === null) return err(NOBODY_RUNS_SO_FAST);
      const speeds = speedProfileOf(activity, rules.elevation);
      return changed<NobodyRunsSoFast>(key, async (desk) => {
        await desk.add(key.activityId, { activity, speeds, track: null });
        return null;
      });
    },
    keepThresholdHeartRate: (scope, beats) =>
      runs.change(scope, async (desk) => {
        await desk.keepThresholdHeartRate(beats);
        await settle(desk);
      }),
    letGo: (now) => letGo(runs, keepLimits(now.getTime(), rules.sources), settle),
    settle: async (scope) => {
      if (await runs.hasRuns(scope)) await runs.change(scope, settle);
    },
  };
}

const IMPORT_NOT_FOUND: ImportNotFound = { type: "ImportNotFound" };
const ACTIVITY_NOT_FOUND: ActivityNotFound = { type: "ActivityNotFound" };
const NOBODY_RUNS_SO_FAST: NobodyRunsSoFast = { type: "NobodyRunsSoFast" };

async function decide(
  desk: RunDesk,
  decision: Decision,
  { records }: ActivityRules,
): Promise<ActivityNotFound | NobodyRunsSoFast | null> {
  const ids = "pair" in decision ? decision.pair : [decision.activityId];
  for (const id of ids) if (!(await desk.has(id))) return ACTIVITY_NOT_FOUND;
  if (decision.kind === "sport" && decision.sport === "run") {
    const told = await desk.tracked(ids);
    if (told.some((activity) => isTooFastToRun(activity, records))) return NOBODY_RUNS_SO_FAST;
  }
  await desk.decide(decision);
  return null;
}

async function letGo(
  runs: RunStore,
  limits: readonly KeepLimit[],
  settle: (desk: RunDesk) => Promise<void>,
): Promise<number> {
  let athletes = 0;
  for (;;) {
    const overdue = await runs.withOverdue(limits);
    if (overdue.length === 0) return athletes;
    athletes += overdue.length;
    for (const scope of overdue)
      await runs.change(scope, async (desk) => {
        await desk.removeOverdue(limits);
        await settle(desk);
      });
  }
}

async function link(
  desk: RunDesk,
  { activityId }: ActivityKey,
  session: (PlanKey & { readonly sessionId: string }) | null,
): Promise<ActivityNotFound | SessionOfPlanNotFound | null> {
  if (!(await desk.has(activityId))) return ACTIVITY_NOT_FOUND;
  if (session === null) {
    await desk.unlink(activityId);
    return null;
  }
  if (!(await desk.hasSession(session, session.sessionId))) return { type: "SessionOfPlanNotFound" };
  await desk.link(session, session.sessionId, activityId);
  return null;
}
