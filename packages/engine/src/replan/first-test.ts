import type { PlanWeek, Session } from "../plan/plan.ts";
import { type CalendarDate, epochDay } from "../units/calendar-date.ts";
import { framedSession } from "../workout/session.ts";
import { stepByDistance } from "../workout/pacing.ts";
import { easedFrom } from "./closed-days.ts";
import type { ChangeContext } from "./context.ts";
import { NEW_ID } from "./ids.ts";
import { pacingOf, workout } from "./reshape.ts";
import { isRace, sessionsOf, withSessions } from "./weeks.ts";
import { itemAt } from "../result/item-at.ts";

/**
 * Weeks whose first hard session after a long break is a test, as law C2 asks for; where no test can stand
 * there, the next hard session in its place, and at last no quality at all.
 */
export function* withFirstTest(
  weeks: readonly PlanWeek[],
  back: CalendarDate,
  context: ChangeContext,
): Iterable<readonly PlanWeek[]> {
  const hard = sessionsOf(weeks).filter(
    ({ session, date }) => session.quality && !isRace(session) && date >= back,
  );
  const tests = hard.filter(({ session }) => session.kind !== "long").slice(0, TESTS_TRIED);
  for (const { session, date } of tests) {
    const rested = easedFrom(weeks, epochDay(back), epochDay(date) - 1, context);
    yield withSessions(rested, (one) => (one === session ? testOf(one, context) : one));
  }
  yield easedFrom(weeks, epochDay(back), Infinity, context);
}

const TESTS_TRIED = 4;

/** A time trial in the distance of the session that it replaces. */
function testOf(session: Session, { plan, rulebook }: ChangeContext): Session {
  const pacing = pacingOf(plan, rulebook);
  const definition = workout("time-trial", rulebook);
  const steps = itemAt(definition.rungs, 0).set.flatMap((piece) =>
    piece.metres === undefined ? [] : [stepByDistance(piece.zone, piece.metres, pacing, piece.effort)],
  );
  const metres = steps.reduce((sum, step) => sum + step.metres, 0);
  const seconds = steps.reduce((sum, step) => sum + step.seconds, 0);
  const work = {
    definition,
    steps,
    metres,
    seconds,
    workSeconds: seconds,
    pieces: 1,
    longestPieceSeconds: seconds,
    mainZone: "race" as const,
  };
  return { id: NEW_ID, ...framedSession(work, session.metres, rulebook.days, pacing) };
}
