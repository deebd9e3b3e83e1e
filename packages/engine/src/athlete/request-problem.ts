import type { Weekday } from "../units/weekday.ts";
import type { PlanRequest } from "./request.ts";

/** A field of a request that makes no sense, as opposed to a wish that cannot be kept. */
export interface RequestProblem {
  readonly field: keyof PlanRequest;
  readonly problem:
    | "unknown_value"
    | "not_a_date"
    | "in_the_past"
    | "today"
    | "out_of_range"
    | "not_a_number"
    | "faster_than_world_record"
    | "contradiction";
  readonly value: number | string | null;
  readonly min?: number;
  readonly max?: number;
  /** The weekday, where the field holds one value for each. */
  readonly day?: Weekday;
  /** Which half of a race result. */
  readonly part?: "metres" | "seconds";
}
