import type { PlanRequest } from "./request.ts";

/** A field of a request that makes no sense, as opposed to a wish that cannot be kept. */
export interface RequestProblem {
  readonly field: keyof PlanRequest;
  readonly problem:
    | "unknown_value"
    | "not_a_date"
    | "in_the_past"
    | "out_of_range"
    | "not_a_number"
    | "faster_than_world_record"
    | "contradiction";
  readonly value: number | string | null;
  readonly min?: number;
  readonly max?: number;
}
