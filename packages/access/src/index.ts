export * from "./features.ts";
export * from "./flag.ts";
export * from "./read-flag.ts";
export * from "./may-use.ts";
export * from "./paywall.ts";
