export * from "./a-plan.ts";
export * from "./a-rulebook.ts";
export * from "./paces.ts";
export * from "./sessions.ts";
