import type { CheckRequest, Generate, JudgeChange, Replan } from "@strideiq/application";
import {
  type BrokenPlugin,
  type ConfigProblem,
  extendAsFarAsPossible,
  type ExtendedRulebook,
  extendRulebook,
  judgeByRules,
  type PluginFiles,
  proveRulebook,
  readRulebookRows,
  rememberLast,
  type RulebookFiles,
  type StoredRulebook,
} from "@strideiq/catalog";
import {
  type ByDistance,
  certifyChange,
  checkRequest,
  classifiedTierOf,
  generatePlan,
  ok,
  type RaceDistance,
  replan,
  type Result,
  type Rulebook,
  type RunningSoFar,
  type StandardPlan,
  type VolumeTier,
  type WorkoutLibrary,
} from "@strideiq/engine";

/** The engine with its rulebook filled in. */
export interface Engine {
  readonly checkRequest: CheckRequest;
  readonly generate: Generate;
  readonly replan: Replan;
  readonly judgeChange: JudgeChange;
  readonly library: Pick<WorkoutLibrary, "workouts" | "contraindications">;
  readonly standardPlans: readonly StandardPlan[];
  readonly raceMetres: ByDistance<number>;
  /** The level that the running so far says; null when nothing is known of it. */
  readonly tierOfRuns: (soFar: RunningSoFar) => VolumeTier | null;
  /** Lengths of the standard plans, in weeks. */
  readonly standardLengths: ByDistance<readonly number[]>;
}

/** What an engine is made of, as text. */
export interface EngineTexts {
  readonly files: RulebookFiles;
  readonly plugins: readonly PluginFiles[];
}

/** The same as rows of the database. */
export interface StoredEngine {
  readonly stored: StoredRulebook;
  readonly plugins: readonly PluginFiles[];
}

type Problems = readonly ConfigProblem[];
type ReadStoredEngine = (rows: StoredEngine) => Result<Engine, Problems>;
type ReadEngine = (texts: EngineTexts) => Result<Engine, Problems>;

/** The engine with this rulebook and the plugins that are on, proved on the standard plans; or every mistake. */
export const proveEngine: ReadEngine = rememberLast(({ files, plugins }) => {
  const rulebook = proveRulebook(files);
  if (!rulebook.ok) return rulebook;
  const extended = extendRulebook(rulebook.value, plugins);
  return extended.ok ? ok(engineWith(extended.value)) : extended;
});

/** The same with as many of the plugins as go with it and with each other, and what is wrong with the rest. */
export function proveAsFarAsPossible({ files, plugins }: EngineTexts): Result<PartlyProved, Problems> {
  const rulebook = proveRulebook(files);
  if (!rulebook.ok) return rulebook;
  const { extended, broken } = extendAsFarAsPossible(rulebook.value, plugins);
  return ok({ engine: engineWith(extended), broken });
}

export interface PartlyProved {
  readonly engine: Engine;
  readonly broken: readonly BrokenPlugin[];
}

/** The same of rows that were proved before they were put in force: quick enough for a process that is at work. */
export const createReadEngine = (): ReadStoredEngine =>
  rememberLast(({ stored, plugins }) => {
    const rulebook = readRulebookRows(stored);
    if (!rulebook.ok) return rulebook;
    const extended = extendRulebook(rulebook.value, plugins, "was proved");
    return extended.ok ? ok(engineWith(extended.value)) : extended;
  });

/** What all that follow the database share. */
export const readEngine = createReadEngine();

/** An engine of which nothing may be kept: it can be another one at the next call. */
export interface EngineInForce extends Pick<
  Engine,
  "checkRequest" | "generate" | "replan" | "judgeChange" | "tierOfRuns"
> {
  readonly library: () => Engine["library"];
  readonly standardPlans: () => Engine["standardPlans"];
  readonly raceMetres: () => Engine["raceMetres"];
  readonly standardLengths: () => Engine["standardLengths"];
}

export const inForce = (current: () => Engine): EngineInForce => ({
  checkRequest: (request) => current().checkRequest(request),
  generate: (request) => current().generate(request),
  replan: (...change) => current().replan(...change),
  judgeChange: (...plans) => current().judgeChange(...plans),
  tierOfRuns: (soFar) => current().tierOfRuns(soFar),
  library: () => current().library,
  standardPlans: () => current().standardPlans,
  raceMetres: () => current().raceMetres,
  standardLengths: () => current().standardLengths,
});

const engineWith = ({ rulebook, rules }: ExtendedRulebook): Engine => ({
  checkRequest: (request) => checkRequest(request, rulebook),
  generate: (request) => {
    const plan = generatePlan(request, rulebook);
    return plan.ok ? ok(judgeByRules(plan.value, rules)) : plan;
  },
  replan: (plan, from, done, wish) => {
    const changed = replan(plan, from, done, wish, rulebook);
    return changed.ok ? ok({ ...changed.value, plan: judgeByRules(changed.value.plan, rules) }) : changed;
  },
  judgeChange: (before, after) => certifyChange(before, after, rulebook),
  tierOfRuns: (soFar) => classifiedTierOf(soFar, rulebook),
  library: rulebook,
  standardPlans: rulebook.standardPlans,
  raceMetres: {
    "5k": rulebook.races["5k"].metres,
    "10k": rulebook.races["10k"].metres,
    half_marathon: rulebook.races.half_marathon.metres,
    marathon: rulebook.races.marathon.metres,
  },
  standardLengths: {
    "5k": standardLengths(rulebook, "5k"),
    "10k": standardLengths(rulebook, "10k"),
    half_marathon: standardLengths(rulebook, "half_marathon"),
    marathon: standardLengths(rulebook, "marathon"),
  },
});

const standardLengths = ({ standardPlans }: Rulebook, distance: RaceDistance): readonly number[] => [
  ...new Set(standardPlans.filter((plan) => plan.distance === distance).map(({ weeks }) => weeks)),
];
