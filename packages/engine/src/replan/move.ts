import type { MoveWish } from "../plan/plan-change.ts";
import type { ChangeContext, Draft } from "./context.ts";
import { respacedWeeks } from "./respace.ts";
import { withPlaces } from "./weeks.ts";

/** The session on its new day, all others where they were; where it was asked for, others make room. */
export function* moveDrafts(wish: MoveWish, context: ChangeContext): Iterable<Draft> {
  const places = new Map([[wish.session, wish.to]]);
  const weeks = withPlaces(context.plan.weeks, places);
  yield { weeks };
  if (wish.respace !== true) return;
  const index = weeks.findIndex((week) => week.days.some((day) => day.date === wish.to));
  const task = { weeks, index, pinned: places, gentle: new Set<number>(), mayGiveUp: false };
  for (const way of respacedWeeks(task, context)) yield { weeks: way };
}
