import { LIMITS_OF_PROGRESS } from "./limits-of-progress.ts";
import type { LawLimits, LawRules, Phase, SessionKind } from "@strideiq/engine";

const PLANS = "68 published plans";
const DEFINITION = "definition";

const ALWAYS = [
  "easy",
  "recovery",
  "long",
  "medium_long",
  "steady",
  "progression",
  "hills",
  "fartlek",
  "strides",
  "repetition",
  "cross_training",
  "strength",
] as const satisfies readonly SessionKind[];

const SPECIFIC = [
  ...ALWAYS,
  "threshold",
  "interval",
  "race_pace",
  "tune_up_race",
] as const satisfies readonly SessionKind[];

const KINDS: Readonly<Record<Phase, readonly SessionKind[]>> = {
  base: [...ALWAYS, "tune_up_race"],
  build: SPECIFIC,
  peak: SPECIFIC,
  taper: [...SPECIFIC, "race"],
};

const entryAndStructure = {
  E1: {
    source: `${PLANS}, first weeks`,
    entryMetres: { "5k": 10_000, "10k": 14_000, half_marathon: 15_000, marathon: 21_000 },
    baseWeeksMin: 2,
  },
  E2: { source: "Frandsen 2025", growthMax: 1.1, smallMetres: 12_000, smallStepMetres: 3000 },
  E3: { source: PLANS, otherRunMetresMin: 3000 },
  E4: {
    source: PLANS,
    carryFactor: 0.75,
    peakMetres: {
      "5k": { min: 15_000, max: 120_000 },
      "10k": { min: 15_000, max: 130_000 },
      half_marathon: { min: 20_000, max: 165_000 },
      marathon: { min: 45_000, max: 185_000 },
    },
  },
  S1: { source: DEFINITION },
  S2: {
    source: PLANS,
    metresMax: 8000,
    metresAim: { builder: 5000, low: 5000, mid: 5000, high: 8000, elite: 8000 },
  },
  S3: { source: PLANS, daysMin: 3 },
  S4: { source: PLANS, cutbackFewerMax: 2, raceWeekFewerMax: 2, lastFullWeekFewerMax: 1 },
  S5: { source: DEFINITION },
  S6: { source: DEFINITION, weekShare: 0.03, mixShare: 0.05, stepShare: 0.02 },
  S7: { source: DEFINITION, kinds: KINDS },
  S8: { source: DEFINITION },
  S9: { source: DEFINITION },
} as const;

const volume = {
  V1: {
    source: "Nielsen 2014",
    growthMax: 1.3,
    smallMetres: 30_000,
    smallStepMetres: 6000,
    twoWeeks: { growthMax: 1.5, smallMetres: 16_000, smallStepMetres: 8000, belowMetres: 20_000 },
  },
  V2: { source: PLANS, growthMax: 1.1, smallMetres: 1_000_000, smallStepMetres: 6000 },
  V4: { source: PLANS, share: { min: 0.85, max: 1.1 }, smallMetres: 15_000, smallStepMetres: 3000 },
  V5: {
    source: PLANS,
    streakMax: { builder: 3, low: 3, mid: 4, high: 4, elite: 4 },
    mastersFromAge: 50,
    mastersStreakAim: 2,
    mastersStreakMax: 3,
    mastersCarried: { streakWeeks: 4, streaks: 2 },
    depth: { min: 0.15, max: 0.3 },
    depthMax: 0.4,
    longRunShare: { min: 0.6, max: 0.75 },
    requiredFromWeeks: 8,
    labelledFrom: 0.08,
    qualityMax: 1,
  },
  V6: { source: PLANS, share: { min: 0.97, max: 1.1 } },
} as const;

