export * from "./athletes/local-athlete.ts";
export * from "./plans/generate-stored-plan.ts";
export * from "./plans/plan-record.ts";
export * from "./plans/ports.ts";
export * from "./plans/read-calendar.ts";
export * from "./plans/read-plan.ts";
export * from "./plans/request-plan.ts";
