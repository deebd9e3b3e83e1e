import { FIRST_TAIL, type WeekTail } from "../microcycle/week-context.ts";
import { NOTHING_OFFERED, type Offered } from "../plan/offered.ts";
import type { WeekVolume } from "../volume/week-volume.ts";
import type { WeekFrame } from "./frame.ts";
import { NOTHING_BEHIND, type WeeksBehind } from "./weeks-behind.ts";

/** What lies behind the weeks that are built: nothing in a new plan, the weeks run so far in one built anew. */
export interface Course {
  /** Weeks behind: blocks of training go on from them. */
  readonly frames: readonly WeekFrame[];
  readonly volumes: readonly WeekVolume[];
  readonly behind: WeeksBehind;
  /** What the last week leaves to the first one. */
  readonly tail: WeekTail;
  /** What its sessions could be run as. */
  readonly offered: Offered;
  /** The biggest week and long run so far, for a taper that no build week comes before. */
  readonly peak: { readonly metres: number; readonly longRunMetres: number } | null;
}

/** A plan from its very beginning. */
export const FROM_THE_START: Course = {
  frames: [],
  volumes: [],
  behind: NOTHING_BEHIND,
  tail: FIRST_TAIL,
  offered: NOTHING_OFFERED,
  peak: null,
};
