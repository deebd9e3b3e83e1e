import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CheckRequest, Generate, Replan } from "@strideiq/application";
import {
  configProblemText,
  type ConfigText,
  type ExtendedRulebook,
  extendRulebook,
  judgeByRules,
  proveRulebook,
} from "@strideiq/catalog";
import {
  type ByDistance,
  checkRequest,
  err,
  generatePlan,
  ok,
  type RaceDistance,
  replan,
  type Result,
  type Rulebook,
  type StandardPlan,
  type WorkoutLibrary,
} from "@strideiq/engine";
import { readPluginFolders } from "./plugins.ts";

/** The engine with its rulebook filled in. */
export interface Engine {
  readonly checkRequest: CheckRequest;
  readonly generate: Generate;
  readonly replan: Replan;
  readonly library: Pick<WorkoutLibrary, "workouts" | "contraindications">;
  readonly standardPlans: readonly StandardPlan[];
  readonly raceMetres: ByDistance<number>;
  /** Lengths of the standard plans, in weeks. */
  readonly standardLengths: ByDistance<readonly number[]>;
}

const FILES = { planRules: "config/plan_rules.yaml", workoutLibrary: "config/workout_library.yaml" } as const;

/**
 * The engine with the rulebook of `config/` and the plugins that are on, proved on the standard plans; each
 * mistake in those files comes back as a line.
 */
export async function loadEngine(root: string): Promise<Result<Engine, readonly string[]>> {
  const [planRules, workoutLibrary] = await Promise.all([
    readConfig(root, FILES.planRules),
    readConfig(root, FILES.workoutLibrary),
  ]);
  if (!planRules.ok || !workoutLibrary.ok)
    return err([planRules, workoutLibrary].flatMap((read) => (read.ok ? [] : [read.error])));
  const rulebook = proveRulebook({ planRules: planRules.value, workoutLibrary: workoutLibrary.value });
  if (!rulebook.ok) return err(rulebook.error.map(configProblemText));
  const extended = extendRulebook(rulebook.value, await readPluginFolders(root));
  return extended.ok ? ok(engineWith(extended.value)) : err(extended.error.map(configProblemText));
}

async function readConfig(root: string, name: string): Promise<Result<ConfigText, string>> {
  try {
    return ok({ name, text: await readFile(join(root, name), "utf8") });
  } catch {
    return err(`${name} cannot be read; restore the file.`);
  }
}

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
