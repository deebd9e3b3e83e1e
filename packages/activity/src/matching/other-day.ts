import { addDays } from "@strideiq/engine";
import type { MatchingRules } from "../rules/activity-rules.ts";
import { type Pairing, unitsOf } from "./assign-day.ts";
import type { Board } from "./board.ts";
import { costOf, isCompatible, type Unit } from "./cost.ts";
import type { Question } from "./matching.ts";
import type { PlannedSession } from "./planned-session.ts";

export type IsAllowed = (session: PlannedSession, unit: Unit) => boolean;

/**
 * The session next to a run's day that the run is clearly more like than the one of its own day, and that nothing else
 * was run for: Tuesday's long session run on Wednesday is no short Wednesday run. Null where there is none.
 */
export function otherDayFor(
  board: Board,
  { cost, session, unit }: Pairing,
  asked: ReadonlySet<string>,
  rules: MatchingRules,
  isAllowed: IsAllowed,
): PlannedSession | null {
  const limit = Math.min(rules.sureBelow, cost - rules.otherDayGainMin);
  if (limit < 0) return null;
  const [nearest] = daysAround(rules)
    .flatMap((away) => board.freeSessionsOn(addDays(session.day, away)))
    .filter((one) => !asked.has(one.id) && isCompatible(one, unit.sport) && isAllowed(one, unit))
    .map((one) => ({ one, cost: costOf(one, unit, rules) }))
    .filter((near) => near.cost <= limit && !hasRunOfItsDay(board, near.one, rules, isAllowed))
    .toSorted((a, b) => a.cost - b.cost || (a.one.id < b.one.id ? -1 : 1));
  return nearest?.one ?? null;
}

/** The days before and after, without the day itself. */
const daysAround = ({ nearDays }: MatchingRules): readonly number[] =>
  Array.from({ length: 2 * nearDays + 1 }, (_, index) => index - nearDays).filter((away) => away !== 0);

const hasRunOfItsDay = (
  board: Board,
  session: PlannedSession,
  rules: MatchingRules,
  isAllowed: IsAllowed,
): boolean =>
  unitsOf(board.freeRunsOn(session.day), rules).some(
    (unit) =>
      isCompatible(session, unit.sport) &&
      isAllowed(session, unit) &&
      costOf(session, unit, rules) < rules.neverAbove,
  );

/** Both sessions wait for one answer: whichever the run was, nothing was run for the other. */
export const whichDay = ({ session, unit }: Pairing, other: PlannedSession): readonly Question[] => [
  { sessionId: other.id, why: "other_day", candidates: [unit.ids] },
  { sessionId: session.id, why: "unlike", candidates: [unit.ids] },
];
