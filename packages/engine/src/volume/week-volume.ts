/** Distance of a week and of its long run, the race left out, and the days it is run on. */
export interface WeekVolume {
  readonly metres: number;
  readonly longRunMetres: number;
  readonly runDays: number;
}

/** Distance of a build week and of its long run. */
export type BuildWeek = Pick<WeekVolume, "metres" | "longRunMetres">;
