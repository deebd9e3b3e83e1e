import type { LongRunKind } from "../rulebook/workout-definition.ts";

/** Long runs at race pace are quality days of their own. */
export const isRacePaceLong = (kind: LongRunKind | null): boolean =>
  kind === "marathon_pace" || kind === "half_marathon_pace";
