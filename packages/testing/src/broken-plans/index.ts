import type { LawId } from "@strideiq/engine";
import type { BrokenPlan } from "./broken-plan.ts";
import { ENTRY_PLANS, PACE_PLANS, STRUCTURE_PLANS } from "./entry-and-structure.ts";
import { INTENSITY_PLANS, TAPER_PLANS } from "./intensity-and-taper.ts";
import { LONG_RUN_PLANS, VOLUME_PLANS } from "./volume-and-long-run.ts";

/** Plans with one thing wrong, by the law that must find it. A law without one does not compile. */
export const BROKEN_PLANS: Readonly<Record<Exclude<LawId, "S8">, readonly BrokenPlan[]>> = {
  ...ENTRY_PLANS,
  ...STRUCTURE_PLANS,
  ...VOLUME_PLANS,
  ...LONG_RUN_PLANS,
  ...INTENSITY_PLANS,
  ...PACE_PLANS,
  ...TAPER_PLANS,
};
