import { paceMidpoint } from "../pace/training-paces.ts";
import type { SingleStep, TrainingPaces } from "../plan/plan.ts";
import type { Zone } from "../plan/vocabulary.ts";
import type { PaceRules } from "../rulebook/rulebook.ts";

/** How steps are reckoned for one runner. */
export interface Pacing {
  readonly paces: TrainingPaces;
  /** Without a race result everything is prescribed by time and effort. */
  readonly estimated: boolean;
  readonly rules: PaceRules;
}

/** Seconds per metre at the middle of a zone. */
export function secondsPerMetre(zone: Zone, { paces, rules }: Pacing): number {
  if (zone === "walk") return rules.walkSecondsPerKm / 1000;
  if (zone === "sprint") return (paceMidpoint(paces.repetition) * rules.sprintShareOfRepetition) / 1000;
  return paceMidpoint(paces[zone]) / 1000;
}

export function stepByTime(zone: Zone, seconds: number, pacing: Pacing, effort?: string): SingleStep {
  const metres = Math.round(seconds / secondsPerMetre(zone, pacing));
  return withEffort({ zone, by: "time", metres, seconds: Math.round(seconds) }, effort);
}

export function stepByDistance(zone: Zone, metres: number, pacing: Pacing, effort?: string): SingleStep {
  const seconds = Math.round(metres * secondsPerMetre(zone, pacing));
  return withEffort({ zone, by: "distance", metres: Math.round(metres), seconds }, effort);
}

const withEffort = (step: SingleStep, effort: string | undefined): SingleStep =>
  effort === undefined ? step : { ...step, effort };
