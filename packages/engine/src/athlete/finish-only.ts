import type { RaceRules } from "../rulebook/rulebook.ts";
import type { PlanRequest } from "./request.ts";
import { longestMetresOf, weeklyMetresOf } from "./volume-tier.ts";

/**
 * Whether so many weeks only lead to the finish of a race: fewer than its training takes, and not the weeks, the weekly
 * distance and the longest run that make up for them. Generation, laws and words all ask here.
 */
export function isFinishOnly(
  request: PlanRequest,
  weeks: number,
  { weeksMin, shortHorizon }: Pick<RaceRules, "weeksMin" | "shortHorizon">,
): boolean {
  if (shortHorizon === undefined || weeks >= weeksMin) return false;
  const isExperienced =
    weeks >= shortHorizon.experiencedWeeksMin &&
    (weeklyMetresOf(request) ?? 0) >= shortHorizon.weeklyMetresMin &&
    (longestMetresOf(request) ?? 0) >= shortHorizon.longestMetresMin;
  return !isExperienced;
}
