import { err, ok, type Result } from "@strideiq/engine";
import {
  ENVIRONMENTS,
  type Environment,
  FLAG_ATTRIBUTES,
  type FlagAttribute,
  type FlagDefinition,
  type FlagSettings,
} from "./flag.ts";

/** What is wrong with a flag, and where in it. */
export interface FlagProblem {
  readonly path: readonly (string | number)[];
  readonly expected: string;
}

type Problems = readonly FlagProblem[];
type Group = Readonly<Record<string, unknown>>;

const LIST_MAX = 1_000;
const TEXT_MAX = 500;
const ROLLOUT_STEPS = 1_000;

/** Reads a flag from wherever it comes: YAML, the database or a request. Everything wrong with it is named. */
export function readFlag(value: unknown): Result<FlagDefinition, Problems> {
  if (!isGroup(value)) return err([{ path: [], expected: "a group of keys" }]);
  const problems = [
    ...unknownKeys(value, [...SETTING_KEYS, "description", "owner", "environments"], []),
    ...["description", "owner"].flatMap((key) => textProblems(value[key], [key])),
    ...settingsProblems(value, []),
    ...environmentProblems(value["environments"]),
  ];
  return problems.length > 0 ? err(problems) : ok(flagOf(value));
}

const SETTING_KEYS = ["killed", "rolloutPercent", "athletes", "only"] as const;

function settingsProblems(group: Group, path: FlagProblem["path"]): Problems {
  const { killed, rolloutPercent, athletes, only } = group;
  return [
    ...unless(killed === undefined || typeof killed === "boolean", [...path, "killed"], "true or false"),
    ...unless(
      rolloutPercent === undefined || isRollout(rolloutPercent),
      [...path, "rolloutPercent"],
      "a percentage from 0 to 100 with at most three decimals",
    ),
    ...(athletes === undefined ? [] : listProblems(athletes, [...path, "athletes"])),
    ...(only === undefined ? [] : onlyProblems(only, [...path, "only"])),
  ];
}

function onlyProblems(only: unknown, path: FlagProblem["path"]): Problems {
  if (!isGroup(only)) return [{ path, expected: "a group of keys" }];
  return [
    ...unknownKeys(only, FLAG_ATTRIBUTES, path),
    ...Object.entries(only)
      .filter(([key]) => isOneOf(FLAG_ATTRIBUTES, key))
      .flatMap(([key, values]) => listProblems(values, [...path, key])),
  ];
}

function environmentProblems(environments: unknown): Problems {
  if (environments === undefined) return [];
  const path = ["environments"];
  if (!isGroup(environments)) return [{ path, expected: "a group of keys" }];
  return [
    ...unknownKeys(environments, ENVIRONMENTS, path),
    ...Object.entries(environments)
      .filter(([key]) => isOneOf(ENVIRONMENTS, key))
      .flatMap(([key, settings]) =>
        isGroup(settings)
          ? [
              ...unknownKeys(settings, SETTING_KEYS, [...path, key]),
              ...settingsProblems(settings, [...path, key]),
            ]
          : [{ path: [...path, key], expected: "a group of keys" }],
      ),
  ];
}

function listProblems(value: unknown, path: FlagProblem["path"]): Problems {
  if (!Array.isArray(value) || value.length > LIST_MAX)
    return [{ path, expected: `a list of at most ${String(LIST_MAX)}` }];
  return value.flatMap((entry: unknown, index) => textProblems(entry, [...path, index]));
}

const textProblems = (value: unknown, path: FlagProblem["path"]): Problems =>
  unless(
    typeof value === "string" && /\S/.test(value) && value.length <= TEXT_MAX,
    path,
    `text of 1 to ${String(TEXT_MAX)} characters`,
  );

const unknownKeys = (group: Group, known: readonly string[], path: FlagProblem["path"]): Problems =>
  Object.keys(group)
    .filter((key) => !known.includes(key))
    .map((key) => ({ path: [...path, key], expected: `one of ${known.join(", ")}` }));

const unless = (fine: boolean, path: FlagProblem["path"], expected: string): Problems =>
  fine ? [] : [{ path, expected }];

/** Only for a group without problems: what is left out gets its harmless value. */
function flagOf(group: Group): FlagDefinition {
  const environments: Partial<Record<Environment, Partial<FlagSettings>>> = {};
  const given = isGroup(group["environments"]) ? group["environments"] : {};
  for (const environment of ENVIRONMENTS) {
    const settings = given[environment];
    if (isGroup(settings)) environments[environment] = settingsOf(settings);
  }
  return {
    description: String(group["description"]),
    owner: String(group["owner"]),
    killed: false,
    rolloutPercent: 0,
    athletes: [],
    only: {},
    ...settingsOf(group),
    environments,
  };
}

function settingsOf({ killed, rolloutPercent, athletes, only }: Group): Partial<FlagSettings> {
  return {
    ...(typeof killed === "boolean" ? { killed } : {}),
    ...(typeof rolloutPercent === "number" ? { rolloutPercent } : {}),
    ...(Array.isArray(athletes) ? { athletes: athletes.map(String) } : {}),
    ...(isGroup(only) ? { only: onlyOf(only) } : {}),
  };
}

function onlyOf(group: Group): FlagSettings["only"] {
  const only: Partial<Record<FlagAttribute, readonly string[]>> = {};
  for (const attribute of FLAG_ATTRIBUTES) {
    const values = group[attribute];
    if (Array.isArray(values)) only[attribute] = values.map(String);
  }
  return only;
}

const isRollout = (value: unknown): boolean =>
  typeof value === "number" &&
  value >= 0 &&
  value <= 100 &&
  Math.abs(value * ROLLOUT_STEPS - Math.round(value * ROLLOUT_STEPS)) < 1e-6;

const isGroup = (value: unknown): value is Group =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isOneOf = (words: readonly string[], text: string): boolean => words.includes(text);
