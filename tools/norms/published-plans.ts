import type { RaceDistance } from "@strideiq/engine";

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

type NormTier = "low" | "mid" | "high" | "all";
type ByTier<T> = Readonly<Partial<Record<Exclude<NormTier, "all">, T>>> & { readonly all: T };

const volumes = (plans: number, ...rows: readonly Spread[]): VolumeNorms => {
  const at = (index: number): Spread => rows[index] ?? [Number.NaN, Number.NaN, Number.NaN];
  return {
    plans,
    runDays: at(0),
    startKm: at(1),
    peakKm: at(2),
    peakOverStart: at(3),
    peakLongKm: at(4),
    longShare: at(5),
    qualityAWeek: at(6),
    marathonPaceShare: at(7),
    thresholdShare: at(8),
    intervalShare: at(9),
    repetitionShare: at(10),
  };
};

export const VOLUME_NORMS: Readonly<Record<RaceDistance, ByTier<VolumeNorms>>> = {
  "5k": {
    low: volumes(
      3,
      [3.4, 5, 5],
      [23, 30, 45],
      [34, 39, 59],
      [1.3, 1.33, 1.48],
      [12, 13, 15],
      [26, 30, 42],
      [1, 2, 2],
      [0, 0, 7],
      [2, 4, 17],
      [5, 5, 14],
      [0, 0, 1.4],
    ),
    mid: volumes(
      2,
      [5.1, 5.5, 5.9],
      [40, 55, 69],
      [55, 70, 85],
      [1.24, 1.31, 1.38],
      [17, 17, 18],
      [20, 22, 33],
      [1, 1.5, 3],
      [0, 0, 0],
      [4, 14, 24],
      [4, 4, 4],
      [1.6, 1.7, 1.9],
    ),
    all: volumes(
      6,
      [4, 5, 6.5],
      [26, 42, 85],
      [36, 58, 101],
      [1.19, 1.31, 1.45],
      [12, 17, 19],
      [18, 28, 40],
      [1, 1.5, 2.9],
      [0, 0, 4],
      [2, 3, 23],
      [3, 4, 10],
      [0, 1.4, 1.8],
    ),
  },
  "10k": {
    low: volumes(
      5,
      [3, 4, 4.6],
      [14, 21, 26],
      [23, 34, 40],
      [1.38, 1.54, 1.82],
      [10, 13, 15],
      [29, 38, 48],
      [0, 1, 2],
      [0, 0, 0],
      [2, 6, 15],
      [2, 4, 10],
      [0, 0, 0],
    ),
    mid: volumes(
      3,
      [5.2, 6, 6],
      [44, 48, 68],
      [69, 73, 88],
      [1.29, 1.4, 1.62],
      [18, 18, 20],
      [22, 25, 30],
      [1, 1, 2],
      [0, 0, 0],
      [3, 4, 4],
      [3, 3, 3],
      [0.7, 1.7, 1.9],
    ),
    all: volumes(
      9,
      [3, 5, 6.2],
      [16, 27, 77],
      [29, 43, 98],
      [1.27, 1.41, 1.73],
      [12, 16, 22],
      [21, 30, 46],
      [0.3, 1, 2],
      [0, 0, 0],
      [2, 4, 10],
      [1, 3, 7],
      [0, 0, 1.8],
    ),
  },
  half_marathon: {
    low: volumes(
      7,
      [3, 4, 5],
      [15, 21, 28],
      [33, 37, 51],
      [1.69, 1.92, 2.34],
      [16, 19, 23],
      [32, 44, 59],
      [0, 1, 2],
      [0, 5, 14],
      [0, 0, 5],
      [0, 0, 6],
      [0, 0, 0],
    ),
    mid: volumes(
      5,
      [3.8, 6, 6],
      [21, 34, 49],
      [54, 76, 79],
      [1.36, 1.51, 4.02],
      [21, 22, 24],
      [22, 28, 45],
      [1, 2, 3],
      [0, 0, 3],
      [10, 11, 17],
      [2, 6, 12],
      [0, 0, 0.9],
    ),
    high: volumes(
      2,
      [6.1, 6.5, 6.9],
      [77, 86, 96],
      [105, 118, 132],
      [1.37, 1.37, 1.38],
      [26, 27, 29],
      [21, 23, 26],
      [0.9, 1, 2],
      [0, 0, 0],
      [6, 7, 7],
      [2, 2, 2],
      [1, 1.1, 1.3],
    ),
    all: volumes(
      15,
      [3, 5, 6.6],
      [16, 27, 89],
      [37, 55, 122],
      [1.34, 1.75, 2.73],
      [17, 22, 28],
      [22, 33, 50],
      [0, 1, 2],
      [0, 0, 10],
      [0, 6, 14],
      [0, 2, 9],
      [0, 0, 1.2],
    ),
  },
  marathon: {
    low: volumes(
      5,
      [3, 4, 4],
      [21, 30, 41],
      [54, 60, 64],
      [1.42, 1.9, 2.92],
      [30, 32, 32],
      [39, 48, 55],
      [0, 1, 2],
      [2, 9, 14],
      [0, 0, 4],
      [0, 0, 4],
      [0, 0, 0],
    ),
    mid: volumes(
      18,
      [3.7, 6, 6.3],
      [37, 50, 65],
      [68, 89, 97],
      [1.45, 1.64, 1.94],
      [26, 32, 35],
      [24, 34, 45],
      [1, 2, 3],
      [5, 10, 14],
      [1, 4, 9],
      [1, 3, 9],
      [0, 0, 0.9],
    ),
    high: volumes(
      6,
      [6, 7, 7],
      [84, 91, 104],
      [108, 121, 134],
      [1.24, 1.28, 1.37],
      [33, 34, 37],
      [23, 26, 30],
      [1, 1, 2],
      [4, 4, 6],
      [2, 3, 7],
      [2, 2, 3],
      [0, 0.6, 0.8],
    ),
    all: volumes(
      35,
      [3.4, 6, 7],
      [31, 56, 118],
      [60, 94, 154],
      [1.27, 1.53, 1.94],
      [30, 32, 37],
      [21, 31, 49],
      [0, 2, 3],
      [3, 6, 14],
      [0, 3, 8],
      [0, 2, 7],
      [0, 0, 0.8],
    ),
  },
};

