import type { Law } from "./law.ts";
import { afterAnOverLongRun } from "./after-an-over-long-run.ts";
import { backAfterABreak } from "./back-after-a-break.ts";
import { healthComesFirst } from "./health-comes-first.ts";
import { missedStaysMissed } from "./missed-stays-missed.ts";
import { whenPacesRise } from "./when-paces-rise.ts";
import { aDayOff } from "./a-day-off.ts";
import { baseWithoutThreshold } from "./base-without-threshold.ts";
import { cutbackWeeks } from "./cutback-weeks.ts";
import { daysAndLimitsRespected } from "./days-and-limits-respected.ts";
import { easyAfterTheLongRun } from "./easy-after-the-long-run.ts";
import { easyDayBeforeTheRace } from "./easy-day-before-the-race.ts";
import { enoughKeySessions } from "./enough-key-sessions.ts";
import { entryVolume } from "./entry-volume.ts";
import { everyDayOnce } from "./every-day-once.ts";
import { fastShare } from "./fast-share.ts";
import { firstLongRunFromHistory } from "./first-long-run-from-history.ts";
import { firstWeekNearHistory } from "./first-week-near-history.ts";
import { goalRaceEndsThePlan } from "./goal-race-ends-the-plan.ts";
import { kindsOfLongRun } from "./kinds-of-long-run.ts";
import { lastBigLongRun } from "./last-big-long-run.ts";
import { lastQualityBeforeTheRace } from "./last-quality-before-the-race.ts";
import { lastTuneUpRace } from "./last-tune-up-race.ts";
import { longRunDuration } from "./long-run-duration.ts";
import { longRunIsLongest } from "./long-run-is-longest.ts";
import { longRunShare } from "./long-run-share.ts";
import { longRunStaircase } from "./long-run-staircase.ts";
import { mostlyEasy } from "./mostly-easy.ts";
import { noLeapInASingleRun } from "./no-leap-in-a-single-run.ts";
import { noQualityInARow } from "./no-quality-in-a-row.ts";
import { nothingNewBeforeTheRace } from "./nothing-new-before-the-race.ts";
import { optionsDifferInKind } from "./options-differ-in-kind.ts";
import { optionsTrainTheSame } from "./options-train-the-same.ts";
import { pacesInOrder } from "./paces-in-order.ts";
import { peakAgainstFirstWeek } from "./peak-against-first-week.ts";
import { peakLongRun } from "./peak-long-run.ts";
import { peakWeekInTime } from "./peak-week-in-time.ts";
import { phasesInOrder } from "./phases-in-order.ts";
import { qualityDaysAWeek } from "./quality-days-a-week.ts";
import { racePaceBlocks } from "./race-pace-blocks.ts";
import { racePaceOrThreshold } from "./race-pace-or-threshold.ts";
import { raceWeekRunsShort } from "./race-week-runs-short.ts";
import { recoveryAroundBigDays } from "./recovery-around-big-days.ts";
import { resumeFromLastBuildWeek } from "./resume-from-last-build-week.ts";
import { runDaysAsAsked } from "./run-days-as-asked.ts";
import { runDaysCarryTheirDistance } from "./run-days-carry-their-distance.ts";
import { sameInputSamePlan } from "./same-input-same-plan.ts";
import { samePeakWithMoreWeeks } from "./same-peak-with-more-weeks.ts";
import { sessionDose } from "./session-dose.ts";
import { sessionShareOfWeek } from "./session-share-of-week.ts";
import { sumsAgree } from "./sums-agree.ts";
import { taperFalls } from "./taper-falls.ts";
import { taperKeepsFrequency } from "./taper-keeps-frequency.ts";
import { taperKeepsTouch } from "./taper-keeps-touch.ts";
import { taperLength } from "./taper-length.ts";
import { thresholdBlockProgresses } from "./threshold-block-progresses.ts";
import { tiersInOrder } from "./tiers-in-order.ts";
import { unitsChangeLabelsOnly } from "./units-change-labels-only.ts";
import { variety } from "./variety.ts";
import { weekAgainstItsMonth } from "./week-against-its-month.ts";
import { weekWithinWhatDaysCarry } from "./week-within-what-days-carry.ts";
import { weeklyHighGentle } from "./weekly-high-gentle.ts";
import { weeklyHighWithinReach } from "./weekly-high-within-reach.ts";

/** Every law of the engine, in the order in which certificates list them. */
export const LAWS: readonly Law[] = [
  entryVolume,
  firstLongRunFromHistory,
  runDaysCarryTheirDistance,
  weekWithinWhatDaysCarry,
  goalRaceEndsThePlan,
  easyDayBeforeTheRace,
  lastQualityBeforeTheRace,
  runDaysAsAsked,
  daysAndLimitsRespected,
  sumsAgree,
  phasesInOrder,
  sameInputSamePlan,
  everyDayOnce,
  unitsChangeLabelsOnly,
  weeklyHighWithinReach,
  weeklyHighGentle,
  weekAgainstItsMonth,
  firstWeekNearHistory,
  cutbackWeeks,
  resumeFromLastBuildWeek,
  peakAgainstFirstWeek,
  peakWeekInTime,
  tiersInOrder,
  samePeakWithMoreWeeks,
  peakLongRun,
  longRunIsLongest,
  noLeapInASingleRun,
  lastBigLongRun,
  longRunShare,
  longRunDuration,
  easyAfterTheLongRun,
  longRunStaircase,
  kindsOfLongRun,
  noQualityInARow,
  qualityDaysAWeek,
  recoveryAroundBigDays,
  aDayOff,
  lastTuneUpRace,
  racePaceOrThreshold,
  mostlyEasy,
  fastShare,
  sessionDose,
  sessionShareOfWeek,
  baseWithoutThreshold,
  thresholdBlockProgresses,
  racePaceBlocks,
  enoughKeySessions,
  variety,
  pacesInOrder,
  taperLength,
  taperFalls,
  taperKeepsFrequency,
  taperKeepsTouch,
  nothingNewBeforeTheRace,
  raceWeekRunsShort,
  optionsTrainTheSame,
  optionsDifferInKind,
  missedStaysMissed,
  backAfterABreak,
  afterAnOverLongRun,
  whenPacesRise,
  healthComesFirst,
];
