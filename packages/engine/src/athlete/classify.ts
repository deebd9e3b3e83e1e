import { easyPaceOf, planningPacesOf } from "../pace/training-paces.ts";
import { VOLUME_TIERS, type VolumeTier } from "../plan/vocabulary.ts";
import type { DemandingTier } from "../rulebook/athlete-rules.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { HistoryWeek, PlanRequest } from "./request.ts";
import { classifyTier, longestMetresOf, median, weeklyMetresOf } from "./volume-tier.ts";

/** What a tier is told by. */
export type RunningSoFar = Pick<
  PlanRequest,
  "distance" | "weeklyMetres" | "longestMetres" | "history" | "result"
>;

/** What a runner usually does in a week. Null where nothing is known of it. */
export interface UsualWeek {
  readonly metres: number | null;
  readonly longestMetres: number | null;
  readonly runs: number | null;
}

/**
 * The usual week: medians of the latest weeks of the history, so that neither a week of illness nor one
 * huge week moves it; with too short a history what the athlete states.
 */
export function usualWeekOf(request: RunningSoFar, { classification }: Rulebook): UsualWeek {
  const weeks = (request.history?.weeks ?? []).slice(-classification.weeks);
  if (weeks.length < classification.weeksMin)
    return { metres: weeklyMetresOf(request), longestMetres: longestMetresOf(request), runs: null };
  const usual = (of: (week: HistoryWeek) => number): number => median(weeks.map(of));
  return {
    metres: usual((week) => week.metres),
    longestMetres: usual((week) => week.longestMetres),
    runs: usual((week) => week.runs),
  };
}

/**
 * The tier that the running so far says; null when nothing is known of it. The weekly distance has the first
 * word. Who reaches it with short runs only, or on few days, stands one tier lower. Builders are new to running or
 * begin again: their longest run is short of half an hour, and neither a weekly distance that takes more nor, beside
 * a known one, a race speaks against it.
 */
export function classifiedTierOf(request: RunningSoFar, rulebook: Rulebook): VolumeTier | null {
  const usual = usualWeekOf(request, rulebook);
  const isShort = isShortOfHalfAnHour(usual, request, rulebook);
  if (usual.metres === null) return isShort ? "builder" : null;
  const byVolume = classifyTier(request.distance, usual.metres, rulebook);
  if (byVolume === "builder" || byVolume === "low")
    return isShort && request.result === null ? "builder" : byVolume;
  if (isBorneOut(byVolume, usual, request, rulebook)) return byVolume;
  return VOLUME_TIERS[VOLUME_TIERS.indexOf(byVolume) - 1] ?? byVolume;
}

/** At the easy pace that builders are planned with. */
function isShortOfHalfAnHour(
  { longestMetres }: UsualWeek,
  { distance }: RunningSoFar,
  rulebook: Rulebook,
): boolean {
  if (longestMetres === null) return false;
  const secondsPerMetre = easyPaceOf(planningPacesOf(distance, "builder", rulebook)) / 1000;
  return longestMetres * secondsPerMetre < rulebook.builder.unbrokenSeconds;
}

function isBorneOut(
  tier: DemandingTier,
  { longestMetres, runs }: UsualWeek,
  { distance }: RunningSoFar,
  { classification, races }: Rulebook,
): boolean {
  const longest = races[distance].tiers[tier].longRunPeakMetres * classification.longestShareMin;
  return (
    (longestMetres === null || longestMetres >= longest) &&
    (runs === null || runs >= classification.runDaysMin[tier])
  );
}

/** The athlete's own choice, else what the running so far says, else the lowest of the standard plans. */
export const tierOf = (request: PlanRequest, rulebook: Rulebook): VolumeTier =>
  request.tier ?? classifiedTierOf(request, rulebook) ?? "low";