const taper = (...rows: readonly Spread[]): TaperNorms => {
  const at = (index: number): Spread => rows[index] ?? [Number.NaN, Number.NaN, Number.NaN];
  return {
    threeWeeksOut: at(0),
    twoWeeksOut: at(1),
    oneWeekOut: at(2),
    raceWeek: at(3),
    taperWeeks: at(4),
    peakWeekBeforeRace: at(5),
    lastBigLongRunBeforeRace: at(6),
  };
};

export const TAPER_NORMS: Readonly<Record<RaceDistance, ByTier<TaperNorms>>> = {
  "5k": {
    all: taper([84, 95, 100], [83, 88, 96], [72, 75, 100], [30, 36, 40], [1, 2, 3], [1, 2, 3], [1, 3, 4]),
  },
  "10k": {
    all: taper([84, 92, 100], [82, 95, 100], [70, 72, 99], [29, 39, 48], [1, 2, 3], [2, 3, 6], [1, 3, 3]),
  },
  half_marathon: {
    all: taper([60, 84, 100], [82, 96, 100], [58, 88, 100], [29, 36, 47], [1, 2, 3], [1, 2, 3], [1, 2, 3]),
  },
  marathon: {
    low: taper([87, 99, 100], [68, 72, 89], [47, 53, 73], [19, 19, 36], [2, 3, 3], [2, 3, 6], [2, 3, 3]),
    mid: taper([94, 100, 100], [68, 79, 92], [52, 64, 88], [20, 38, 56], [2, 3, 3], [3, 3, 7], [3, 3, 3]),
    high: taper([90, 99, 100], [78, 83, 90], [62, 64, 83], [35, 37, 56], [3, 3, 4], [3, 4, 6], [3, 4, 7]),
    all: taper([89, 99, 100], [69, 80, 91], [52, 64, 85], [19, 36, 54], [2, 3, 4], [3, 4, 7], [3, 3, 5]),
  },
};

export const BUILD_NORMS: Readonly<Record<RaceDistance, BuildNorms>> = {
  "5k": { growthOfNewHigh: [2, 4.1, 9.7], weeksBetweenCutbacks: [2, 4, 4], cutbackDepth: [10, 12, 40] },
  "10k": { growthOfNewHigh: [2.7, 5.6, 18.7], weeksBetweenCutbacks: [4, 4, 6], cutbackDepth: [9, 13, 17] },
  half_marathon: {
    growthOfNewHigh: [2.8, 6.6, 18],
    weeksBetweenCutbacks: [2, 4, 6],
    cutbackDepth: [10, 18, 38],
  },
  marathon: { growthOfNewHigh: [1.7, 6.4, 15.1], weeksBetweenCutbacks: [2, 3, 8], cutbackDepth: [9, 14, 25] },
};
