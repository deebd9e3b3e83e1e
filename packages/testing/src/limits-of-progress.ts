const PLANS = "68 published plans";
const PRACTICE = "coaching practice";

const volume = {
  V3: { source: "Gabbett 2016", ratioMax: 1.5, ratioAim: 1.3, weekMetresMin: 20_000 },
  V7: { source: PLANS, ratioMax: 2.5, ratioAim: 2.2 },
  V8: {
    source: PLANS,
    peakShare: 0.99,
    weeks: {
      "5k": { min: 1, max: 4 },
      "10k": { min: 1, max: 4 },
      half_marathon: { min: 1, max: 4 },
      marathon: { min: 2, max: 6 },
    },
  },
} as const;

const comparisons = {
  S10: { source: "definition", weekShare: 0.02 },
  V9: { source: "definition" },
  V10: { source: PRACTICE, peakShare: 0.1 },
} as const;

const longRun = {
  L8: {
    source: PRACTICE,
    firstShareMax: 0.75,
    firstFromLongRuns: 3,
    earlyShare: 0.4,
    sameMetres: 1000,
    sameWeeksMax: 2,
    sameWeeksAtPeakMax: 3,
  },
  L9: { source: PRACTICE, kindsMin: 3, fromWeeks: 12 },
} as const;

const LOW_VOLUME = { threshold: 0.12, interval: 0.1, repetition: 0.06, marathon: 0.3 } as const;
const USUAL = { threshold: 0.1, interval: 0.08, repetition: 0.05, marathon: 0.2 } as const;

const intensity = {
  H5: { source: PLANS, daysMin: { "5k": 7, "10k": 7, half_marathon: 7, marathon: 13 } },
  H6: { source: PRACTICE, weekMetresMin: 110_000 },
  I4: {
    source: "Daniels",
    shareMax: { threshold: 0.17, interval: 0.15, repetition: 0.08, marathon: 0.35 },
    shareAim: { builder: LOW_VOLUME, low: LOW_VOLUME, mid: USUAL, high: USUAL, elite: USUAL },
  },
  I6: {
    source: "Daniels",
    fallMax: 0.1,
    fallToContinuousMax: 0.25,
    fallMixedMax: 0.15,
    leastShare: 0.6,
    sessionsMin: 3,
  },
} as const;

const marathonPace = {
  blockSecondsMin: 900,
  earliestShare: 0.2,
  earliestShareAim: 0.4,
  inARowMax: 2,
  rehearsalShare: 0.85,
  rehearsalDays: { min: 17, max: 28 },
  rehearsalFromWeeks: 8,
  firstBlockMetresMax: 10_000,
  totalMetresMin: { low: 24_000, mid: 48_000, high: 56_000 },
  totalMetresAim: { low: 40_000, mid: 64_000, high: 72_000 },
  scaledBelowWeeks: 16,
  fullWeeks: 18,
} as const;

const NO_QUOTA = {
  thresholdEveryWeeks: 4,
  thresholdEveryWeeksAim: null,
  intervalEveryWeeks: null,
  intervalsMin: 0,
  repetitionsMin: 0,
} as const;

const progress = {
  I7: {
    source: PLANS,
    marathon: marathonPace,
    halfMarathon: {
      longRunsMin: 2,
      metres: { min: 5000, max: 13_000 },
      lastDays: { min: 10, max: 28 },
    },
  },
  I8: {
    source: PLANS,
    sessions: {
      "5k": { ...NO_QUOTA, intervalEveryWeeks: 4, intervalsMin: 3, repetitionsMin: 1 },
      "10k": { ...NO_QUOTA, thresholdEveryWeeks: 3, intervalEveryWeeks: 4 },
      half_marathon: { ...NO_QUOTA, thresholdEveryWeeksAim: 3 },
      marathon: NO_QUOTA,
    },
    fullWeeks: 8,
    lessWeeks: 3,
    overWeeks: 5,
    smallWeekMetres: 25_000,
  },
  I9: { source: PRACTICE, sameSessionMax: 2, easyVariationMin: 0.2, easyDaysMin: 3 },
  T5: { source: PRACTICE, days: 14, pieceShareMax: 2, workShareMax: 1.3, stridesShareMax: 2 },
} as const;

const options = {
  O1: {
    source: "Daniels",
    paceWorkShare: 0.05,
    otherWorkShare: 0.1,
    loadShare: 0.15,
    metresShare: 0.1,
    longMetresShare: 0.02,
    weights: { easy: 0.2, marathon: 0.4, threshold: 0.6, interval: 1, repetition: 1.5 },
  },
  O2: { source: "definition" },
} as const;

const row = { qualityFewer: 0, weekShare: null, rebuildShares: [], retest: false, newBase: false } as const;

const change = {
  C1: { source: PRACTICE, days: 14, weekShareMax: 1.03 },
  C2: {
    source: "Feely 2023",
    rows: [
      { ...row, daysMin: 3, easyRuns: 2, easyDays: 2, qualityFewer: 1 },
      {
        ...row,
        daysMin: 7,
        easyRuns: 3,
        easyDays: 3,
        weekShare: { min: 0.7, max: 0.8 },
        rebuildShares: [0.75],
      },
      {
        ...row,
        daysMin: 14,
        easyRuns: 3,
        easyDays: 7,
        weekShare: { min: 0.5, max: 0.6 },
        rebuildShares: [0.55, 0.75],
        retest: true,
      },
      {
        ...row,
        daysMin: 28,
        easyRuns: 3,
        easyDays: 21,
        weekShare: { min: 0.3, max: 0.5 },
        rebuildShares: [0.4, 0.55, 0.7],
        retest: true,
        newBase: true,
      },
    ],
  },
  C3: {
    source: "Frandsen 2025",
    overPlanShare: 1.3,
    overLongestShare: 1.3,
    days: 30,
    backDays: 10,
    nextShareMax: 0.9,
  },
  C4: { source: "Daniels", pointsMax: 1, days: 28, lastDays: 21, signsMin: 2 },
  C5: { source: PRACTICE },
} as const;

/** Limits of the laws that look at the course of a plan, at its options and at its changes. */
export const LIMITS_OF_PROGRESS = {
  ...volume,
  ...comparisons,
  ...longRun,
  ...intensity,
  ...progress,
  ...options,
  ...change,
} as const;
