import { err, ok, type Result, type Rulebook } from "@strideiq/engine";
import type { z } from "zod";
import { type ConfigFile, type ConfigText, readConfigFile } from "./config-file.ts";
import type { ConfigProblem } from "./config-problem.ts";
import { contradictionsIn } from "./contradictions.ts";
import { rememberLast } from "./remember-last.ts";
import { schemaProblems } from "./schema-problems.ts";
import { planRulesSchema } from "./schema/rules.ts";
import { workoutLibrarySchema } from "./schema/workouts.ts";

/** The two files that hold every number that trains a runner, as text. */
export interface RulebookFiles {
  readonly planRules: ConfigText;
  readonly workoutLibrary: ConfigText;
}

type Problems = readonly ConfigProblem[];

/** Reads the rulebook, or names every mistake in it with file, line, column and what was expected. */
export function parseRulebook(files: RulebookFiles): Result<Rulebook, Problems> {
  const read = readRulebook(files);
  return read.ok ? ok(read.value.rulebook) : read;
}

/** A rulebook without contradictions, and the file of its rules, in which later problems have their place. */
export interface ReadRulebook {
  readonly rulebook: Rulebook;
  readonly planRules: ConfigFile;
}

// Reading the library's text takes longer than making ten plans, and mostly it is the same text again.
const readPlanRules = rememberLast((text: ConfigText) => parseFile(text, planRulesSchema));
const readLibrary = rememberLast((text: ConfigText) => parseFile(text, workoutLibrarySchema));

export function readRulebook(files: RulebookFiles): Result<ReadRulebook, Problems> {
  const planRules = readPlanRules(files.planRules);
  const library = readLibrary(files.workoutLibrary);
  if (!planRules.ok || !library.ok)
    return err([...(planRules.ok ? [] : planRules.error), ...(library.ok ? [] : library.error)]);

  const { workouts, contraindications, stops, fuelling } = library.value.parsed;
  const rulebook: Rulebook = { ...planRules.value.parsed, workouts, contraindications, stops, fuelling };
  const problems = contradictionsIn(rulebook).map(({ path, message }) =>
    path[0] === "workouts"
      ? library.value.file.problemAt(path, message)
      : planRules.value.file.problemAt(path, message),
  );
  return problems.length === 0 ? ok({ rulebook, planRules: planRules.value.file }) : err(problems);
}

export interface Parsed<T> {
  readonly file: ConfigFile;
  readonly parsed: T;
}

export function parseFile<T>(text: ConfigText, schema: z.ZodType<T>): Result<Parsed<T>, Problems> {
  const file = readConfigFile(text);
  if (!file.ok) return file;
  const parsed = schema.safeParse(file.value.value);
  return parsed.success
    ? ok({ file: file.value, parsed: parsed.data })
    : err(schemaProblems(file.value, schema, parsed.error));
}
