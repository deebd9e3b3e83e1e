import type { FuellingNeed } from "../rulebook/cautions.ts";
import type { Range } from "../rulebook/sourced.ts";

/** What is said of the goal race itself. */
export type RaceReason = TheRace | RacePacing | RaceFuelling | RaceAfterBreak;

interface TheRace {
  readonly kind: "the_race";
  readonly law: "S1";
  readonly metres: number;
  readonly weeks: number;
  /** All running of the plan before it, and the longest run of it. */
  readonly trainedMetres: number;
  readonly longestMetres: number;
}

/** How to divide the strength of race day. Paces and time are null where there is no race result. */
interface RacePacing {
  readonly kind: "race_pacing";
  readonly rule: "race_day";
  readonly metres: number;
  /** The part that is held back. */
  readonly firstMetres: number;
  readonly seconds: number | null;
  readonly secondsPerKm: number | null;
  readonly firstSecondsPerKm: number | null;
}

/** What to take on the way, in grams of carbohydrate an hour. */
interface RaceFuelling {
  readonly kind: "race_fuelling";
  readonly rule: "race_day";
  readonly seconds: number;
  readonly need: FuellingNeed;
  readonly gramsPerHour: Range;
}

/** The goal race after a break that no time holds for: it is run by effort, or not at all where no base came before. */
interface RaceAfterBreak {
  readonly kind: "race_after_break";
  readonly law: "C2";
  readonly metres: number;
  readonly breakDays: number;
  /** Days from the first day back to the race. */
  readonly daysBack: number;
  readonly hasBase: boolean;
}
