export * from "./features.ts";
export * from "./flag.ts";
export * from "./read-flag.ts";
