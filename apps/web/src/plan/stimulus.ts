import type { SessionKind, Zone } from "@strideiq/engine";

/** What a stretch of running does to the runner; each stimulus has one colour everywhere on the page. */
export const STIMULI = [
  "easy",
  "long",
  "threshold",
  "interval",
  "race-pace",
  "speed",
  "race",
  "other",
] as const;
export type Stimulus = (typeof STIMULI)[number];

const KIND_STIMULUS: Readonly<Record<SessionKind, Stimulus>> = {
  easy: "easy",
  recovery: "easy",
  medium_long: "easy",
  steady: "easy",
  long: "long",
  progression: "threshold",
  threshold: "threshold",
  interval: "interval",
  fartlek: "interval",
  race_pace: "race-pace",
  repetition: "speed",
  hills: "speed",
  strides: "speed",
  tune_up_race: "race",
  race: "race",
  cross_training: "other",
  strength: "other",
};

export const stimulusOfKind = (kind: SessionKind): Stimulus => KIND_STIMULUS[kind];

const ZONE_STIMULUS: Readonly<Record<Zone, Stimulus>> = {
  walk: "easy",
  recovery: "easy",
  easy: "easy",
  steady: "easy",
  marathon: "race-pace",
  half_marathon: "race-pace",
  threshold: "threshold",
  ten_k: "interval",
  interval: "interval",
  repetition: "speed",
  sprint: "speed",
  race: "race",
};

/** How hard a stretch is, wherever it stands. */
export const stimulusOfZone = (zone: Zone): Stimulus => ZONE_STIMULUS[zone];

/** The stimulus of a stretch inside a session: the easy part of a long run is what makes it long. */
export function stimulusOf(zone: Zone, kind: SessionKind): Stimulus {
  const stimulus = ZONE_STIMULUS[zone];
  return stimulus === "easy" && kind === "long" ? "long" : stimulus;
}

/** How high a zone stands in a step profile, as a share of its height. Order matters, not the exact value. */
export const ZONE_HEIGHT: Readonly<Record<Zone, number>> = {
  walk: 0.12,
  recovery: 0.2,
  easy: 0.28,
  steady: 0.42,
  marathon: 0.56,
  half_marathon: 0.64,
  threshold: 0.72,
  ten_k: 0.82,
  interval: 0.9,
  repetition: 1,
  sprint: 1,
  race: 0.86,
};
