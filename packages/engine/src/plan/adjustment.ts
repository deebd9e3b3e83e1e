/** One place where the wish could not be kept as asked. Numbers as data; words are made at the edge. */
export interface Adjustment {
  readonly wish:
    | "days_per_week"
    | "weekly_metres"
    | "long_run_day"
    | "horizon"
    | "long_run"
    | "quality"
    | "base_block"
    | "finish"
    /** The tier that was chosen, and the one that the running so far says; then what the choice moves. */
    | "tier"
    | "tier_peak"
    | "tier_long_run"
    /** Hours from one quality session to the next. */
    | "recovery_hours"
    | "break"
    /** Days of a break that left no time for a new base, and days from its end to the race. */
    | "break_to_race"
    | "health"
    /** Minutes of running without a break: those that a new runner aims at, and those that there is time for. */
    | "run_walk"
    /** Weeks of taper: those that the race aims at, and those that left enough weeks to build. */
    | "taper";
  readonly law: string;
  readonly asked: number | string | null;
  readonly given: number | string | null;
}

/** Hours between hard days that a plan gives masters whose days leave no room for more; Infinity where it says nothing. */
export const hoursGivenTo = (adjustments: readonly Adjustment[]): number =>
  Math.min(
    Infinity,
    ...adjustments.flatMap(({ wish, given }) =>
      wish === "recovery_hours" && typeof given === "number" ? [given] : [],
    ),
  );
