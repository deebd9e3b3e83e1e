export * from "./a-plan.ts";
export * from "./a-rulebook.ts";
export type { BrokenPlan } from "./broken-plans/broken-plan.ts";
export { BROKEN_PLANS } from "./broken-plans/index.ts";
export * from "./mutate.ts";
export * from "./paces.ts";
export * from "./sessions.ts";
export * from "./arbitraries.ts";
export * from "./real-rulebook.ts";
