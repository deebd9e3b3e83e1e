import type { RaceDistance, Rulebook, StandardPlan } from "@strideiq/engine";
import { goldenFiles } from "../golden/golden-files.ts";
import { type FigureName, type Measures, measuresOf } from "./measure.ts";
import type { BuildNorms, Spread, TaperNorms, VolumeNorms } from "./norms.ts";
import { BUILD_NORMS, TAPER_NORMS, VOLUME_NORMS } from "./published-plans.ts";

export type StandardTier = "low" | "mid" | "high";

interface Figure {
  readonly title: string;
  /** Digits behind the point: those of the published figures. */
  readonly digits: number;
}

/** Every figure that is compared, in the order of the page. */
export const FIGURES = {
  runDays: { title: "run days a week", digits: 1 },
  startKm: { title: "first week, km", digits: 0 },
  peakKm: { title: "peak week, km", digits: 0 },
  peakOverStart: { title: "peak by first week", digits: 2 },
  peakLongKm: { title: "peak long run, km", digits: 0 },
  longShare: { title: "long run in its week, %", digits: 0 },
  qualityAWeek: { title: "quality days a week", digits: 1 },
  marathonPaceShare: { title: "at marathon pace, %", digits: 0 },
  thresholdShare: { title: "at threshold, %", digits: 0 },
  intervalShare: { title: "at interval pace, %", digits: 0 },
  repetitionShare: { title: "at repetition pace, %", digits: 1 },
  growthOfNewHigh: { title: "a new weekly high over the month, %", digits: 1 },
  weeksBetweenCutbacks: { title: "weeks from cutback to cutback", digits: 0 },
  cutbackDepth: { title: "depth of a cutback, %", digits: 0 },
  threeWeeksOut: { title: "three weeks out, % of peak", digits: 0 },
  twoWeeksOut: { title: "two weeks out, % of peak", digits: 0 },
  oneWeekOut: { title: "one week out, % of peak", digits: 0 },
  raceWeek: { title: "race week, % of peak", digits: 0 },
  taperWeeks: { title: "weeks of taper", digits: 0 },
  peakWeekBeforeRace: { title: "peak week, weeks before the race", digits: 0 },
  lastBigLongRunBeforeRace: { title: "last big long run, weeks before the race", digits: 0 },
} as const satisfies Readonly<Record<FigureName, Figure>>;

export const FIGURE_NAMES: readonly FigureName[] = Object.keys(FIGURES).filter(
  (name): name is FigureName => name in FIGURES,
);

/** A figure of one plan beside what published plans of its kind hold. */
export interface Comparison {
  readonly plan: StandardPlan;
  readonly figure: FigureName;
  readonly value: number;
  readonly norm: Spread;
  readonly isInside: boolean;
}

type Norms = Readonly<Record<FigureName, Spread>>;

/** Percentiles of fewer plans than this say nothing. */
const PLANS_MIN = 4;

/** The volume norms of the tier, or of all plans for the race where too few of the tier were published. */
export function volumeNormsOf(distance: RaceDistance, tier: StandardTier): VolumeNorms {
  const { all, ...tiers } = VOLUME_NORMS[distance];
  const own = tiers[tier];
  return own !== undefined && own.plans >= PLANS_MIN ? own : all;
}

function normsOf(distance: RaceDistance, tier: StandardTier): Norms {
  const taper: TaperNorms = TAPER_NORMS[distance][tier] ?? TAPER_NORMS[distance].all;
  const build: BuildNorms = BUILD_NORMS[distance];
  return { ...volumeNormsOf(distance, tier), ...taper, ...build };
}

export const isStandardTier = (tier: string): tier is StandardTier => ["low", "mid", "high"].includes(tier);

/** All figures of all standard plans. */
export function comparisons(rulebook: Rulebook): readonly Comparison[] {
  const files = goldenFiles();
  return rulebook.standardPlans.flatMap((plan, index) => {
    const made = files[index]?.plan;
    if (made === undefined || !isStandardTier(plan.tier)) return [];
    const measures = measuresOf(made, rulebook);
    const norms = normsOf(plan.distance, plan.tier);
    return FIGURE_NAMES.map((figure) => comparisonOf(plan, figure, measures, norms[figure]));
  });
}

function comparisonOf(plan: StandardPlan, figure: FigureName, measures: Measures, norm: Spread): Comparison {
  const value = Number(measures[figure].toFixed(FIGURES[figure].digits));
  const isInside = Number.isNaN(value) || (value >= norm[0] && value <= norm[2]);
  return { plan, figure, value, norm, isInside };
}
