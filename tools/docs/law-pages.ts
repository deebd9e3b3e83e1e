import { readFileSync } from "node:fs";
import { join } from "node:path";
import { configProblemText, type ConfigText, parseRulebook } from "@strideiq/catalog";
import type { GeneratedFile } from "@strideiq/contracts";
import { lawIndexPage, lawPage, LAWS } from "@strideiq/engine";

export const LAW_FOLDER = "docs/laws";

/** A page for each law, with its limits as the configuration has them, and the list of all. */
export function lawPages(root: string): readonly GeneratedFile[] {
  const read = (file: string): ConfigText => {
    const name = `config/${file}`;
    return { name, text: readFileSync(join(root, name), "utf8") };
  };
  const rulebook = parseRulebook({
    planRules: read("plan_rules.yaml"),
    workoutLibrary: read("workout_library.yaml"),
  });
  if (!rulebook.ok) throw new Error(rulebook.error.map(configProblemText).join("\n"));
  return [
    { path: `${LAW_FOLDER}/README.md`, text: lawIndexPage(LAWS) },
    ...LAWS.map((law) => ({ path: `${LAW_FOLDER}/${law.name}.md`, text: lawPage(law, rulebook.value) })),
  ];
}
