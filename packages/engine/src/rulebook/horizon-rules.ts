import type { Sourced } from "./sourced.ts";

export interface ShortHorizonRules extends Sourced {
  /** An experienced runner: at least these weeks, this weekly distance and this longest run. */
  readonly experiencedWeeksMin: number;
  readonly weeklyMetresMin: number;
  readonly longestMetresMin: number;
  /** Anybody else needs a longest run of this, for a plan that adds nothing new or hard. */
  readonly finishLongestMetresMin: number;
}

/** Who runs little needs more weeks: the climb to the race would be too steep in fewer. */
export interface SmallWeekRules extends Sourced {
  /** Up to this weekly distance it takes `weeksMin`. */
  readonly metresMax: number;
  readonly weeksMin: number;
  /** Up to this one, the larger, it takes `nextWeeksMin`. */
  readonly nextMetresMax: number;
  readonly nextWeeksMin: number;
}
