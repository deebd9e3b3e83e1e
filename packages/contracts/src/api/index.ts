export * from "./plan-answers.ts";
export * from "./plan-wish.ts";
export * from "./problems.ts";
