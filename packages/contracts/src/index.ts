export * from "./api/index.ts";
export * from "./document-problems.ts";
export { parseDone } from "./plan-change-document.ts";
export { OneLine, PersonName, turnsDirection } from "./plain-text.ts";
export * from "./plan-document.ts";
export * from "./plan-json-schema.ts";
export * from "./plan-request-document.ts";
