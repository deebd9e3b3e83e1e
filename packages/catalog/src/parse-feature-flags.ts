import { type Feature, FEATURES, type FlagDefinition, isFeature, readFlag } from "@strideiq/access";
import { err, ok, type Result } from "@strideiq/engine";
import { type ConfigFile, type ConfigText, pathText, readConfigFile } from "./config-file.ts";
import type { ConfigProblem } from "./config-problem.ts";
import { nearestWord } from "./nearest-word.ts";

/** How every feature stands on the first start of an installation. */
export type SeedFlags = Readonly<Record<Feature, FlagDefinition>>;

type Problems = readonly ConfigProblem[];

/** Reads the flags, or names every mistake in them. Each feature of the product stands there exactly once. */
export function parseFeatureFlags(text: ConfigText): Result<SeedFlags, Problems> {
  const file = readConfigFile(text);
  if (!file.ok) return file;
  const flags = groupAt(file.value.value, "flags");
  if (flags === undefined) return err([file.value.problemAt([], "The file has no group named flags.")]);

  const problems = [...unknownFlags(file.value, flags), ...missingFlags(file.value, flags)];
  const read: Partial<Record<Feature, FlagDefinition>> = {};
  for (const feature of FEATURES.filter((name) => name in flags)) {
    const flag = readFlag(flags[feature]);
    if (flag.ok) read[feature] = flag.value;
    else
      for (const { path, expected } of flag.error) {
        const full = ["flags", feature, ...path];
        problems.push(file.value.problemAt(full, `${pathText(full)}: expected ${expected}.`));
      }
  }
  return problems.length === 0 && isComplete(read) ? ok(read) : err(problems);
}

const unknownFlags = (file: ConfigFile, flags: Group): Problems =>
  Object.keys(flags)
    .filter((name) => !isFeature(name))
    .map((name) => {
      const meant = nearestWord(name, FEATURES);
      const cure = meant === undefined ? `known here: ${FEATURES.join(", ")}.` : `did you mean ${meant}?`;
      return file.problemAtKey(["flags", name], `${name} is no feature of this product; ${cure}`);
    });

const missingFlags = (file: ConfigFile, flags: Group): Problems =>
  FEATURES.filter((name) => !(name in flags)).map((name) =>
    file.problemAt(["flags"], `The flag of ${name} is missing.`),
  );

type Group = Readonly<Record<string, unknown>>;

function groupAt(value: unknown, key: string): Group | undefined {
  const inner = isGroup(value) ? value[key] : undefined;
  return isGroup(inner) ? inner : undefined;
}

const isGroup = (value: unknown): value is Group =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isComplete = (read: Partial<SeedFlags>): read is SeedFlags =>
  FEATURES.every((feature) => feature in read);
