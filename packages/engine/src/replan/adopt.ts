import type { PlanWeek, Session } from "../plan/plan.ts";
import { daysBetween } from "../units/calendar-date.ts";
import type { ChangeContext } from "./context.ts";
import { NEW_ID } from "./ids.ts";
import { isRace, type PlacedSession, sessionsOf } from "./weeks.ts";

/**
 * Newly built weeks with the ids of the sessions that they stand for: one of the same kind in the same
 * calendar week is the session that it was, the one on the same day before others. The race stays the race.
 * @param behind weeks of the plan before them
 */
export function adopted(
  built: readonly PlanWeek[],
  behind: number,
  { plan }: ChangeContext,
): readonly PlanWeek[] {
  const race = sessionsOf(plan.weeks).find(({ session }) => isRace(session))?.session.id ?? NEW_ID;
  return built.map((week, i) => {
    const old = plan.weeks.find((one) => one.days[0]?.date === week.days[0]?.date);
    const ids = idsFor(week, old);
    const days = week.days.map((day) => ({
      ...day,
      sessions: day.sessions.map((session) => ({
        ...session,
        id: isRace(session) ? race : (ids.get(session.id) ?? NEW_ID),
      })),
    }));
    return { ...week, week: behind + i + 1, days };
  });
}

/** Ids of the old week by ids of the new one, each given once; the closest pairs first. */
function idsFor(week: PlanWeek, old: PlanWeek | undefined): ReadonlyMap<string, string> {
  if (old === undefined) return new Map();
  const theirs = sessionsOf([old]).filter(({ session }) => !isRace(session));
  const pairs = sessionsOf([week])
    .flatMap((now) =>
      theirs
        .filter((then) => isLike(now.session, then.session))
        .map((then) => ({ now, then, away: awayOf(now, then) })),
    )
    .sort((a, b) => a.away - b.away);
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const { now, then } of pairs) {
    if (ids.has(now.session.id) || taken.has(then.session.id)) continue;
    ids.set(now.session.id, then.session.id);
    taken.add(then.session.id);
  }
  return ids;
}

const isLike = (a: Session, b: Session): boolean => a.kind === b.kind;

/** Days apart; of two equally far the one with the same title. */
const awayOf = (now: PlacedSession, then: PlacedSession): number =>
  Math.abs(daysBetween(now.date, then.date)) + (now.session.title === then.session.title ? 0 : 0.5);
