import type { Phase, RaceDistance, SessionKind, Verdict, VolumeTier, WeekKind, Zone } from "@strideiq/engine";

/** Races as a heading names them. */
export const RACE_NAMES: Readonly<Record<RaceDistance, string>> = {
  "5k": "5K",
  "10k": "10K",
  half_marathon: "Half marathon",
  marathon: "Marathon",
};

/** Races inside a sentence, with their article. */
export const RACE_PHRASES: Readonly<Record<RaceDistance, string>> = {
  "5k": "a 5K",
  "10k": "a 10K",
  half_marathon: "a half marathon",
  marathon: "a marathon",
};

export const TIER_NAMES: Readonly<Record<VolumeTier, string>> = {
  builder: "Builder",
  low: "Low volume",
  mid: "Mid volume",
  high: "High volume",
  elite: "Elite volume",
};

export const PHASE_NAMES: Readonly<Record<Phase, string>> = {
  base: "Base",
  build: "Build",
  peak: "Peak",
  taper: "Taper",
};

/** What weeks are for that are nothing but a break and the way back from it. */
export const RETURN_PURPOSE = "after a break, easy running little by little";

/** What a phase is for when it holds nothing harder than strides. */
export const EASY_PHASE_PURPOSE = "easy running, a little further from week to week";

/** What a phase is for, in the runner's words. */
export const PHASE_PURPOSES: Readonly<Record<Phase, string>> = {
  base: "easy running makes room for everything later",
  build: "hard sessions grow longer, one at a time",
  peak: "the race itself, rehearsed in pieces",
  taper: "less running, the same rhythm, fresh legs",
};

export const WEEK_KIND_NAMES: Readonly<Record<WeekKind, string>> = {
  build: "Build week",
  cutback: "Cutback week",
  taper: "Taper week",
  race: "Race week",
  tune_up: "Tune-up race week",
  return: "Return week",
};

export const SESSION_KIND_NAMES: Readonly<Record<SessionKind, string>> = {
  easy: "Easy run",
  recovery: "Recovery run",
  long: "Long run",
  medium_long: "Medium-long run",
  steady: "Steady run",
  progression: "Progression run",
  threshold: "Threshold",
  interval: "Intervals",
  repetition: "Repetitions",
  race_pace: "Race pace",
  hills: "Hills",
  fartlek: "Fartlek",
  strides: "Easy run with strides",
  tune_up_race: "Tune-up race",
  race: "Race",
  cross_training: "Cross-training",
  strength: "Strength",
};

/** Zones as a table of paces names them. */
export const ZONE_NAMES: Readonly<Record<Zone, string>> = {
  walk: "Walk",
  recovery: "Recovery",
  easy: "Easy",
  steady: "Steady",
  marathon: "Marathon pace",
  half_marathon: "Half-marathon pace",
  threshold: "Threshold",
  ten_k: "10K pace",
  interval: "Interval",
  repetition: "Repetition",
  sprint: "Sprint",
  race: "Race pace",
};

/** How each zone feels: what a runner without a race result, or with a flat watch, goes by. */
export const ZONE_EFFORTS: Readonly<Record<Zone, string>> = {
  walk: "a brisk walk",
  recovery: "slower than feels needed",
  easy: "you can talk in whole sentences",
  steady: "purposeful, sentences get shorter",
  marathon: "controlled, could be held for hours",
  half_marathon: "firm, short phrases only",
  threshold: "comfortably hard, a few words at a time",
  ten_k: "hard, a word or two between breaths",
  interval: "very hard, no talking, even to the end",
  repetition: "fast and loose, with full rest",
  sprint: "nearly all out for a few seconds",
  race: "the effort you will race at",
};

export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  pass: "kept",
  flag: "remark",
  breach: "broken",
  not_applicable: "does not apply",
};
