export type { ConfigText } from "./config-file.ts";
export * from "./config-problem.ts";
export * from "./parse-activity-rules.ts";
export * from "./parse-rulebook.ts";
