import type { Phase } from "../plan/vocabulary.ts";

/** How far a plan has come. */
export interface WeeksBehind {
  readonly weeks: number;
  /** Phases before this one are over. */
  readonly phaseFrom: Phase;
  /** Build weeks in a row that lead up to the first week. */
  readonly streak: number;
}

export const NOTHING_BEHIND: WeeksBehind = { weeks: 0, phaseFrom: "base", streak: 0 };
