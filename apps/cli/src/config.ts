import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { ActivityRules } from "@strideiq/activity";
import {
  configProblemText,
  type ConfigText,
  type ExtendedRulebook,
  extendRulebook,
  parseActivityRules,
  parsePluginPackages,
  parseRulebook,
  proveRulebook,
  readPluginFolders,
  type RulebookFiles,
} from "@strideiq/catalog";
import { err, ok, type Result } from "@strideiq/engine";
import { fileFault } from "./write-file.ts";

/** The numbers that come with the checkout. */
export const HOUSE_CONFIG = fileURLToPath(new URL("../../../config", import.meta.url));

/** Hears of what has no part in plans that are made here, a sentence a call. */
type Note = (sentence: string) => void;

/**
 * Reads the rulebook from a folder with the plugins that are on in `plugins/` beside it, as a server does; or says in
 * sentences what is wrong and where.
 */
export async function readRulebook(
  folder: string,
  note: Note,
): Promise<Result<ExtendedRulebook, readonly string[]>> {
  const files = await readFiles(folder);
  if (!files.ok) return files;
  const rulebook = parseRulebook(files.value);
  if (!rulebook.ok) return err(rulebook.error.map(configProblemText));
  const extended = extendRulebook(rulebook.value, await pluginsBeside(folder, note), "was proved");
  return extended.ok ? extended : err(extended.error.map(configProblemText));
}

/** The same, and proves on every standard plan that the numbers make plans together. */
export async function readProvedRulebook(
  folder: string,
  note: Note,
): Promise<Result<ExtendedRulebook, readonly string[]>> {
  const files = await readFiles(folder);
  if (!files.ok) return files;
  const rulebook = proveRulebook(files.value);
  if (!rulebook.ok) return err(rulebook.error.map(configProblemText));
  const extended = extendRulebook(rulebook.value, await pluginsBeside(folder, note));
  return extended.ok ? extended : err(extended.error.map(configProblemText));
}

async function pluginsBeside(folder: string, note: Note): ReturnType<typeof readPluginFolders> {
  const beside = join(folder, "..", "plugins");
  const entries = await readdir(beside, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const modules = await Promise.all(folders.map((name) => moduleIn(join(beside, name))));
  for (const module of modules) if (module !== undefined) note(`${shortPath(module)} ${FOR_SERVERS}`);
  for (const name of await packagesNamedIn(folder)) note(`The package ${name} ${FOR_SERVERS}`);
  return readPluginFolders({
    folders: () => Promise.resolve(folders.filter((_, index) => modules[index] === undefined)),
    text: (path) => readFile(join(beside, path), "utf8").catch(() => undefined),
    nameOf: (path) => shortPath(join(beside, path)),
  });
}

/** A module is a server's to run: what is on is known there, and a command would wait for it. */
const FOR_SERVERS = "is a plugin that only a server runs: it has no part here.";

async function moduleIn(folder: string): Promise<string | undefined> {
  const files = await readdir(folder);
  const module = ["plugin.ts", "plugin.js"].find((name) => files.includes(name));
  return module === undefined ? undefined : join(folder, module);
}

async function packagesNamedIn(folder: string): Promise<readonly string[]> {
  const text = await readText(join(folder, "plugins.yaml"));
  const named = text.ok ? parsePluginPackages(text.value) : undefined;
  return named?.ok === true ? named.value.map(({ name }) => name) : [];
}

async function readFiles(folder: string): Promise<Result<RulebookFiles, readonly string[]>> {
  const planRules = await readText(join(folder, "plan_rules.yaml"));
  const workoutLibrary = await readText(join(folder, "workout_library.yaml"));
  if (!planRules.ok) return planRules;
  if (!workoutLibrary.ok) return workoutLibrary;
  return ok({ planRules: planRules.value, workoutLibrary: workoutLibrary.value });
}

/** Reads the rules about recordings from the same folder. */
export async function readActivityRules(folder: string): Promise<Result<ActivityRules, readonly string[]>> {
  const text = await readText(join(folder, "activity_rules.yaml"));
  if (!text.ok) return text;
  const rules = parseActivityRules(text.value);
  return rules.ok ? rules : err(rules.error.map(configProblemText));
}

async function readText(file: string): Promise<Result<ConfigText, readonly string[]>> {
  try {
    return ok({ name: shortPath(file), text: await readFile(file, "utf8") });
  } catch (error) {
    return err([`${shortPath(file)} could not be read: ${fileFault(error)}.`]);
  }
}

/** As one would type it from here, where that is shorter. */
function shortPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.length < path.length ? fromHere : path;
}
