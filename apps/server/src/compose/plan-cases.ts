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
  createRequestPlan,
  createRestoreVersion,
  createUndoChange,
  type PlanRepository,
} from "@strideiq/application";
import type { EngineInForce } from "./engine.ts";
import type { OpenDatabase } from "./store.ts";

interface PlanCaseDeps {
  readonly engine: EngineInForce;
  readonly clock: Clock;
  readonly db: OpenDatabase;
  readonly plans: PlanRepository;
  readonly renderSnapshot: RenderSnapshot;
}

/** Everything that can be asked of plans. */
export function composePlanCases({ engine, clock, db, plans, renderSnapshot }: PlanCaseDeps) {
  const { checkRequest, generate, replan, library, standardPlans, raceMetres } = engine;
  const timeZone = systemTimeZone();
  const history = createPlanHistory({ db, renderSnapshot, newId: newUuidV7 });
  return {
    requestPlan: createRequestPlan({ plans, clock, checkRequest }),
    readPlan: createReadPlan({ plans }),
    previewPlan: createPreviewPlan({ clock, checkRequest, generate }),
    previewStandardPlan: createPreviewStandardPlan({ checkRequest, generate }),
    shelf: createPlanShelf(db),
    history,
    compareVersions: createCompareVersions({ history }),
    restoreVersion: createRestoreVersion({ history }),
    chooseOption: createChooseOption({ history }),
    undoChange: createUndoChange({ history }),
    askWhatIf: createAskWhatIf({ history, clock, replan }),
    changePlan: createChangePlan({ history, clock, replan }),
    regeneratePlan: createRegeneratePlan({ history, clock, checkRequest, generate }),
    readCalendar: createReadCalendar({ calendar: createCalendarRepository(db) }),
    coachView: createCoachView({ db, renderSnapshot }),
    library,
    standardPlans,
    wishContext: () => ({ timeZone, raceMetres: raceMetres() }),
  };
}
