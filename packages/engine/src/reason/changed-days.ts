import type { DayFacts, RunFacts } from "../plan/measured-plan.ts";
import { weekdayOf } from "../units/calendar-date.ts";
import type { RestNotFree, SessionReason } from "./session-reason.ts";
import type { Story } from "./story.ts";

/** The athlete moved the session here, or let two days change places. */
export function movedReason(
  { session, date, weekday }: RunFacts,
  { facts: { plan } }: Pick<Story, "facts">,
): readonly SessionReason[] {
  for (const { wish, movedFrom } of (plan.changes ?? []).toReversed()) {
    if (wish.kind === "move" && wish.session === session.id && wish.to === date && movedFrom !== null)
      return [{ kind: "moved_session", wish: "move", weekday, from: weekdayOf(movedFrom) }];
    if (wish.kind !== "swap" || !wish.days.includes(date)) continue;
    const from = wish.days.find((day) => day !== date);
    if (from !== undefined) return [{ kind: "moved_session", wish: "swap", weekday, from: weekdayOf(from) }];
  }
  return [];
}

/** A day that the athlete took out of the plan later. */
export function takenOut(
  { date, weekday }: DayFacts,
  { facts: { plan } }: Pick<Story, "facts">,
): readonly RestNotFree[] {
  for (const { wish } of (plan.changes ?? []).toReversed()) {
    const isIn =
      (wish.kind === "block_days" && wish.days.includes(date)) ||
      (wish.kind === "pause" && wish.first <= date && date <= wish.last);
    if (isIn) return [{ kind: "rest_not_free", wish: wish.kind, weekday, limitSeconds: null }];
  }
  return [];
}
