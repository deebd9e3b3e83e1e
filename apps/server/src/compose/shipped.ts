import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ActivityRules } from "@strideiq/activity";
import {
  type BrokenPlugin,
  configProblemText,
  type ConfigText,
  type InstalledPlugin,
  parseActivityRules,
} from "@strideiq/catalog";
import { err, ok, type Result } from "@strideiq/engine";
import type { EngineTexts } from "./engine.ts";
import { readInstalledPlugins } from "./plugins/installed.ts";

/** What lies in the folder of the installation. */
export interface Shipped extends EngineTexts {
  /** SHA-256 of the rulebook's files, in hexadecimal. */
  readonly digest: string;
  /** The plugins with where they come from; `plugins` are the same as their own files have them, on or off. */
  readonly installed: readonly InstalledPlugin[];
  /** Those that lie there too, and cannot be used. */
  readonly broken: readonly BrokenPlugin[];
  /** By which recordings are judged and matched. */
  readonly activityRules: ActivityRules;
}

/** Reads `config/` and the plugins; a file that is gone is named in a sentence. */
export async function readShipped(root: string): Promise<Result<Shipped, readonly string[]>> {
  const [planRules, workoutLibrary, activityText] = await Promise.all([
    readConfig(root, "config/plan_rules.yaml"),
    readConfig(root, "config/workout_library.yaml"),
    readConfig(root, "config/activity_rules.yaml"),
  ]);
  if (!planRules.ok || !workoutLibrary.ok || !activityText.ok)
    return err([planRules, workoutLibrary, activityText].flatMap((read) => (read.ok ? [] : [read.error])));
  const activityRules = parseActivityRules(activityText.value);
  if (!activityRules.ok) return err(activityRules.error.map(configProblemText));
  const { usable, broken } = await readInstalledPlugins(root);
  const hash = createHash("sha256");
  for (const { text } of [planRules.value, workoutLibrary.value])
    hash.update(`${String(text.length)}:${text}`);
  return ok({
    files: { planRules: planRules.value, workoutLibrary: workoutLibrary.value },
    plugins: usable.map(({ files }) => files),
    installed: usable,
    broken,
    digest: hash.digest("hex"),
    activityRules: activityRules.value,
  });
}

async function readConfig(root: string, name: string): Promise<Result<ConfigText, string>> {
  try {
    return ok({ name, text: await readFile(join(root, name), "utf8") });
  } catch {
    return err(`${name} cannot be read; restore the file.`);
  }
}
