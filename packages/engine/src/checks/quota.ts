import type { LawLimits } from "../rulebook/law-limits.ts";

/** A number of sessions for a plan of `weeks`: whole from `fullWeeks` on, below shrunk and rounded down. */
export const scaledQuota = (
  quota: number,
  weeks: number,
  { fullWeeks, lessWeeks, overWeeks }: LawLimits["I8"],
): number =>
  weeks >= fullWeeks
    ? Math.ceil(quota)
    : Math.floor(quota * Math.min(1, Math.max(0, (weeks - lessWeeks) / overWeeks)));
