import type { Plan, PlanWeek } from "../plan/plan.ts";
import { sessionsOf, withSessions } from "./weeks.ts";

/** The id of a session that has none yet. */
export const NEW_ID = "";

/** The number in an id that the engine gave; 0 for ids from elsewhere. */
const numberOf = (id: string): number => Number(/^s(\d{1,9})$/.exec(id)?.[1] ?? 0);

/** The highest number that an id of this plan has, or has ever had. */
export const idsGivenIn = ({ weeks, changes = [] }: Pick<Plan, "weeks" | "changes">): number =>
  Math.max(
    0,
    ...changes.map((change) => change.idsGiven),
    ...sessionsOf(weeks).map(({ session }) => numberOf(session.id)),
  );

/** Numbers new sessions in the order of their days, after every id that was ever given. */
export function withIds(weeks: readonly PlanWeek[], given: number): readonly PlanWeek[] {
  if (!sessionsOf(weeks).some(({ session }) => session.id === NEW_ID)) return weeks;
  let count = given;
  return withSessions(weeks, (session) => {
    if (session.id !== NEW_ID) return session;
    count += 1;
    return { ...session, id: `s${String(count).padStart(3, "0")}` };
  });
}
