import type { LawLimits } from "@strideiq/engine";
import {
  between,
  type BoundsOf,
  ELSEWHERE,
  exactly,
  FREE,
  FREE_WINDOW,
  least,
  most,
  windowOf,
} from "./bound.ts";
import { CLIMB_CONTRACT } from "./climb-contract.ts";

const FREE_TIERS = { builder: FREE, low: FREE, mid: FREE, high: FREE, elite: FREE };
const FREE_EFFORTS = { threshold: FREE, interval: FREE, repetition: FREE, marathon: FREE };
const FREE_BY_RACE = { "5k": FREE, "10k": FREE, half_marathon: FREE, marathon: FREE };

/**
 * How far each limit of a law may be moved: a coach may ask for more caution, never for less than what the
 * laws were measured and studied for. Distances in metres, times in seconds, shares of one. The sources are
 * those of the laws: 68 published plans (docs/training/sources.md), and the studies that each law names.
 */
export const LAW_CONTRACT: BoundsOf<LawLimits> = {
  // 68 published plans: tenth percentile of the first week, peaks and shortest runs; Frandsen 2025 (E2).
  E1: {
    entryMetres: {
      "5k": least(10_000),
      "10k": least(14_000),
      half_marathon: least(15_000),
      marathon: least(21_000),
    },
    baseWeeksMin: least(2),
  },
  E2: { growthMax: between(1, 1.1), smallMetres: most(12_000), smallStepMetres: most(3000) },
  E3: { otherRunMetresMin: least(3000) },
  E4: {
    carryFactor: most(0.75),
    peakMetres: {
      "5k": windowOf(15_000, 120_000),
      "10k": windowOf(15_000, 130_000),
      half_marathon: windowOf(20_000, 165_000),
      marathon: windowOf(45_000, 185_000),
    },
  },
  // 68 published plans: the days before the race, and run days kept; sums by arithmetic.
  S2: { metresMax: most(8000), metresAim: FREE_TIERS },
  S3: { daysMin: least(3) },
  S4: { cutbackFewerMax: most(2), raceWeekFewerMax: most(2), lastFullWeekFewerMax: most(1) },
  S6: { weekShare: most(0.03), mixShare: most(0.05), stepShare: most(0.02) },
  S7: { kinds: { base: ELSEWHERE, build: ELSEWHERE, peak: ELSEWHERE, taper: ELSEWHERE } },
  S10: { weekShare: most(0.02) },
  // 68 published plans (VOL-03 to VOL-12); Nielsen 2014; Gabbett 2016 (V3).
  ...CLIMB_CONTRACT,
  V3: { ratioMax: between(1, 1.5), ratioAim: FREE, weekMetresMin: most(20_000) },
  V4: { share: { min: FREE, max: most(1.1) }, smallMetres: most(15_000), smallStepMetres: most(3000) },
  V5: {
    streakMax: { builder: most(3), low: most(3), mid: most(4), high: most(4), elite: most(4) },
    mastersFromAge: most(50),
    mastersStreakAim: FREE,
    mastersStreakMax: most(3),
    // A streak that any master may have shows nothing: it has to be longer.
    mastersCarried: { streakWeeks: least(4), streaks: least(2) },
    depth: FREE_WINDOW,
    depthMax: most(0.4),
    longRunShare: FREE_WINDOW,
    requiredFromWeeks: most(8),
    labelledFrom: exactly(0.08),
    qualityMax: most(1),
  },
  V6: { share: windowOf(0.97, 1.1) },
  V7: { ratioMax: between(1, 2.5), ratioAim: FREE },
  V8: {
    weeks: { "5k": FREE_WINDOW, "10k": FREE_WINDOW, half_marathon: FREE_WINDOW, marathon: FREE_WINDOW },
    peakShare: FREE,
  },
  V10: { peakShare: most(0.1) },
  // 68 published plans (LR-01 to LR-20); Frandsen 2025 (L3); Daniels (L6).
  L1: {
    peakMetres: {
      "5k": windowOf(8000, 21_000),
      "10k": windowOf(10_000, 25_000),
      half_marathon: windowOf(15_000, 32_000),
      marathon: windowOf(24_000, 40_000),
    },
    tierMetresMin: {
      "5k": { low: least(11_000), mid: least(13_000), high: least(16_000) },
      "10k": { low: least(13_000), mid: least(16_000), high: least(18_000) },
      half_marathon: { low: least(17_000), mid: least(19_000), high: least(22_000) },
      marathon: { low: least(26_000), mid: least(30_000), high: least(32_000) },
    },
    floorMetres: {
      "5k": least(8000),
      "10k": least(10_000),
      half_marathon: least(15_000),
      marathon: least(24_000),
    },
    // Builders have no minimum: decision 16 gives them one of their own.
    builderFloorMetres: FREE_BY_RACE,
    sameMetres: most(1000),
  },
  L2: { secondShareMax: most(0.9), secondShareAim: FREE, afterTuneUpShareMax: most(0.75) },
  L3: {
    growthMax: between(1, 1.3),
    smallMetres: most(12_000),
    smallStepMetres: most(3000),
    flagGrowth: FREE,
    flagsMax: FREE,
    days: between(7, 30),
    returnMetres: most(5000),
    returnSeconds: most(1800),
  },
  L4: {
    peakShare: exactly(0.9),
    days: {
      "5k": windowOf(6, 35),
      "10k": windowOf(6, 35),
      half_marathon: windowOf(6, 35),
      marathon: windowOf(14, 35),
    },
  },
  L5: {
    manyDays: most(5),
    shareManyDays: most(0.5),
    shareFewDays: most(0.65),
    bigWeekMetres: FREE,
    bigWeekShare: FREE,
  },
  L6: {
    secondsMax: {
      "5k": most(7200),
      "10k": most(7200),
      half_marathon: most(9000),
      marathon: most(12_600),
    },
    secondsAim: FREE_BY_RACE,
  },
  L8: {
    firstShareMax: most(0.75),
    firstFromLongRuns: most(3),
    earlyShare: least(0.4),
    sameMetres: least(1000),
    sameWeeksMax: most(2),
    sameWeeksAtPeakMax: most(3),
  },
  L9: { kindsMin: FREE, fromWeeks: FREE },
  // 68 published plans (HARD-01 to HARD-13); between hard days from fifty on 48 to 72 hours: Fell and Williams 2008.
  H1: {
    strideSecondsMax: most(30),
    hillSprintSecondsMax: most(12),
    fastSecondsMin: most(300),
    marathonPaceSecondsMin: most(900),
    mastersGapDays: least(3),
  },
  H2: { perWeekMax: most(2), highTierMax: most(3), highTierDaysMin: least(5) },
  H3: { marathonPaceMetres: most(12_000), easyDaysAfter: least(2) },
  H5: { daysMin: { "5k": least(7), "10k": least(7), half_marathon: least(7), marathon: least(13) } },
  H6: { weekMetresMin: FREE },
  // 68 published plans (INT-01 to INT-15); Daniels; Pfitzinger; Canova.
  I1: { weekShareMin: least(0.65), planShareMin: FREE },
  I2: { shareMax: most(0.1) },
  I3: {
    thresholdSeconds: most(2400),
    thresholdMetres: most(15_000),
    intervalMetres: most(10_000),
    repetitionMetres: most(8000),
    marathonPaceMetres: most(29_000),
  },
  I4: {
    shareMax: { threshold: most(0.17), interval: most(0.15), repetition: most(0.08), marathon: most(0.35) },
    shareAim: {
      builder: FREE_EFFORTS,
      low: FREE_EFFORTS,
      mid: FREE_EFFORTS,
      high: FREE_EFFORTS,
      elite: FREE_EFFORTS,
    },
  },
  I5: { speedSessionsMax: most(1) },
  I6: {
    fallMax: most(0.1),
    fallToContinuousMax: most(0.25),
    fallMixedMax: most(0.15),
    leastShare: least(0.6),
    sessionsMin: most(3),
  },
  I7: {
    marathon: {
      blockSecondsMin: exactly(900),
      earliestShare: least(0.2),
      earliestShareAim: FREE,
      inARowMax: most(2),
      rehearsalShare: least(0.85),
      rehearsalDays: windowOf(17, 28),
      rehearsalFromWeeks: most(8),
      firstBlockMetresMax: most(10_000),
      totalMetresMin: { low: least(24_000), mid: least(48_000), high: least(56_000) },
      totalMetresAim: { low: FREE, mid: FREE, high: FREE },
      scaledBelowWeeks: most(16),
      fullWeeks: between(1, 18),
    },
    halfMarathon: { longRunsMin: least(2), metres: windowOf(5000, 13_000), lastDays: windowOf(10, 28) },
  },
  I8: {
    sessions: {
      "5k": {
        thresholdEveryWeeks: between(1, 4),
        thresholdEveryWeeksAim: FREE,
        intervalEveryWeeks: between(1, 4),
        intervalsMin: least(3),
        repetitionsMin: least(1),
      },
      "10k": {
        thresholdEveryWeeks: between(1, 3),
        thresholdEveryWeeksAim: FREE,
        intervalEveryWeeks: between(1, 4),
        intervalsMin: FREE,
        repetitionsMin: FREE,
      },
      half_marathon: {
        thresholdEveryWeeks: between(1, 4),
        thresholdEveryWeeksAim: FREE,
        intervalEveryWeeks: FREE,
        intervalsMin: FREE,
        repetitionsMin: FREE,
      },
      marathon: {
        thresholdEveryWeeks: between(1, 4),
        thresholdEveryWeeksAim: FREE,
        intervalEveryWeeks: FREE,
        intervalsMin: FREE,
        repetitionsMin: FREE,
      },
    },
    fullWeeks: most(8),
    lessWeeks: most(3),
    overWeeks: between(1, 5),
    smallWeekMetres: most(25_000),
  },
  I9: { sameSessionMax: FREE, easyVariationMin: FREE, easyDaysMin: FREE },
  // 68 published plans (TAP-01 to TAP-12); Bosquet 2007; Wang 2023; Smyth and Lawlor 2021.
  T1: {
    peakShare: exactly(0.9),
    weeks: {
      "5k": windowOf(1, 3),
      "10k": windowOf(1, 3),
      half_marathon: windowOf(1, 3),
      marathon: windowOf(2, 4),
    },
  },
  T2: {
    raceWeekShareMax: most(0.5),
    shares: { "5k": ELSEWHERE, "10k": ELSEWHERE, half_marathon: ELSEWHERE, marathon: ELSEWHERE },
  },
  T3: { daysShareMin: least(0.75) },
  T5: {
    days: least(14),
    pieceShareMax: between(1, 2),
    workShareMax: between(1, 1.3),
    stridesShareMax: between(1, 2),
  },
  T6: {
    metresMax: {
      builder: most(8000),
      low: most(8000),
      mid: most(8000),
      high: most(11_000),
      elite: most(11_000),
    },
  },
  // Daniels (points per minute by intensity).
  O1: {
    paceWorkShare: most(0.05),
    otherWorkShare: most(0.1),
    loadShare: most(0.15),
    metresShare: most(0.1),
    longMetresShare: most(0.02),
    weights: {
      easy: exactly(0.2),
      marathon: exactly(0.4),
      threshold: exactly(0.6),
      interval: exactly(1),
      repetition: exactly(1.5),
    },
  },
  // Coaching practice; Frandsen 2025 (C1, C3); Feely 2023 and Coyle 1984 (C2); Daniels (C4).
  C1: { days: least(14), weekShareMax: most(1.03) },
  C2: { rows: ELSEWHERE },
  C3: {
    overPlanShare: most(1.3),
    overLongestShare: most(1.3),
    days: between(7, 30),
    backDays: least(10),
    nextShareMax: most(0.9),
  },
  C4: { pointsMax: most(1), days: least(28), lastDays: least(21), signsMin: least(2) },
};
