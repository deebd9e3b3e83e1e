import type { Reason } from "../reason/reason.ts";

type Numbers = Readonly<Record<string, number | null>>;

/** A reason whose numbers are the plan's, and beside it numbers that are not. */
interface Told {
  readonly why: Reason;
  readonly day: number | null;
  readonly wrong: Numbers;
}

/** 51 km with five runs: T9 on Tuesday, E9, I9 on Friday, E8, G16 on Sunday; 47 km in the week before. */
export const OF_THE_SIXTH_WEEK: readonly Told[] = [
  {
    day: null,
    why: { kind: "first_week", law: "V4", metres: 51_000, knownMetres: 40_000 },
    wrong: { metres: 51_002, knownMetres: 40_001 },
  },
  {
    day: null,
    why: { kind: "week_mix", law: "I1", metres: 51_000, easyShare: 0.8, hardDays: 2, efforts: [] },
    wrong: { metres: 50_998 },
  },
  {
    day: null,
    why: { kind: "return_week", rule: "return", metres: 51_000, lastMetres: null },
    wrong: { metres: 50_998 },
  },
  {
    day: null,
    why: {
      kind: "hard_long_run",
      rule: "quality",
      effort: "interval",
      workSeconds: 1020,
      metres: 51_000,
      runDays: 5,
      hardDays: 2,
    },
    wrong: { metres: 50_998, workSeconds: 1022 },
  },
  {
    day: null,
    why: {
      kind: "long_step",
      law: "L8",
      metres: 16_000,
      step: 5,
      steps: 5,
      lastMetres: null,
      peakMetres: 18_000,
    },
    wrong: { metres: 16_002, step: 6 },
  },
  {
    day: null,
    why: { kind: "build_week", law: "V2", metres: 51_000, lastMetres: 47_000, growth: 0.0851 },
    wrong: { metres: 50_998, lastMetres: 48_000, growth: 0.0855 },
  },
  {
    day: null,
    why: { kind: "resumed_week", law: "V6", metres: 51_000, lastBuildMetres: 50_000, share: 1.02 },
    wrong: { metres: 50_998, lastBuildMetres: 0, share: 1.0203 },
  },
  {
    day: null,
    why: {
      kind: "cutback_week",
      law: "V5",
      metres: 51_000,
      buildMetres: 60_000,
      depth: 0.15,
      streak: 3,
      streakMax: 4,
      age: null,
    },
    wrong: { metres: 50_998, buildMetres: 61_000, depth: 0.1503 },
  },
  {
    day: null,
    why: { kind: "taper_week", law: "T2", metres: 51_000, peakMetres: 60_000, share: 0.85, weeksToRace: 2 },
    wrong: { metres: 50_998, peakMetres: 61_000, share: 0.8503 },
  },
  {
    day: null,
    why: { kind: "race_week", law: "T2", metres: 51_000, peakMetres: 60_000, share: 0.85, raceMetres: 0 },
    wrong: { metres: 50_998, peakMetres: 61_000, share: 0.8503, raceMetres: 2 },
  },
  {
    day: 7,
    why: {
      kind: "long_step",
      law: "L8",
      metres: 16_000,
      step: 5,
      steps: 5,
      lastMetres: null,
      peakMetres: 18_000,
    },
    wrong: { metres: 16_002, step: 6 },
  },
  {
    day: 7,
    why: { kind: "long_share", law: "L5", metres: 16_000, weekMetres: 51_000, share: 0.3137 },
    wrong: { metres: 15_998, weekMetres: 50_998, share: 0.3141 },
  },
  {
    day: 7,
    why: { kind: "long_cutback", law: "V5", metres: 16_000, lastMetres: 20_000, share: 0.8 },
    wrong: { metres: 15_998, lastMetres: 21_000, share: 0.8003 },
  },
  {
    day: 7,
    why: { kind: "long_taper", law: "L4", metres: 16_000, peakMetres: 20_000, share: 0.8, daysToRace: 42 },
    wrong: { metres: 15_998, peakMetres: 21_000, share: 0.8003, daysToRace: 41 },
  },
  {
    day: 3,
    why: { kind: "second_longest", law: "L2", metres: 9000, longRunMetres: 16_000, share: 0.5625 },
    wrong: { metres: 9002, longRunMetres: 17_000, share: 0.563 },
  },
  {
    day: 3,
    why: { kind: "easy_distance", law: "I1", metres: 9000, weekMetres: 51_000, easyShare: 0.8 },
    wrong: { metres: 8998, weekMetres: 51_002 },
  },
  {
    day: 3,
    why: { kind: "tune_up_race", law: "H5", metres: 9000, daysToRace: 46 },
    wrong: { metres: 8998, daysToRace: 47 },
  },
  { day: 3, why: { kind: "race_eve", law: "S2", metres: 9000 }, wrong: { metres: 8998 } },
  {
    day: 5,
    why: { kind: "taper_touch", law: "T4", workSeconds: 1020, daysToRace: 44 },
    wrong: { workSeconds: 1018, daysToRace: 43 },
  },
  {
    day: 5,
    why: {
      kind: "light_session",
      law: "V5",
      effort: "interval",
      zone: "interval",
      workSeconds: 1020,
      usualSeconds: null,
    },
    wrong: { workSeconds: 1022 },
  },
  {
    day: 5,
    why: { kind: "long_inside", law: "L9", inside: "easy", workSeconds: 1020 },
    wrong: { workSeconds: 1022 },
  },
  {
    day: 5,
    why: { kind: "rehearsal", law: "I7", workMetres: 4000, raceMetres: 10_000, daysToRace: 44 },
    wrong: { workMetres: 4002, daysToRace: 45 },
  },
  {
    day: 5,
    why: {
      kind: "block_step",
      law: "I8",
      effort: "interval",
      zone: "interval",
      isLong: false,
      step: 2,
      steps: 2,
      workSeconds: 1020,
      workMetres: 4000,
      weekMetres: 51_000,
      share: 0.0784,
      pieceSeconds: 204,
      last: null,
    },
    wrong: { step: 3, workSeconds: 1022, workMetres: 4002, weekMetres: 51_002, share: 0.0788 },
  },
  {
    day: 5,
    why: { kind: "strides", rule: "touches", pieces: 5, pieceSeconds: 204, isUphill: false },
    wrong: { pieces: 6 },
  },
];
