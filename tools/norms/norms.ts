/**
 * What was measured on 68 published plans (docs/training/sources.md): the 10th percentile, the median and
 * the 90th percentile over plans, or over their weeks. Kilometres without the race, shares in per cent.
 * Tiers by the peak week of the published plan: low under 68 km, mid to 100, high to 141.
 */
export type Spread = readonly [p10: number, median: number, p90: number];

export interface VolumeNorms {
  readonly plans: number;
  readonly runDays: Spread;
  readonly startKm: Spread;
  readonly peakKm: Spread;
  readonly peakOverStart: Spread;
  readonly peakLongKm: Spread;
  readonly longShare: Spread;
  readonly qualityAWeek: Spread;
  readonly marathonPaceShare: Spread;
  readonly thresholdShare: Spread;
  readonly intervalShare: Spread;
  readonly repetitionShare: Spread;
}

/** In per cent of the peak week, and in weeks. */
export interface TaperNorms {
  readonly threeWeeksOut: Spread;
  readonly twoWeeksOut: Spread;
  readonly oneWeekOut: Spread;
  readonly raceWeek: Spread;
  readonly taperWeeks: Spread;
  readonly peakWeekBeforeRace: Spread;
  readonly lastBigLongRunBeforeRace: Spread;
}

/** Before the taper. */
export interface BuildNorms {
  readonly growthOfNewHigh: Spread;
  readonly weeksBetweenCutbacks: Spread;
  readonly cutbackDepth: Spread;
}
