import type { LawId, RaceDistance } from "@strideiq/engine";
import type { Comparison, StandardTier } from "./compare.ts";
import type { FigureName } from "./measure.ts";

/** Why a figure of a standard plan stands outside what eight in ten published plans hold. */
export interface Reason {
  readonly figure: FigureName;
  readonly distance: RaceDistance;
  /** Of these tiers only; all of them where nothing is said. */
  readonly tiers?: readonly StandardTier[];
  /** Outside on this side only. */
  readonly side: "below" | "above";
  /** The law that wants it so, or the table of standard plans in config/plan_rules.yaml. */
  readonly by: LawId | "table";
  readonly why: string;
}

const REASONS: readonly Reason[] = [
  {
    figure: "cutbackDepth",
    distance: "10k",
    side: "above",
    by: "V5",
    why: "a cutback is 15 to 30 % deep, so that it is felt as one; over all races published ones reach 40 %",
  },
  {
    figure: "startKm",
    distance: "5k",
    tiers: ["low"],
    side: "below",
    by: "table",
    why: "20 km a week is where a runner of this tier is; only three low plans were measured (23 to 45 km), so all 5K plans stand beside",
  },
  {
    figure: "startKm",
    distance: "10k",
    tiers: ["low"],
    side: "above",
    by: "V10",
    why: "a plan of 8 weeks starts in the middle of the range of its tier and peaks where the longer one does",
  },
  {
    figure: "startKm",
    distance: "marathon",
    tiers: ["high"],
    side: "below",
    by: "table",
    why: "18 weeks leave time to come from 80 km; published plans of this tier have a median of 15 weeks",
  },
  {
    figure: "peakKm",
    distance: "5k",
    tiers: ["low"],
    side: "below",
    by: "table",
    why: "34 km is what three published low plans begin at (34 to 59 km); with so few, all 5K plans stand beside",
  },
  {
    figure: "peakOverStart",
    distance: "5k",
    side: "above",
    by: "V7",
    why: "from 20 to 34, 36 to 55 and 55 to 82 km in 12 weeks, well under 2.2; published 5K plans begin nearer to their peak",
  },
  {
    figure: "peakOverStart",
    distance: "10k",
    side: "below",
    by: "V10",
    why: "a plan of 8 weeks starts in the middle of the range of its tier and peaks where the longer one does",
  },
  {
    figure: "peakOverStart",
    distance: "marathon",
    tiers: ["high"],
    side: "above",
    by: "table",
    why: "from 80 to 118 km in 18 weeks; published plans of this tier have a median of 15 weeks and begin later",
  },
  {
    figure: "peakLongKm",
    distance: "marathon",
    tiers: ["low"],
    side: "below",
    by: "L6",
    why: "three hours are the aim for a long run, and at the planning pace of this tier they end below 30 km",
  },
  {
    figure: "peakLongKm",
    distance: "10k",
    tiers: ["low"],
    side: "above",
    by: "L1",
    why: "whole tens of minutes at an estimated pace; 13 km is the least and 25 km the most for this race",
  },
  {
    figure: "marathonPaceShare",
    distance: "marathon",
    tiers: ["low", "mid"],
    side: "below",
    by: "I7",
    why: "marathon pace comes in long runs, not before a fifth of the plan, and at most twice in a row",
  },
  {
    figure: "thresholdShare",
    distance: "half_marathon",
    tiers: ["low"],
    side: "above",
    by: "I8",
    why: "a half plan has a threshold session in a quarter of its weeks and half-marathon pace in two long runs; half of the published low plans have none",
  },
  {
    figure: "thresholdShare",
    distance: "half_marathon",
    tiers: ["mid"],
    side: "below",
    by: "I4",
    why: "a threshold session aims at no more than a tenth of its week, and every third or fourth week is a cutback",
  },
  {
    figure: "intervalShare",
    distance: "marathon",
    tiers: ["high"],
    side: "below",
    by: "H2",
    why: "two quality days a week, of which the marathon gives one to the long run and one to threshold first",
  },
  {
    figure: "twoWeeksOut",
    distance: "5k",
    side: "above",
    by: "T1",
    why: "the taper aims at two weeks with race week in them, so the third week before the race may be the peak",
  },
  {
    figure: "oneWeekOut",
    distance: "marathon",
    tiers: ["high"],
    side: "below",
    by: "T2",
    why: "the week before race week aims at 55 to 70 % of the peak",
  },
  {
    figure: "raceWeek",
    distance: "marathon",
    tiers: ["high"],
    side: "below",
    by: "T2",
    why: "race week aims at 25 to 45 % of the peak, the race left out",
  },
  {
    figure: "raceWeek",
    distance: "5k",
    tiers: ["low"],
    side: "below",
    by: "T2",
    why: "race week aims at 25 to 50 % of the peak, and its last run is at most 5 km",
  },
];

/** The reason that stands for a figure outside its norm, if one is stated. */
export const reasonFor = ({ plan, figure, value, norm }: Comparison): Reason | undefined =>
  REASONS.find(
    (reason) =>
      reason.figure === figure &&
      reason.distance === plan.distance &&
      (reason.tiers?.some((tier) => tier === plan.tier) ?? true) &&
      (reason.side === "below" ? value < norm[0] : value > norm[2]),
  );
