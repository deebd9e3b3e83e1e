import type { PlanWeek, Session } from "../plan/plan.ts";
import type { SessionKind } from "../plan/vocabulary.ts";
import { type ChangeContext, isPast } from "./context.ts";
import { easedSession } from "./reshape.ts";
import { isRace, sessionsOf, withSessions } from "./weeks.ts";

/** The week with one hard session less: the shortest, as the least is lost with it. */
export function easedWeek(
  weeks: readonly PlanWeek[],
  number: number,
  withStrides: boolean,
  context: ChangeContext,
): readonly PlanWeek[] | null {
  const isHard = ({ quality, kind }: Session): boolean => quality || (withStrides && kind === "strides");
  const hard = weeks
    .filter((week) => week.week === number)
    .flatMap((week) => sessionsOf([week]))
    .filter(({ session, date }) => isHard(session) && !isRace(session) && !isPast(date, context))
    .sort((a, b) => a.session.metres - b.session.metres);
  const [least] = hard;
  if (least === undefined) return null;
  return withSessions(weeks, (session) =>
    session === least.session ? easedSession(session, context.plan, context.rulebook) : session,
  );
}

/** Law I2: where much easy running was lost, the shortest fast session to come is run easily. */
export function withoutSpeed(weeks: readonly PlanWeek[], context: ChangeContext): readonly PlanWeek[] | null {
  const [least] = sessionsOf(weeks)
    .filter(
      ({ session: { kind, quality }, date }) => quality && FAST.includes(kind) && !isPast(date, context),
    )
    .sort((a, b) => a.session.metres - b.session.metres);
  if (least === undefined) return null;
  return withSessions(weeks, (session) =>
    session === least.session ? easedSession(session, context.plan, context.rulebook) : session,
  );
}

const FAST: readonly SessionKind[] = ["interval", "repetition", "fartlek", "hills"];
