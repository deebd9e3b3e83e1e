import {
  err,
  ok,
  type Phase,
  PHASES,
  type RaceDistance,
  type Result,
  type VolumeTier,
} from "@strideiq/engine";
import { RACE_DISTANCES, type Rulebook, standardPlanName } from "@strideiq/engine";
import { stringify } from "yaml";
import type { z } from "zod";
import type { ConfigProblem } from "../config-problem.ts";
import { contradictionsIn } from "../contradictions.ts";
import { parseRulebook, type RulebookFiles, readRulebook } from "../parse-rulebook.ts";
import { planRulesSchema } from "../schema/rules.ts";
import { workoutLibrarySchema } from "../schema/workouts.ts";

type Definition = Readonly<Record<string, unknown>>;

/** A rulebook as rows of a database, each small enough to be looked at and changed alone. */
export interface RulebookRows {
  readonly planTemplates: readonly {
    readonly id: string;
    readonly distance: RaceDistance;
    readonly tier: VolumeTier;
    readonly weeks: number;
    readonly definition: Definition;
  }[];
  readonly workoutDefinitions: readonly { readonly id: string; readonly definition: Definition }[];
  readonly phaseDefinitions: readonly { readonly phase: Phase; readonly definition: Definition }[];
  /** Every other group of numbers, by its place in the files: `longRun`, `races.5k`, `library.stops`. */
  readonly scalingRules: readonly { readonly id: string; readonly definition: unknown }[];
}

/** A rulebook, what it calls itself, and its rows. */
export interface StoredRulebook {
  readonly version: string;
  readonly rows: RulebookRows;
}

/** The names that the two files have in an installation, as problems say them. */
export const RULEBOOK_FILE_NAMES = {
  planRules: "plan_rules.yaml",
  workoutLibrary: "workout_library.yaml",
} as const;

const LIBRARY = "library.";
const RACES = "races.";

/** The rows of two files, or every mistake in them with file, line and column. */
export function rowsOfFiles(files: RulebookFiles): Result<StoredRulebook, readonly ConfigProblem[]> {
  const read = readRulebook(files);
  return read.ok
    ? ok({ version: read.value.rulebook.version, rows: rowsOf(read.value.rulebook) })
    : err(read.error);
}

function rowsOf(rulebook: Rulebook): RulebookRows {
  const {
    version: _,
    races,
    standardPlans,
    workouts,
    contraindications,
    stops,
    fuelling,
    ...groups
  } = rulebook;
  return {
    planTemplates: standardPlans.map(({ distance, tier, weeks, ...definition }) => ({
      id: standardPlanName({ distance, tier, weeks, ...definition }),
      distance,
      tier,
      weeks,
      definition,
    })),
    workoutDefinitions: workouts.map(({ id, ...definition }) => ({ id, definition })),
    phaseDefinitions: PHASES.map((phase) => ({
      phase,
      definition: Object.fromEntries(RACE_DISTANCES.map((name) => [name, races[name].program[phase]])),
    })),
    scalingRules: [
      ...Object.entries(groups).map(([id, definition]) => ({ id, definition })),
      ...RACE_DISTANCES.map((name) => {
        const { program: _program, ...definition } = races[name];
        return { id: `${RACES}${name}`, definition };
      }),
      ...Object.entries({ contraindications, stops, fuelling }).map(([id, definition]) => ({
        id: `${LIBRARY}${id}`,
        definition,
      })),
    ],
  };
}

/** The two files of these rows. Text that was made of rows and read again gives the same rows. */
export function filesOfRows(stored: StoredRulebook): RulebookFiles {
  const { planRules, workoutLibrary } = valuesOfRows(stored);
  return {
    planRules: fileOf("planRules", planRulesSchema, planRules),
    workoutLibrary: fileOf("workoutLibrary", workoutLibrarySchema, workoutLibrary),
  };
}

/**
 * The rulebook of these rows, the same as of the files that they make, in a fourth of the time: a process that is at work
 * takes it up. The files are made only where something is wrong, to say where.
 */
export function readRulebookRows(stored: StoredRulebook): Result<Rulebook, readonly ConfigProblem[]> {
  const { planRules, workoutLibrary } = valuesOfRows(stored);
  const rules = planRulesSchema.safeParse(sorted(planRules));
  const library = workoutLibrarySchema.safeParse(sorted(workoutLibrary));
  const rulebook: Rulebook | null =
    rules.success && library.success ? { ...rules.data, ...library.data } : null;
  return rulebook !== null && contradictionsIn(rulebook).length === 0
    ? ok(rulebook)
    : parseRulebook(filesOfRows(stored));
}

function valuesOfRows({ version, rows }: StoredRulebook) {
  const rulesBesides = (prefix: string): Definition =>
    Object.fromEntries(
      rows.scalingRules
        .filter(({ id }) => id.startsWith(prefix))
        .map(({ id, definition }) => [id.slice(prefix.length), definition]),
    );
  const groups = Object.fromEntries(
    rows.scalingRules
      .filter(({ id }) => !id.startsWith(RACES) && !id.startsWith(LIBRARY))
      .map(({ id, definition }) => [id, definition]),
  );
  const planRules = {
    version,
    ...groups,
    races: withPrograms(rulesBesides(RACES), rows),
    standardPlans: rows.planTemplates.map(({ distance, tier, weeks, definition }) => ({
      distance,
      tier,
      weeks,
      ...definition,
    })),
  };
  const workouts = rows.workoutDefinitions.map(({ id, definition }) => ({ id, ...definition }));
  return { planRules, workoutLibrary: { ...rulesBesides(LIBRARY), workouts } };
}

const withPrograms = (races: Definition, { phaseDefinitions }: RulebookRows): Definition =>
  Object.fromEntries(
    Object.entries(races).map(([name, race]) => [
      name,
      {
        ...(typeof race === "object" ? race : {}),
        program: Object.fromEntries(
          phaseDefinitions.map(({ phase, definition }) => [phase, definition[name]]),
        ),
      },
    ]),
  );

/** A database does not keep the order of keys: what can be read is written in that of the schema, or of the alphabet. */
function fileOf(file: keyof typeof RULEBOOK_FILE_NAMES, schema: z.ZodType, value: unknown) {
  const read = schema.safeParse(sorted(value));
  const text = stringify(read.success ? read.data : value, { lineWidth: 110, aliasDuplicateObjects: false });
  return { name: RULEBOOK_FILE_NAMES[file], text };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]),
  );
}
