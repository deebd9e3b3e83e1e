import { losesTraining } from "../checks/missed-stays-missed.ts";
import type { PlanWeek, Session } from "../plan/plan.ts";
import { daysBetween } from "../units/calendar-date.ts";
import type { ChangeContext } from "./context.ts";
import { NEW_ID } from "./ids.ts";
import { isRace, type PlacedSession, sessionsOf } from "./weeks.ts";

/**
 * Newly built weeks with the ids of the sessions that they stand for: one of the same kind in the same
 * calendar week is the session that it was, the one on the same day before others. The race stays the race.
 * Law C1: right after a loss a longer run is another one, for none may grow.
 * @param behind weeks of the plan before them
 */
export function adopted(
  built: readonly PlanWeek[],
  behind: number,
  context: ChangeContext,
): readonly PlanWeek[] {
  const { plan } = context;
  const race = sessionsOf(plan.weeks).find(({ session }) => isRace(session))?.session.id ?? NEW_ID;
  return built.map((week, i) => {
    const old = plan.weeks.find((one) => one.days[0]?.date === week.days[0]?.date);
    const ids = idsFor(week, old, context);
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
function idsFor(
  week: PlanWeek,
  old: PlanWeek | undefined,
  context: ChangeContext,
): ReadonlyMap<string, string> {
  if (old === undefined) return new Map();
  const theirs = sessionsOf([old]).filter(({ session }) => !isRace(session));
  const pairs = sessionsOf([week])
    .flatMap((now) =>
      theirs
        .filter((then) => isLike(now.session, then.session) && mayBe(now, then, context))
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

/** Whether a session may go on as another by its size. */
function mayBe(now: PlacedSession, then: PlacedSession, { change, rulebook }: ChangeContext): boolean {
  if (!losesTraining({ last: change })) return true;
  const isSoon = daysBetween(change.from, now.date) < rulebook.laws.C1.days;
  return !isSoon || now.session.metres <= then.session.metres;
}

/** Days apart; of two equally far the one with the same title. */
const awayOf = (now: PlacedSession, then: PlacedSession): number =>
  Math.abs(daysBetween(now.date, then.date)) + (now.session.title === then.session.title ? 0 : 0.5);
