import { err, ok, type PhaseProgram, type RaceRules, type Result, type Rulebook } from "@strideiq/engine";
import { type ConfigPath, pathText } from "../config-file.ts";
import type { ConfigProblem } from "../config-problem.ts";
import { contradictionsIn } from "../contradictions.ts";
import { type FailedStandardPlan, firstCounterexample } from "../prove-rulebook.ts";
import { parsePlugin, type PlanRule, type Plugin, type PluginFiles } from "./parse-plugin.ts";

/** A rulebook with everything that plugins add to it. */
export interface ExtendedRulebook {
  readonly rulebook: Rulebook;
  /** Told beside the laws; none of them ever refuses a plan. */
  readonly rules: readonly PlanRule[];
  /** The plugins that are in it. */
  readonly plugins: readonly Plugin[];
}

type Problems = readonly ConfigProblem[];

/**
 * Adds the plugins that are on. All are read, and a mistake in any of them is named; what they add must still
 * make every standard plan clean, unless that was seen before. Two may not claim one id: the order of folders must
 * not decide a plan.
 */
export function extendRulebook(
  rulebook: Rulebook,
  folders: readonly PluginFiles[],
  proves: "proves" | "was proved" = "proves",
): Result<ExtendedRulebook, Problems> {
  const read = folders.map(parsePlugin);
  const unread = read.flatMap((plugin) => (plugin.ok ? [] : plugin.error));
  if (unread.length > 0) return err(unread);
  const plugins = read.flatMap((plugin) => (plugin.ok ? [plugin.value] : []));
  const doubles = doubleIds(rulebook, plugins);
  if (doubles.length > 0) return err(doubles);

  const on = plugins.filter((plugin) => plugin.on).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const clashes = programClashes(on);
  if (clashes.length > 0) return err(clashes);
  const extended = on.reduce(withPlugin, rulebook);
  const problems = [
    ...contradictions(rulebook, extended, on),
    ...(proves === "proves" ? failures(extended, on) : []),
  ];
  return problems.length > 0
    ? err(problems)
    : ok({ rulebook: extended, rules: on.flatMap(({ rules }) => rules), plugins: on });
}

function doubleIds(rulebook: Rulebook, plugins: readonly Plugin[]): Problems {
  const owners = new Map(rulebook.workouts.map(({ id }) => [id, "the library"]));
  const ids = new Set<string>();
  const problems: ConfigProblem[] = [];
  for (const { id, workouts, files } of plugins) {
    if (ids.has(id)) problems.push(files.plugin.problemAt(["id"], `There is a plugin ${id} already.`));
    ids.add(id);
    for (const [index, workout] of workouts.entries()) {
      const owner = owners.get(workout.id);
      if (owner !== undefined && files.workouts !== undefined)
        problems.push(
          files.workouts.problemAt(
            ["workouts", index, "id"],
            `The workout ${workout.id} is in ${owner} already.`,
          ),
        );
      owners.set(workout.id, `the plugin ${id}`);
    }
  }
  return problems;
}

/** Two plugins that change one phase of one race: whose would it be? */
function programClashes(plugins: readonly Plugin[]): Problems {
  const owners = new Map<string, string>();
  const problems: ConfigProblem[] = [];
  for (const { id, phases, files } of plugins)
    for (const [index, { distance, phase }] of (phases?.programs ?? []).entries()) {
      const owner = owners.get(`${distance} ${phase}`);
      if (owner !== undefined && files.phases !== undefined)
        problems.push(
          files.phases.problemAt(
            ["programs", index],
            `${owner} changes the ${phase} of the ${distance} already.`,
          ),
        );
      owners.set(`${distance} ${phase}`, id);
    }
  return problems;
}

function withPlugin(rulebook: Rulebook, { id, version, workouts, phases }: Plugin): Rulebook {
  let { races } = rulebook;
  for (const { distance, phase, ...changed } of phases?.programs ?? []) {
    const race: RaceRules = races[distance];
    const program: PhaseProgram = { ...race.program[phase], ...changed };
    races = { ...races, [distance]: { ...race, program: { ...race.program, [phase]: program } } };
  }
  return {
    ...rulebook,
    races,
    builder: { ...rulebook.builder, ...phases?.builder },
    workouts: [...rulebook.workouts, ...workouts],
    plugins: { ...rulebook.plugins, [id]: version },
  };
}

function contradictions(rulebook: Rulebook, extended: Rulebook, on: readonly Plugin[]): Problems {
  const starts = on.map((_, index) =>
    on.slice(0, index).reduce((sum, { workouts }) => sum + workouts.length, rulebook.workouts.length),
  );
  return contradictionsIn(extended).flatMap(({ path, message }) => {
    const inProgram = programProblem(on, message, path);
    if (inProgram !== null) return [inProgram];
    const at = path[0] === "workouts" && typeof path[1] === "number" ? path[1] : undefined;
    const owner = at === undefined ? -1 : starts.findLastIndex((start) => start <= at);
    const plugin = on[owner];
    if (at === undefined || plugin?.files.workouts === undefined) return blame(on, message, path);
    const inPlugin: ConfigPath = ["workouts", at - (starts[owner] ?? 0), ...path.slice(2)];
    return [plugin.files.workouts.problemAt(inPlugin, message)];
  });
}

/** A phase that a plugin changes is named where it does so: at the very list, or at the whole where that stayed. */
function programProblem(on: readonly Plugin[], message: string, path: ConfigPath): ConfigProblem | null {
  const [group, distance, part, phase, slot, ...rest] = path;
  if (group !== "races" || part !== "program") return null;
  for (const { phases, files } of on) {
    const programs = phases?.programs ?? [];
    const index = programs.findIndex((one) => one.distance === distance && one.phase === phase);
    const program = programs[index];
    if (program === undefined || files.phases === undefined) continue;
    const isTheirs = slot !== undefined && slot in program;
    return files.phases.problemAt(["programs", index, ...(isTheirs ? [slot, ...rest] : [])], message);
  }
  return null;
}

function failures(extended: Rulebook, on: readonly Plugin[]): Problems {
  if (on.length === 0) return [];
  const found = firstCounterexample(extended);
  return found === null ? [] : blameFailure(on, found);
}

/** A standard plan that does not come out any more is named where a plugin can be to blame for it. */
export const blameFailure = (on: readonly Plugin[], { name, sentence, path }: FailedStandardPlan): Problems =>
  blame(on, `With these plugins ${name} ${sentence}`, path);

/** What only shows in the whole is named where the last plugin changes phases. */
function blame(on: readonly Plugin[], message: string, path: ConfigPath): Problems {
  const plugin = on.findLast(({ files }) => files.phases !== undefined) ?? on.at(-1);
  const file = plugin?.files.phases ?? plugin?.files.plugin;
  return file === undefined ? [] : [file.problemAt([], `${message} See ${pathText(path)}.`)];
}
