import { PACED_ZONES } from "@strideiq/engine";
import { z } from "zod";
import {
  byTier,
  count,
  filledListOf,
  metres,
  raceDistance,
  rangeOf,
  ratio,
  runDays,
  seconds,
  share,
  source,
  stimulus,
  weight,
} from "./values.ts";

const dose = z.strictObject({
  zone: z.enum(PACED_ZONES),
  shareOfWeek: byTier(share),
  shareOfWeekMax: share,
  seconds: byTier(rangeOf(seconds)),
  metresMax: metres,
  firstShare: share,
  source,
});

const block = z.strictObject({
  doseShares: filledListOf(ratio),
  fallMax: share,
  fallToContinuousMax: share,
  pieceGrowthAim: ratio,
  minutesGrowthAim: ratio,
  costs: z.strictObject({
    dose: weight,
    place: weight,
    fall: weight,
    leap: weight,
    both: weight,
    again: weight,
  }),
  source,
});

/** How much hard work a week and its sessions hold. */
export const quality = z.strictObject({
  perWeek: filledListOf(
    z.strictObject({
      distances: filledListOf(raceDistance),
      daysMin: runDays,
      weekMetresMin: metres,
      sessions: count,
    }),
  ),
  doses: z.partialRecord(stimulus, dose),
  thresholdBesideRacePaceMetres: metres,
  midweekRacePaceShare: share,
  racePaceInLongRunsShare: share,
  firstBlockShares: filledListOf(share),
  longRunWorkShareMax: share,
  touchSeconds: z.tuple([seconds, seconds, seconds]),
  touchShareMax: share,
  optionWorkShare: share,
  optionLoadShare: share,
  optionMetresShare: share,
  optionLongMetresShare: share,
  doseTolerance: share,
  block,
  cutbackDoseShare: share,
  taperDoseShare: filledListOf(share),
  source,
});
