import { metresMostOf } from "../plan/choices.ts";
import type { PlanWeek, Session } from "../plan/plan.ts";
import { type ChangeContext, isPast } from "./context.ts";
import { easedSession, elasticMetresOf, pacingOf, shortened } from "./reshape.ts";
import { isRace, sessionsOf, withSessions } from "./weeks.ts";

/** A little under the limit: runs are rounded. */
const BELOW = 0.985;

/** Law L3 tells distances to a tenth of a millimetre. */
const SAME_METRES = 0.01;

/**
 * Law L3: the very run that is too far comes down to what the month before it allows. Where its work alone is further
 * it is run easily, and where even an easy run cannot be that short it is given up. Null where that run may not change.
 * @param numbers weeks in which a run is too far
 * @param measured metres of the run
 * @param limit metres that it may have
 */
export function withoutLeap(
  weeks: readonly PlanWeek[],
  numbers: readonly number[],
  measured: number,
  limit: number,
  context: ChangeContext,
): readonly PlanWeek[] | null {
  const leap = sessionsOf(weeks.filter(({ week }) => numbers.includes(week))).find(
    ({ session, date }) =>
      !isRace(session) && !isPast(date, context) && Math.abs(metresMostOf(session) - measured) < SAME_METRES,
  )?.session;
  if (leap === undefined) return null;
  const { plan, rulebook } = context;
  const eased = (): Session => downTo(easedSession(leap, plan, rulebook), limit, context);
  const ways = [downTo(leap, limit, context), ...(leap.quality ? [eased()] : [])];
  const fits = ways.find((way) => metresMostOf(way) <= limit) ?? null;
  return withSessions(weeks, (session) => (session === leap ? fits : session));
}

/** A session brought down to a distance, whichever option is run; as near to it as its easy running allows. */
function downTo(session: Session, metres: number, { plan, rulebook }: ChangeContext): Session {
  const most = metresMostOf(session);
  const elastic = elasticMetresOf(session);
  if (most <= metres || elastic === 0) return session;
  return shortened(session, 1 - (most - metres * BELOW) / elastic, pacingOf(plan, rulebook));
}
