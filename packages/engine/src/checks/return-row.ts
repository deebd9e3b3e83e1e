import type { ChangeLimits, ReturnRow } from "../rulebook/change-limits.ts";

/** The row of the table that a break of so many days belongs to; null where the plan goes on as written. */
export const returnRowOf = (days: number, { rows }: ChangeLimits["C2"]): ReturnRow | null =>
  rows.findLast((row) => days >= row.daysMin) ?? null;
