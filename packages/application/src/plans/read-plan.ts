import type { PlanKey, PlanReading } from "./plan-record.ts";
import type { PlanRepository } from "./ports.ts";

export type ReadPlan = (key: PlanKey) => Promise<PlanReading | undefined>;

/** Reads a plan of this athlete; undefined when there is none, whoever else may have one. */
export const createReadPlan =
  ({ plans }: { readonly plans: Pick<PlanRepository, "find"> }): ReadPlan =>
  (key) =>
    plans.find(key);
