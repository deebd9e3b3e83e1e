import type { ActivityRules } from "@strideiq/activity";
import {
  createCalendarRepository,
  createCoachView,
  createPlanHistory,
  createPlanShelf,
  newUuidV7,
  type RenderSnapshot,
  systemTimeZone,
} from "@strideiq/adapters";
import {
  type AthleteScope,
  type ChangeShelf,
  type Clock,
  createAskWhatIf,
  createChangePlan,
  createChooseOption,
  createCompareVersions,
  createPreviewPlan,
  createPreviewStandardPlan,
  createReadCalendar,
  createReadPlan,
  createRegeneratePlan,
  createRemakePlan,
  createRequestChange,
  createRequestPlan,
  createRestoreVersion,
  createUndoChange,
  type EngineAsRecorded,
  type PlanRepository,
} from "@strideiq/application";
import type { Result } from "@strideiq/engine";
import type { EngineInForce } from "./engine.ts";
import type { OpenDatabase } from "./store.ts";

interface PlanCaseDeps {
  readonly engine: EngineInForce;
  readonly engineAsRecorded: EngineAsRecorded;
  readonly activityRules: ActivityRules;
  readonly clock: Clock;
  readonly db: OpenDatabase;
  readonly plans: PlanRepository;
  /** Finds a plan for its readers, by a copy where there is a good one. */
  readonly findPlan: PlanRepository["find"];
  readonly renderSnapshot: RenderSnapshot;
  readonly changes: ChangeShelf;
  /** Finds anew what was run of a plan that changed. */
  readonly settleRuns: (scope: AthleteScope) => Promise<void>;
}

/** A change of a plan that went well moves what was run of it. */
const andSettle =
  <Key extends AthleteScope, Rest extends readonly unknown[], Value, Problem>(
    change: (key: Key, ...rest: Rest) => Promise<Result<Value, Problem>>,
    settle: PlanCaseDeps["settleRuns"],
  ) =>
  async (key: Key, ...rest: Rest): Promise<Result<Value, Problem>> => {
    const changed = await change(key, ...rest);
    if (changed.ok) await settle(key);
    return changed;
  };

/** Everything that can be asked of plans. */
export function composePlanCases(deps: PlanCaseDeps) {
  const { engine, clock, db, plans, findPlan, renderSnapshot, changes, settleRuns } = deps;
  const { checkRequest, generate, replan, judgeChange, library, standardPlans, raceMetres } = engine;
  const timeZone = systemTimeZone();
  const policies = deps.activityRules.sources;
  const goingBack = { clock, replan, judgeChange, policies };
  const history = createPlanHistory({ db, renderSnapshot, newId: newUuidV7 });
  return {
    requestPlan: createRequestPlan({ plans, clock, checkRequest }),
    readPlan: createReadPlan({ plans: { find: findPlan } }),
    previewPlan: createPreviewPlan({ clock, checkRequest, generate }),
    previewStandardPlan: createPreviewStandardPlan({ clock, checkRequest, generate }),
    shelf: createPlanShelf(db),
    history,
    remakePlan: createRemakePlan({ history, engineAsRecorded: deps.engineAsRecorded }),
    compareVersions: createCompareVersions({ history }),
    restoreVersion: andSettle(createRestoreVersion({ history, ...goingBack }), settleRuns),
    chooseOption: andSettle(createChooseOption({ history, clock }), settleRuns),
    undoChange: andSettle(createUndoChange({ history, ...goingBack }), settleRuns),
    askWhatIf: createAskWhatIf({ history, clock, replan, policies }),
    requestChange: createRequestChange({ history, changes }),
    changePlan: andSettle(createChangePlan({ history, clock, replan, policies }), settleRuns),
    regeneratePlan: andSettle(
      createRegeneratePlan({ history, clock, checkRequest, generate, replan }),
      settleRuns,
    ),
    readCalendar: createReadCalendar({ calendar: createCalendarRepository(db) }),
    coachView: createCoachView({ db, renderSnapshot }),
    library,
    standardPlans,
    wishContext: () => ({ timeZone, raceMetres: raceMetres() }),
  };
}
