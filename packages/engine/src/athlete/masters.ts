import type { LawLimits } from "../rulebook/law-limits.ts";
import type { HistoryWeek, PlanRequest } from "./request.ts";

/**
 * Whether a runner gets the shorter streaks and the wider gaps of the masters: by age, unless the history
 * shows that long streaks of build weeks have been carried.
 */
export const needsMastersRecovery = (
  { age, history }: Pick<PlanRequest, "age" | "history">,
  limits: LawLimits["V5"],
): boolean =>
  age !== null &&
  age >= limits.mastersFromAge &&
  carriedStreaks(history?.weeks ?? [], limits) < limits.mastersCarried.streaks;

/** Law H1: days from one quality day to the next, 3 for masters and 2 for everybody else. */
export const qualityGapDaysOf = (
  request: Pick<PlanRequest, "age" | "history">,
  { H1, V5 }: Pick<LawLimits, "H1" | "V5">,
): number => (needsMastersRecovery(request, V5) ? H1.mastersGapDays : NEVER_IN_A_ROW);

const NEVER_IN_A_ROW = 2;

/** Streaks without a lighter week that ended in more running and not in a break: those count as carried. */
function carriedStreaks(weeks: readonly HistoryWeek[], limits: LawLimits["V5"]): number {
  let carried = 0;
  let streak = 0;
  weeks.forEach(({ metres }, index) => {
    const before = weeks[index - 1]?.metres ?? 0;
    const ranOn = metres > 0 && metres >= before * (1 - limits.depthMax);
    if (streak >= limits.mastersCarried.streakWeeks && ranOn) {
      carried += 1;
      streak = 0;
    }
    streak = isLighter(weeks, index, limits) ? 0 : streak + 1;
  });
  return carried;
}

/** Law V5's own word for a lighter week: well under the highest of the three before it. */
function isLighter(weeks: readonly HistoryWeek[], index: number, { labelledFrom }: LawLimits["V5"]): boolean {
  const metres = weeks[index]?.metres ?? 0;
  const before = weeks.slice(Math.max(0, index - 3), index).map((week) => week.metres);
  return metres === 0 || metres < Math.max(0, ...before) * (1 - labelledFrom);
}
