/**
 * How far planning stays inside a law so that rounding sessions to whole units cannot carry a week across
 * its edge. These are properties of the arithmetic, not of training: the limits themselves are in the rulebook.
 */
export const MARGINS = {
  /** Weeks and runs against what carries them. */
  carry: 0.98,
  /** A first week at the very edge of law V4. */
  edge: 0.995,
  /** Weeks against a long run that is rounded already. */
  tidyCarry: 0.99,
  /** Weekly growth by a fixed step, where one rounded run is a large part of the step. */
  step: 0.93,
  /** First week after a cutback, below the top of law V6. */
  resume: 0.012,
  /** Growth of a week that rounded runs have carried across a law. */
  careful: 0.975,
  /** Least distances of a week's runs against what the week holds. */
  overfull: 1.02,
  /** Time limits that a long run is planned up to. */
  duration: 0.999,
  /** Minimums of a peak, planned a little above. */
  atLeast: 1.015,
  /** Runs by the minute near the race. */
  minutes: 0.96,
} as const;
