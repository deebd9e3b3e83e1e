import type { MoveWish } from "../plan/plan-change.ts";
import type { ChangeContext, Draft } from "./context.ts";
import { roomMade } from "./make-room.ts";
import { withPlaces } from "./weeks.ts";

/** The session on its new day, all others where they were; where it was asked for, others make room. */
export function* moveDrafts(wish: MoveWish, context: ChangeContext): Iterable<Draft> {
  const places = new Map([[wish.session, wish.to]]);
  const weeks = withPlaces(context.plan.weeks, places);
  yield { weeks };
  if (wish.respace !== true) return;
  for (const way of roomMade(weeks, wish.to, places, context)) yield { weeks: way };
}
