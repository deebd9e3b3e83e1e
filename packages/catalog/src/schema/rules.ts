import { LONG_RUN_KINDS, PACED_ZONES, type Rulebook, type WorkoutLibrary } from "@strideiq/engine";
import { z } from "zod";
import { lawLimitsSchema } from "./law-limits.ts";
import { quality } from "./quality.ts";
import type { DeepReadonly, SameShape } from "./same-shape.ts";
import {
  byDistance,
  byPhase,
  byTier,
  count,
  days,
  filledListOf,
  listOf,
  metres,
  raceDistance,
  rangeOf,
  ratio,
  rpi,
  runDays,
  seconds,
  share,
  source,
  stimulus,
  weeks,
  weight,
  words,
  yesOrNo,
} from "./values.ts";

const horizon = z.strictObject({ weeksMin: weeks, weeksMax: weeks, source });

const periodization = z.strictObject({
  givesWay: z.strictObject({ base: count, build: count, peak: count }),
  taperShareMax: share,
  source,
});

const taper = z.strictObject({
  weeksAim: weeks,
  weeksMin: weeks,
  volumeShare: filledListOf(share),
  longRunShare: filledListOf(share),
  source,
});

const raceTier = z.strictObject({
  fromMetres: metres,
  startMetres: metres,
  peakMetres: metres,
  longRunPeakMetres: metres,
  planningRpi: rpi,
});

const phaseProgram = z.strictObject({
  primary: listOf(stimulus),
  secondary: listOf(stimulus),
  longRuns: filledListOf(z.enum(LONG_RUN_KINDS)),
  touches: listOf(stimulus),
});

const shortHorizon = z.strictObject({
  experiencedWeeksMin: weeks,
  weeklyMetresMin: metres,
  longestMetresMin: metres,
  finishLongestMetresMin: metres,
  source,
});

const smallWeek = z.strictObject({
  metresMax: metres,
  weeksMin: weeks,
  nextMetresMax: metres,
  nextWeeksMin: weeks,
  source,
});

const race = z.strictObject({
  metres,
  weeksMin: weeks,
  shortHorizon: shortHorizon.exactOptional(),
  smallWeek: smallWeek.exactOptional(),
  taper,
  mesocycles: filledListOf(
    z.strictObject({ phase: z.enum(["base", "build", "peak"]), weight, weeksMin: weeks }),
  ),
  tiers: byTier(raceTier),
  program: byPhase(phaseProgram),
  source,
});

const standardPlan = z.strictObject({
  distance: raceDistance,
  weeks,
  tier: z.enum(["low", "mid", "high"]),
  daysPerWeek: runDays,
  startMetres: metres,
  peakMetres: metres,
});

const classification = z.strictObject({
  weeks,
  weeksMin: weeks,
  longestShareMin: share,
  runDaysMin: z.strictObject({ mid: runDays, high: runDays, elite: runDays }),
  chosenShare: share,
  source,
});

export const builder = z.strictObject({
  unbrokenSeconds: seconds,
  longWalkWeeks: weeks,
  firstPieceShare: share,
  assumedNew: listOf(raceDistance),
  weeksPerStageMax: ratio,
  walkSeconds: seconds,
  shortWalkSeconds: seconds,
  tailSecondsMin: seconds,
  strideWeeks: weeks,
  weekStepMetres: metres,
  longStepMetres: metres,
  climbShare: share,
  unitSeconds: seconds,
  baseWeeksMin: byDistance(weeks),
  source,
});

