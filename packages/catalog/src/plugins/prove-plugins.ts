import type { ConfigProblem } from "../config-problem.ts";
import { parseRulebook, type RulebookFiles } from "../parse-rulebook.ts";
import { failureOf } from "../prove-rulebook.ts";
import { blameFailure, extendRulebook } from "./extend-rulebook.ts";
import type { PluginFiles } from "./parse-plugin.ts";

/** Makes every standard plan with these plugins, a plan at a time, so that others can work between; ends with what is wrong. */
export function* provePlugins(
  files: RulebookFiles,
  folders: readonly PluginFiles[],
): Generator<undefined, readonly ConfigProblem[]> {
  const read = parseRulebook(files);
  if (!read.ok) return read.error;
  const extended = extendRulebook(read.value, folders, "was proved");
  if (!extended.ok) return extended.error;
  const { rulebook, plugins } = extended.value;
  for (const [index, standard] of rulebook.standardPlans.entries()) {
    yield;
    const failed = failureOf(rulebook, standard, index);
    if (failed !== null) return blameFailure(plugins, failed);
  }
  return [];
}
