import { readFileSync } from "node:fs";
import { join } from "node:path";
import { configProblemText, type ConfigText, parseRulebook } from "@strideiq/catalog";
import type { Rulebook } from "@strideiq/engine";

/** The rulebook of `config/`; pages are written from it. */
export function realRulebook(root: string): Rulebook {
  const read = (file: string): ConfigText => {
    const name = `config/${file}`;
    return { name, text: readFileSync(join(root, name), "utf8") };
  };
  const rulebook = parseRulebook({
    planRules: read("plan_rules.yaml"),
    workoutLibrary: read("workout_library.yaml"),
  });
  if (!rulebook.ok) throw new Error(rulebook.error.map(configProblemText).join("\n"));
  return rulebook.value;
}
