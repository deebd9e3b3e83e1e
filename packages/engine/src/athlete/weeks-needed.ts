import type { ShortHorizonRules, SmallWeekRules } from "../rulebook/horizon-rules.ts";

/** Who runs little needs more weeks than others: none where the race takes no account of it, or nothing is known. */
export function weeksForSmallWeek(weeklyMetres: number | null, rules: SmallWeekRules | undefined): number {
  if (rules === undefined || weeklyMetres === null) return 0;
  if (weeklyMetres <= rules.metresMax) return rules.weeksMin;
  return weeklyMetres <= rules.nextMetresMax ? rules.nextWeeksMin : 0;
}

/** The longest run that somebody needs who is only led to the finish; nobody else needs any. */
export const longestForFinish = (finishOnly: boolean, rules: ShortHorizonRules | undefined): number =>
  finishOnly ? (rules?.finishLongestMetresMin ?? 0) : 0;
