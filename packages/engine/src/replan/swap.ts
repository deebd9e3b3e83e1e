import type { SwapWish } from "../plan/plan-change.ts";
import type { CalendarDate } from "../units/calendar-date.ts";
import type { ChangeContext, Draft } from "./context.ts";
import { roomMade } from "./make-room.ts";
import { isRace, sessionsOn, withPlaces } from "./weeks.ts";

/** Two days with their sessions exchanged; where it was asked for, others make room in both weeks. */
export function* swapDrafts(wish: SwapWish, context: ChangeContext): Iterable<Draft> {
  const [one, other] = wish.days;
  const places = new Map<string, CalendarDate>([
    ...placesOf(one, other, context),
    ...placesOf(other, one, context),
  ]);
  const weeks = withPlaces(context.plan.weeks, places);
  yield { weeks };
  if (wish.respace !== true) return;
  for (const date of wish.days)
    for (const way of roomMade(weeks, date, places, context)) yield { weeks: way };
}

const placesOf = (
  from: CalendarDate,
  to: CalendarDate,
  { plan }: ChangeContext,
): readonly (readonly [string, CalendarDate])[] =>
  sessionsOn(plan.weeks, from)
    .filter((session) => !isRace(session))
    .map((session) => [session.id, to]);
