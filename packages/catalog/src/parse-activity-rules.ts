import type { ActivityRules } from "@strideiq/activity";
import { err, ok, type Result } from "@strideiq/engine";
import { type ConfigText, readConfigFile } from "./config-file.ts";
import type { ConfigProblem } from "./config-problem.ts";
import { activityRulesSchema } from "./schema/activity-rules.ts";
import { schemaProblems } from "./schema-problems.ts";

/** Reads the rules about recordings, or names every mistake in them with line, column and what was expected. */
export function parseActivityRules(text: ConfigText): Result<ActivityRules, readonly ConfigProblem[]> {
  const file = readConfigFile(text);
  if (!file.ok) return file;
  const parsed = activityRulesSchema.safeParse(file.value.value);
  return parsed.success
    ? ok(parsed.data)
    : err(schemaProblems(file.value, activityRulesSchema, parsed.error));
}
