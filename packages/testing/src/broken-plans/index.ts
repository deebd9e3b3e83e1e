import type { LawId } from "@strideiq/engine";
import type { BrokenPlan } from "./broken-plan.ts";
import { BROKEN_CHANGES as CHANGES_BY_LAW, type BrokenChange } from "./changes.ts";
import { ENTRY_PLANS, PACE_PLANS, STRUCTURE_PLANS } from "./entry-and-structure.ts";
import { INTENSITY_PLANS, TAPER_PLANS } from "./intensity-and-taper.ts";
import { COURSE_PLANS, OPTION_PLANS, PROGRESS_PLANS, STAIRCASE_PLANS } from "./progress-and-options.ts";
import { LONG_RUN_PLANS, VOLUME_PLANS } from "./volume-and-long-run.ts";

/** Laws that compare plans: no single one can break them. */
type ComparisonLaw = "S8" | "S10" | "V9" | "V10";

/** Laws that judge what became of a plan. */
type ChangeLaw = Extract<LawId, `C${number}`>;

CHANGES_BY_LAW satisfies Readonly<Record<ChangeLaw, readonly BrokenChange[]>>;

/** A law without a plan that breaks it does not compile. */
const PLANS_BY_LAW: Readonly<Record<Exclude<LawId, ComparisonLaw | ChangeLaw>, readonly BrokenPlan[]>> = {
  ...ENTRY_PLANS,
  ...STRUCTURE_PLANS,
  ...VOLUME_PLANS,
  ...LONG_RUN_PLANS,
  ...INTENSITY_PLANS,
  ...PACE_PLANS,
  ...TAPER_PLANS,
  ...COURSE_PLANS,
  ...STAIRCASE_PLANS,
  ...PROGRESS_PLANS,
  ...OPTION_PLANS,
};

/** Plans with one thing wrong, each with the law that must find it. */
export const BROKEN_PLANS: readonly (BrokenPlan & { readonly law: string })[] = Object.entries(
  PLANS_BY_LAW,
).flatMap(([law, plans]) => plans.map((plan) => ({ law, ...plan })));

/** Changes with one thing wrong, each with the law that must find it. */
export const BROKEN_CHANGES: readonly (BrokenChange & { readonly law: string })[] = Object.entries(
  CHANGES_BY_LAW,
).flatMap(([law, changes]) => changes.map((change) => ({ law, ...change })));
