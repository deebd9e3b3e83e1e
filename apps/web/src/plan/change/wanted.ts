import type { PlanChangeBody } from "@strideiq/contracts";

/** A change as it is asked for; the words of the athlete come with it at the end. */
export type Wanted = Pick<PlanChangeBody, "wish" | "done">;
