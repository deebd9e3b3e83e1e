export * from "./api/index.ts";
export * from "./plan-document.ts";