const longRun = {
  L1: {
    source: PLANS,
    peakMetres: {
      "5k": { min: 8000, max: 21_000 },
      "10k": { min: 10_000, max: 25_000 },
      half_marathon: { min: 15_000, max: 32_000 },
      marathon: { min: 24_000, max: 40_000 },
    },
    tierMetresMin: {
      "5k": { low: 11_000, mid: 13_000, high: 16_000 },
      "10k": { low: 13_000, mid: 16_000, high: 18_000 },
      half_marathon: { low: 17_000, mid: 19_000, high: 22_000 },
      marathon: { low: 26_000, mid: 30_000, high: 32_000 },
    },
    floorMetres: { "5k": 8000, "10k": 10_000, half_marathon: 15_000, marathon: 24_000 },
    builderFloorMetres: { "5k": 5000, "10k": 8000, half_marathon: 15_000, marathon: 24_000 },
    sameMetres: 1000,
  },
  L2: { source: PLANS, secondShareMax: 0.9, secondShareAim: 0.75, afterTuneUpShareMax: 0.75 },
  L3: {
    source: "Frandsen 2025",
    growthMax: 1.3,
    smallMetres: 12_000,
    smallStepMetres: 3000,
    flagGrowth: 1.1,
    flagsMax: 4,
    days: 30,
    returnMetres: 5000,
    returnSeconds: 1800,
  },
  L4: {
    source: PLANS,
    peakShare: 0.9,
    days: {
      "5k": { min: 6, max: 35 },
      "10k": { min: 6, max: 35 },
      half_marathon: { min: 6, max: 35 },
      marathon: { min: 14, max: 35 },
    },
  },
  L5: {
    source: PLANS,
    manyDays: 5,
    shareManyDays: 0.5,
    shareFewDays: 0.65,
    bigWeekMetres: 80_000,
    bigWeekShare: 0.36,
  },
  L6: {
    source: PLANS,
    secondsMax: { "5k": 7200, "10k": 7200, half_marathon: 9000, marathon: 12_600 },
    secondsAim: { "5k": null, "10k": null, half_marathon: null, marathon: 10_800 },
  },
  L7: { source: PLANS },
} as const;

const intensity = {
  H1: {
    source: PLANS,
    strideSecondsMax: 30,
    hillSprintSecondsMax: 12,
    fastSecondsMin: 180,
    marathonPaceSecondsMin: 900,
    mastersGapDays: 3,
  },
  H2: { source: PLANS, perWeekMax: 2, highTierMax: 3, highTierDaysMin: 5 },
  H3: { source: PLANS, marathonPaceMetres: 12_000, easyDaysAfter: 2 },
  H4: { source: PLANS },
  I1: { source: "Muniz-Pumares 2025", weekShareMin: 0.65, planShareMin: 0.75 },
  I2: { source: PLANS, shareMax: 0.1 },
  I3: {
    source: "Daniels",
    thresholdSeconds: 2400,
    thresholdMetres: 15_000,
    intervalMetres: 10_000,
    repetitionMetres: 8000,
    marathonPaceMetres: 29_000,
  },
  I5: { source: PLANS, speedSessionsMax: 1 },
  I10: { source: "Daniels" },
} as const;

const taper = {
  T1: {
    source: "Wang 2023",
    peakShare: 0.9,
    weeks: {
      "5k": { min: 1, max: 3 },
      "10k": { min: 1, max: 3 },
      half_marathon: { min: 1, max: 3 },
      marathon: { min: 2, max: 4 },
    },
  },
  T2: {
    source: "Bosquet 2007; Smyth and Lawlor 2021",
    raceWeekShareMax: 0.5,
    shares: {
      "5k": [
        { min: 0.25, max: 0.5 },
        { min: 0, max: 0.9 },
      ],
      "10k": [
        { min: 0.25, max: 0.5 },
        { min: 0, max: 0.9 },
      ],
      half_marathon: [
        { min: 0.25, max: 0.45 },
        { min: 0.6, max: 0.85 },
      ],
      marathon: [
        { min: 0.25, max: 0.45 },
        { min: 0.55, max: 0.7 },
        { min: 0.75, max: 0.85 },
      ],
    },
  },
  T3: { source: "Bosquet 2007", daysShareMin: 0.75 },
  T4: { source: "Bosquet 2007" },
  T6: { source: PLANS, metresMax: { builder: 8000, low: 8000, mid: 8000, high: 11_000, elite: 11_000 } },
} as const;

const LAWS: LawLimits = {
  ...entryAndStructure,
  ...volume,
  ...longRun,
  ...intensity,
  ...taper,
  ...LIMITS_OF_PROGRESS,
};

const SMALL_WEEK = {
  metresMax: 15_000,
  weeksMin: 8,
  nextMetresMax: 20_000,
  nextWeeksMin: 6,
  source: "Coaching practice",
} as const;

/** The part of a rulebook that laws read, with the limits of the published plan law. */
export const aRulebook = (laws: Partial<LawLimits> = {}): LawRules => ({
  laws: { ...LAWS, ...laws },
  races: {
    "5k": { metres: 5000, weeksMin: 4 },
    "10k": { metres: 10_000, weeksMin: 4 },
    half_marathon: { metres: 21_097.5, weeksMin: 6, smallWeek: SMALL_WEEK },
    marathon: { metres: 42_195, weeksMin: 8 },
  },
  horizon: { weeksMin: 4 },
});