const pace = z.strictObject({
  easy: z.strictObject({ slow: share, fast: share }),
  threshold: share,
  interval: share,
  repetitionSecondsPer400: filledListOf(z.strictObject({ rpiMin: rpi, seconds })),
  slowRunnerRule: z.strictObject({ enabled: yesOrNo, rpiBelow: rpi, factor: share, offset: rpi, source }),
  walkSecondsPerKm: seconds,
  sprintShareOfRepetition: share,
  rangeShare: z.partialRecord(z.enum(PACED_ZONES), share),
  prediction: z.strictObject({
    eitherSideShare: byDistance(share),
    slowerFromShorterShare: byDistance(share),
    sameRaceShare: share,
    source,
  }),
  worldRecordSeconds: listOf(z.strictObject({ metres, seconds, source })).min(
    2,
    "a list of at least two records",
  ),
  source,
});

const volume = z.strictObject({
  growthAim: ratio,
  growthStepMetres: metres,
  growthStepShare: ratio,
  growthHard: ratio,
  growthExact: ratio,
  cutbackShare: share,
  cutbackLongRunShare: share,
  streakAim: count,
  streakMax: byTier(count),
  mastersStreakMax: count,
  peakGrowthMax: ratio,
  peakGrowthHard: ratio,
  steadyGrowth: ratio,
  goOnGrowth: ratio,
  belowTiersShareMin: share,
  modestPeakShare: share,
  weekSecondsMax: seconds,
  weekSecondsOwnMax: seconds,
  roundingMetres: filledListOf(metres),
  roundingSeconds: filledListOf(seconds),
  roundingShare: share,
  source,
});

const longRun = z.strictObject({
  firstShare: share,
  firstShareMax: share,
  growthAim: ratio,
  growthHard: ratio,
  growthExact: ratio,
  smallMetres: metres,
  smallStepMetres: metres,
  assumedShareOfWeek: share,
  shareOfWeekMax: filledListOf(z.strictObject({ daysMin: runDays, share })),
  finishShare: rangeOf(share),
  afterWorkShare: share,
  afterWorkMetresMax: metres,
  easySeconds: seconds,
  raceWeekShareMax: share,
  raceWeekLeastShare: share,
  daysBeforeRaceMin: days,
  secondLongestAim: share,
  othersAim: share,
  unitMetres: metres,
  unitSeconds: seconds,
  source,
});

const dayRules = z.strictObject({
  runMetresMin: metres,
  runSecondsMin: seconds,
  leastShareOfMean: share,
  beforeLongRoomShare: share,
  taperUnevenness: ratio,
  weights: z.strictObject({
    plain: weight,
    mediumLong: weight,
    recovery: weight,
    strides: weight,
    beforeLong: weight,
    afterLong: weight,
    alternate: weight,
  }),
  mediumLong: z.strictObject({
    weekMetresMin: metres,
    daysMin: runDays,
    overMean: ratio,
    beforeRacePaceCost: weight,
  }),
  recovery: z.strictObject({ daysMin: runDays, weekMetresMin: metres, secondsMax: seconds }),
  stridesBeforeRace: rangeOf(days),
  placement: z.strictObject({
    adjacentToLong: weight,
    qualityGapUnderTwoDays: weight,
    runsInARow: weight,
    changedDay: weight,
    changedDayInTaper: weight,
    raceWeekDay: weight,
    roomShortPerKm: weight,
    roomShortPerKmInTaper: weight,
    restAfterLong: weight,
  }),
  warmUpShare: share,
  warmUpSeconds: rangeOf(seconds),
  warmUpAimSeconds: seconds,
  coolDownSeconds: rangeOf(seconds),
  source,
});

const raceDay = z.strictObject({ firstShare: share, slowerShare: byDistance(share), source });

/** `config/plan_rules.yaml`: the rulebook without its workouts. */
export const planRulesSchema = z.strictObject({
  version: words,
  horizon,
  periodization,
  races: byDistance(race),
  standardPlans: listOf(standardPlan),
  classification,
  builder,
  pace,
  volume,
  longRun,
  days: dayRules,
  quality,
  raceDay,
  laws: lawLimitsSchema,
});

true satisfies SameShape<
  DeepReadonly<z.output<typeof planRulesSchema>>,
  Omit<Rulebook, keyof WorkoutLibrary | "plugins">
>;
