export * from "./access-answers.ts";
export * from "./account-answers.ts";
export * from "./job-answers.ts";
export * from "./plan-history-answers.ts";
export * from "./plan-answers.ts";
export * from "./plan-wish.ts";
export * from "./problems.ts";
