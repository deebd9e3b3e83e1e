import { type CalendarDate, daysBetween, type Plan, type PlanWeek, type Session } from "@strideiq/engine";
import { chosenOf } from "@strideiq/wording";

/** What asks for fresh legs: quality, and the long run. */
export const isHard = (session: Session): boolean => session.quality || chosenOf(session).kind === "long";

export const hardDaysOf = ({ days }: PlanWeek): readonly CalendarDate[] =>
  days.filter(({ sessions }) => sessions.some(isHard)).map(({ date }) => date);

/** Days between the two hard days of these weeks that stand closest; null with fewer than two. */
export function closestHardDays({ weeks }: Plan, numbers: readonly number[]): number | null {
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const days = weeks.filter(({ week }) => week >= first - 1 && week <= last + 1).flatMap(hardDaysOf);
  const gaps = days.slice(1).map((day, i) => daysBetween(days[i] ?? day, day));
  return gaps.length === 0 ? null : Math.min(...gaps);
}
