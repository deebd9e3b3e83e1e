import { type ActivityRules, SOURCES } from "@strideiq/activity";
import { z } from "zod";
import type { DeepReadonly, SameShape } from "./same-shape.ts";
import {
  count,
  days,
  filledListOf,
  metres,
  rangeOf,
  ratio,
  seconds,
  share,
  source,
  weeks,
  weight,
  within,
  wholeWithin,
  words,
  yesOrNo,
} from "./values.ts";

const speed = within("metres per second", 0, 50);
const height = within("metres of altitude", -12_000, 12_000);
const beats = wholeWithin("beats a minute", 0, 300);
const steps = wholeWithin("steps a minute", 0, 400);
const year = wholeWithin("a year", 1970, 2100);
const effort = within("an effort", 0, 10);

const sourcePolicy = z.strictObject({
  shownTo: z.enum(["athlete", "coach"]),
  model: yesOrNo,
  combined: yesOrNo,
  keepDays: days.nullable(),
  attribution: words.nullable(),
  source,
});

export const activityRulesSchema = z.strictObject({
  version: words,
  recording: z.strictObject({
    earliestYear: year,
    metresMin: metres,
    secondsMin: seconds,
    heartRate: rangeOf(beats),
    altitudeMetres: rangeOf(height),
    cadence: rangeOf(steps),
    metresPerSecondMax: speed,
    toldShare: share,
    source,
  }),
  moving: z.strictObject({ metresPerSecondMin: speed, pauseSecondsMin: seconds, source }),
  sport: z.strictObject({ runFrom: speed, rideFromRecordShare: share, source }),
  records: z.strictObject({
    worldRecordSeconds: filledListOf(z.strictObject({ metres, seconds, source })),
    source,
  }),
  duplicates: z.strictObject({
    overlapMin: share,
    startSecondsMax: seconds,
    metresShareMax: share,
    toldShareMax: share,
    preference: filledListOf(z.enum(SOURCES)),
    source,
  }),
  elevation: z.strictObject({
    climbMetresMin: metres,
    gradientMetres: metres,
    gradientMax: share,
    downhillFactorMin: share,
    source,
  }),
  heartRateZones: z.strictObject({ shares: filledListOf(ratio), source }),
  bestEfforts: z.strictObject({ metres: filledListOf(metres), source }),
  load: z.strictObject({
    thresholdEffort: effort,
    assumedIntensity: z.strictObject({
      run: share,
      walk: share,
      hike: share,
      ride: share,
      swim: share,
      strength: share,
      cross_training: share,
      other: share,
    }),
    paceIntensityMax: ratio,
    source,
  }),
  fitness: z.strictObject({ fitnessDays: days, fatigueDays: days, seedDays: days, source }),
  history: z.strictObject({ weeks, outlierFactor: ratio, runMetresMax: metres, source }),
  matching: z.strictObject({
    weights: z.strictObject({ kind: weight, duration: weight, distance: weight }),
    sureBelow: weight,
    neverAbove: weight,
    marginMin: weight,
    groupGapSeconds: seconds,
    groupGainMin: weight,
    nearDays: count,
    otherDayGainMin: weight,
    source,
  }),
  completion: z.strictObject({
    volumeNailed: rangeOf(ratio),
    volumeClose: rangeOf(ratio),
    easyFastShareNailed: share,
    easyFastShareClose: share,
    easyEffortNailed: effort,
    easyEffortClose: effort,
    strideSecondsMax: seconds,
    workShareNailed: share,
    workShareClose: share,
    paceTolerance: share,
    source,
  }),
  sources: z.strictObject({
    file: sourcePolicy,
    manual: sourcePolicy,
    strava_archive: sourcePolicy,
    strava_api: sourcePolicy,
    intervals_icu: sourcePolicy,
    garmin_api: sourcePolicy,
  }),
});

true satisfies SameShape<DeepReadonly<z.output<typeof activityRulesSchema>>, ActivityRules>;
