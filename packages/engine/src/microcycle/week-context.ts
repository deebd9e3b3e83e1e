import type { WeekFrame } from "../generate/frame.ts";
import type { WeekProgram } from "../generate/program.ts";
import type { Runner } from "../generate/runner.ts";
import type { Offered } from "../plan/offered.ts";
import type { RaceDistance } from "../plan/vocabulary.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Work } from "../workout/ladder.ts";
import type { Pacing } from "../workout/pacing.ts";
import type { WeekVolume } from "../volume/week-volume.ts";
import type { Placement } from "./place-days.ts";

/** Everything that decides one week, and what the week before leaves behind. */
export interface WeekContext {
  readonly frame: WeekFrame;
  readonly volume: WeekVolume;
  readonly program: WeekProgram;
  /** The work of its quality sessions, chosen for the whole block. */
  readonly quality: readonly Work[];
  readonly runner: Runner;
  readonly pacing: Pacing;
  readonly distance: RaceDistance;
  readonly rulebook: Rulebook;
  readonly peak: { readonly metres: number; readonly longRunMetres: number };
  readonly before: WeekTail;
  /** What the plan has offered before the last days in which nothing is new (law T5). */
  readonly offered: Offered;
  /** Day of the next week's long run where it is at race pace; null where it is not. */
  readonly nextHardDay: number | null;
}

/** What the end of a week means for the beginning of the next. */
export interface WeekTail {
  /** The days the athlete is used to by now. */
  readonly placement: Placement | null;
  /** Days that must stay easy at the start of the next week. */
  readonly easyDays: number;
  /** Days from the last quality day to the start of the next week. */
  readonly sinceQuality: number;
}

export const FIRST_TAIL: WeekTail = { placement: null, easyDays: 0, sinceQuality: Infinity };

/** The work of a week's sessions, sized but not placed. */
export interface WeekWork {
  readonly quality: readonly Work[];
  readonly longRun: Work | null;
}
