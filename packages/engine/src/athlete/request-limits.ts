/**
 * Where a wish stops making sense, whoever makes it. These bound input, not training: what a runner
 * should do is told by the rulebook. Distances in metres, times in seconds.
 */
export const REQUEST_LIMITS = {
  daysPerWeek: { min: 3, max: 7 },
  /** The longest session on one day: ten minutes to half a day. */
  daySeconds: { min: 600, max: 43_200 },
  weeklyMetres: { min: 0, max: 400_000 },
  longestMetres: { min: 0, max: 100_000 },
  /** Two runs on every day: the mean of more than these is no longest run. */
  runsPerWeekMax: 14,
  /** Whoever went no further than this has not run: a dash to the bus is no longest run. */
  runMetresMin: 1500,
  /** The equations of pace say little about shorter or longer races. */
  resultMetres: { min: 1500, max: 50_000 },
  /** A marathon in eight hours; slower results say more about walking than about running. */
  rpiMin: 15,
  /** Younger children need no plan, and older runners a coach who knows them. */
  age: { min: 10, max: 100 },
  /** A race farther away than five years is a slip of the pen. */
  raceDaysMax: 1827,
  historyWeeksMax: 520,
} as const;
