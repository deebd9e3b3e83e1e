import { err, ok, type Result, type WorkoutDefinition } from "@strideiq/engine";
import type { z } from "zod";
import type { ConfigFile, ConfigText } from "../config-file.ts";
import type { ConfigProblem } from "../config-problem.ts";
import { parseFile } from "../parse-rulebook.ts";
import { type Expression, readExpression } from "./expression.ts";
import { pluginPhasesSchema, pluginRulesSchema, pluginSchema, pluginWorkoutsSchema } from "./schema.ts";

/** A folder of `plugins/`, as text. All files but `plugin.yaml` may be missing. */
export interface PluginFiles {
  readonly plugin: ConfigText;
  readonly workouts?: ConfigText;
  readonly phases?: ConfigText;
  readonly rules?: ConfigText;
  /** What the installation decided of it; where it has not, its own file does. */
  readonly on?: boolean;
}

export interface PlanRule {
  /** `plugin-id/rule-id` */
  readonly id: string;
  readonly sentence: string;
  readonly holds: Expression;
}

export interface Plugin {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly on: boolean;
  readonly workouts: readonly WorkoutDefinition[];
  readonly phases: z.output<typeof pluginPhasesSchema> | undefined;
  readonly rules: readonly PlanRule[];
  /** Where things stand, for what is found out only later. */
  readonly files: {
    readonly plugin: ConfigFile;
    readonly workouts?: ConfigFile;
    readonly phases?: ConfigFile;
  };
}

type Problems = readonly ConfigProblem[];

/** Reads one plugin, or names every mistake in it with file, line and column. */
export function parsePlugin(texts: PluginFiles): Result<Plugin, Problems> {
  const head = parseFile(texts.plugin, pluginSchema);
  const workouts = texts.workouts && parseFile(texts.workouts, pluginWorkoutsSchema);
  const phases = texts.phases && parseFile(texts.phases, pluginPhasesSchema);
  const rules = texts.rules && parseRules(texts.rules);
  if (!head.ok || workouts?.ok === false || phases?.ok === false || rules?.ok === false)
    return err([head, workouts, phases, rules].flatMap((read) => (read?.ok === false ? read.error : [])));
  return ok({
    ...head.value.parsed,
    on: texts.on ?? head.value.parsed.on,
    workouts: workouts?.value.parsed.workouts ?? [],
    phases: phases?.value.parsed,
    rules: (rules?.value ?? []).map((rule) => ({ ...rule, id: `${head.value.parsed.id}/${rule.id}` })),
    files: {
      plugin: head.value.file,
      ...(workouts === undefined ? {} : { workouts: workouts.value.file }),
      ...(phases === undefined ? {} : { phases: phases.value.file }),
    },
  });
}

function parseRules(text: ConfigText): Result<readonly PlanRule[], Problems> {
  const read = parseFile(text, pluginRulesSchema);
  if (!read.ok) return read;
  const { file, parsed } = read.value;
  const problems: ConfigProblem[] = [];
  const rules: PlanRule[] = [];
  const seen = new Set<string>();
  for (const [index, { id, sentence, holds }] of parsed.rules.entries()) {
    if (seen.has(id)) problems.push(file.problemAt(["rules", index, "id"], `The id ${id} is taken already.`));
    seen.add(id);
    const expression = readExpression(holds);
    if (expression.ok) rules.push({ id, sentence, holds: expression.value });
    else {
      const at = file.problemAt(
        ["rules", index, "holds"],
        `rules[${String(index)}].holds ${expression.error.message}.`,
      );
      problems.push({ ...at, column: at.column + quoteAt(text.text, at) + expression.error.offset });
    }
  }
  return problems.length === 0 ? ok(rules) : err(problems);
}

/** An expression in quotes begins one character later. */
const quoteAt = (text: string, { line, column }: ConfigProblem): number =>
  /["']/.test(text.split("\n")[line - 1]?.[column - 1] ?? "") ? 1 : 0;
