export type { ConfigText } from "./config-file.ts";
export * from "./config-problem.ts";
export * from "./parse-activity-rules.ts";
export { parseRulebook, type RulebookFiles } from "./parse-rulebook.ts";
export * from "./prove-rulebook.ts";
export * from "./parse-feature-flags.ts";
export * from "./parse-paywall.ts";
