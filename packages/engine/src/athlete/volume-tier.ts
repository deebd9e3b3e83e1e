import { type RaceDistance, VOLUME_TIERS, type VolumeTier } from "../plan/vocabulary.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { REQUEST_LIMITS } from "./request-limits.ts";
import type { HistoryWeek, PlanRequest } from "./request.ts";

/** The highest tier that the weekly metres reach; the same week may be much for a 5K and little for a marathon. */
export function classifyTier(distance: RaceDistance, weeklyMetres: number, rulebook: Rulebook): VolumeTier {
  const { tiers } = rulebook.races[distance];
  return VOLUME_TIERS.findLast((tier) => weeklyMetres >= tiers[tier].fromMetres) ?? "builder";
}

/** Weeks that "recently" means. */
const RECENT_WEEKS = 4;

/**
 * Metres a week that the athlete runs at present: as stated, or from the last four weeks; null when unknown.
 *
 * From a history it is the smaller of mean and median: one race week cannot inflate it, and a week lost to
 * illness lowers it, as the legs have lost that week too.
 */
export function weeklyMetresOf({
  weeklyMetres,
  history,
}: Pick<PlanRequest, "weeklyMetres" | "history">): number | null {
  if (weeklyMetres !== null) return weeklyMetres;
  const metres = recentWeeks(history?.weeks ?? []).map((week) => week.metres);
  return metres.length === 0 ? null : Math.min(mean(metres), median(metres));
}

/** The longest recent run in metres: as stated, or of the last four weeks; null when unknown. */
export function longestMetresOf({
  longestMetres,
  history,
}: Pick<PlanRequest, "longestMetres" | "history">): number | null {
  const weeks = recentWeeks(history?.weeks ?? []);
  const longest =
    longestMetres ?? (weeks.length === 0 ? null : Math.max(...weeks.map((week) => week.longestMetres)));
  return longest !== null && longest < REQUEST_LIMITS.runMetresMin ? 0 : longest;
}

const recentWeeks = (weeks: readonly HistoryWeek[]): readonly HistoryWeek[] => weeks.slice(-RECENT_WEEKS);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return mean(sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1));
}
