import { stressOfZone } from "../plan/stimulus.ts";
import type { RaceDistance, Stress } from "../plan/vocabulary.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { LongRunKind, Stimulus } from "../rulebook/workout-definition.ts";
import type { WeekVolume } from "../volume/week-volume.ts";
import type { WeekFrame } from "./frame.ts";
import type { Policy } from "./policy.ts";
import { isRacePaceLong } from "./race-pace-long.ts";
import type { Runner } from "./runner.ts";

/** What is known when the key sessions of a plan are chosen. */
export interface KeySessionFacts {
  readonly frames: readonly WeekFrame[];
  readonly volumes: readonly WeekVolume[];
  readonly longRuns: readonly (LongRunKind | null)[];
  readonly runner: Runner;
  readonly distance: RaceDistance;
  readonly policy: Policy;
  /** Key sessions that each week has days for, where building has shown it. */
  readonly capacities: readonly number[] | null;
  readonly rulebook: Rulebook;
}

/** A week as far as its key sessions go. */
export interface KeyWeek {
  readonly frame: WeekFrame;
  readonly longRun: LongRunKind | null;
  readonly metres: number;
  /** Sessions that this runner takes in such a week, and how many it may hold at most where a law asks. */
  readonly room: number;
  readonly most: number;
  /** Law I5: in base only repetitions, and only where a plan has no other place for them. */
  readonly speedOnly: boolean;
  /** Within the days before the race that law T5 keeps free of everything new. */
  readonly late: boolean;
  readonly chosen: readonly Stimulus[];
}

/**
 * Law H6: threshold work and a long run at marathon pace do not share a week below this distance. And the pace
 * that the long run rehearses is not rehearsed within the same week too.
 */
export const isCrowded = (
  stimulus: Stimulus,
  { longRun, metres }: Pick<KeyWeek, "longRun" | "metres">,
  { quality }: Rulebook,
): boolean =>
  (isRacePaceLong(longRun) && stimulus === longRun) ||
  (longRun === "marathon_pace" && stimulus === "threshold" && metres < quality.thresholdBesideRacePaceMetres);

/** What a stimulus mainly trains, as the laws name it. */
export function stressOfStimulus(stimulus: Stimulus, { quality }: Rulebook): Stress {
  const zone = quality.doses[stimulus]?.zone;
  return zone === undefined ? "endurance" : stressOfZone(zone);
}
