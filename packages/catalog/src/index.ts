export type { ConfigText } from "./config-file.ts";
export * from "./config-problem.ts";
export * from "./parse-activity-rules.ts";
export { parseRulebook, type RulebookFiles } from "./parse-rulebook.ts";
export * from "./prove-rulebook.ts";
export * from "./parse-feature-flags.ts";
export * from "./parse-paywall.ts";
export {
  type Examined,
  type ExaminedFiles,
  examineConfiguration,
  type Progress,
} from "./configuration/examine.ts";
export * from "./configuration/rows.ts";
export * from "./plugins/extend-rulebook.ts";
export * from "./plugins/judge-by-rules.ts";
export { readPluginFolders } from "./plugins/read-plugin-folders.ts";
export * from "./plugins/known-plugins.ts";
export { parsePlugin, type PluginFiles } from "./plugins/parse-plugin.ts";
export { parsePluginPackages } from "./plugins/plugin-packages.ts";
export { provePlugins } from "./plugins/prove-plugins.ts";
export * from "./plugins/usable-plugins.ts";
export { rememberLast } from "./remember-last.ts";
