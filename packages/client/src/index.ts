export type * from "./ask.ts";
export * from "./create-client.ts";
export * from "./follow-job.ts";
export * from "./import-files.ts";
export type { Answers, Bodies } from "./operations.ts";
export type * from "./problem.ts";
