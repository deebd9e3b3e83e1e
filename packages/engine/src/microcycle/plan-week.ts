import { arrangeWeek, tailOf } from "./arrange-week.ts";
import { assignRoles } from "./assign-roles.ts";
import { sizeWeek } from "./size-week.ts";
import type { WeekContext, WeekTail } from "./week-context.ts";
import { type PlacedSession, weekSessions } from "./week-sessions.ts";
import { weekWorkOf } from "./week-work.ts";

export interface PlannedWeek {
  readonly sessions: readonly PlacedSession[];
  /** Key sessions beside the long run that found a day. */
  readonly keySessions: number;
  readonly tail: WeekTail;
}

/** One week: the work is sized, days are found for it, distance is divided over them. Null when no days fit. */
export function planWeek(context: WeekContext): PlannedWeek | null {
  const work = weekWorkOf(context);
  const arrangement = arrangeWeek(context, work);
  if (arrangement === null) return null;
  const runs = assignRoles(context, arrangement);
  const sizes = sizeWeek(context, runs);
  return {
    sessions: weekSessions(context, work, runs, sizes),
    keySessions: arrangement.quality.length,
    tail: tailOf(context, work, arrangement.placement),
  };
}
