import { readFileSync } from "node:fs";
import type { ActivityRules } from "@strideiq/activity";
import { type ConfigText, parseActivityRules, parseRulebook } from "@strideiq/catalog";
import type { Rulebook } from "@strideiq/engine";

const configText = (name: string): ConfigText => ({
  name,
  text: readFileSync(new URL(`../../../config/${name}`, import.meta.url), "utf8"),
});

/** The rulebook of `config/`, read anew with every call; a mistake in those files is a mistake of the house. */
export function realRulebook(): Rulebook {
  const read = parseRulebook({
    planRules: configText("plan_rules.yaml"),
    workoutLibrary: configText("workout_library.yaml"),
  });
  if (!read.ok) throw new Error(read.error.map((problem) => problem.message).join("\n"));
  return read.value;
}

/** The rules about recordings of `config/`. */
export function realActivityRules(): ActivityRules {
  const read = parseActivityRules(configText("activity_rules.yaml"));
  if (!read.ok) throw new Error(read.error.map((problem) => problem.message).join("\n"));
  return read.value;
}
