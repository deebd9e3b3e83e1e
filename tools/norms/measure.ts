import {
  factsOf,
  type Plan,
  type PlanFacts,
  type Rulebook,
  type WeekFacts,
  type Zone,
} from "@strideiq/engine";
import type { BuildNorms, TaperNorms, VolumeNorms } from "./norms.ts";

/** One plan by the measures that were taken of published ones. */
export type Measures = Readonly<
  Record<Exclude<keyof VolumeNorms, "plans"> | keyof TaperNorms | keyof BuildNorms, number>
>;

export type FigureName = keyof Measures;

/** Shares in per cent, distances in kilometres without the race. Nothing to measure is NaN. */
export function measuresOf(plan: Plan, rulebook: Rulebook): Measures {
  const facts = factsOf(plan, rulebook);
  return { ...volumeMeasures(facts), ...taperMeasures(facts), ...buildMeasures(facts) };
}

const isBuild = ({ source }: WeekFacts): boolean => source.kind === "build";

function volumeMeasures(facts: PlanFacts): Pick<Measures, Exclude<keyof VolumeNorms, "plans">> {
  const build = facts.weeks.filter(isBuild);
  const peak = Math.max(...build.map(({ metres }) => metres));
  const start = facts.weeks[0]?.metres ?? Number.NaN;
  return {
    runDays: median(build.map(({ runDays }) => runDays)),
    startKm: start / 1000,
    peakKm: peak / 1000,
    peakOverStart: peak / start,
    peakLongKm: (facts.peakLongRun?.metres ?? Number.NaN) / 1000,
    longShare: median(build.map(({ longRun, metres }) => ((longRun?.metres ?? 0) / metres) * 100)),
    qualityAWeek: median(build.map(({ qualityDays }) => qualityDays)),
    marathonPaceShare: zoneShare(facts, ["marathon"]),
    thresholdShare: zoneShare(facts, ["half_marathon", "threshold"]),
    intervalShare: zoneShare(facts, ["ten_k", "interval"]),
    repetitionShare: zoneShare(facts, ["repetition"]),
  };
}

function zoneShare({ runs }: PlanFacts, zones: readonly Zone[]): number {
  const training = runs.filter(({ isGoalRace }) => !isGoalRace);
  const inZones = sum(training.map(({ doses }) => sum(zones.map((zone) => doses.metres[zone]))));
  return (inZones / sum(training.map(({ metres }) => metres))) * 100;
}

/** A week or a long run of the peak, as law T1 and law L4 have it. */
const NEARLY_PEAK = 0.9;

function taperMeasures({ raceWeeks, longRuns, peakLongRun }: PlanFacts): Pick<Measures, keyof TaperNorms> {
  const peak = Math.max(...raceWeeks.map(({ metres }) => metres));
  const share = (index: number): number => ((raceWeeks[index]?.metres ?? Number.NaN) / peak) * 100;
  const lastLong = longRuns.findLast(({ metres }) => metres >= (peakLongRun?.metres ?? 0) * NEARLY_PEAK);
  return {
    threeWeeksOut: share(3),
    twoWeeksOut: share(2),
    oneWeekOut: share(1),
    raceWeek: share(0),
    taperWeeks: raceWeeks.findIndex(({ metres }) => metres >= peak * NEARLY_PEAK),
    peakWeekBeforeRace: raceWeeks.findIndex(({ metres }) => metres === peak),
    lastBigLongRunBeforeRace: Math.floor((lastLong?.daysToRace ?? Number.NaN) / 7),
  };
}

function buildMeasures({ weeks }: PlanFacts): Pick<Measures, keyof BuildNorms> {
  const highestBefore = (index: number): number =>
    Math.max(...weeks.slice(Math.max(0, index - 4), index).map(({ metres }) => metres));
  const ofMax = weeks.map((week, index) => ({ week, index, share: week.metres / highestBefore(index) }));
  const growths = ofMax.filter(({ week, index, share }) => index > 0 && isBuild(week) && share > 1);
  const cutbacks = ofMax.filter(({ week }) => week.source.kind === "cutback");
  return {
    growthOfNewHigh: median(growths.map(({ share }) => (share - 1) * 100)),
    weeksBetweenCutbacks: median(
      cutbacks.map(({ index }, position) => index - (cutbacks[position - 1]?.index ?? -1)),
    ),
    cutbackDepth: median(cutbacks.map(({ share }) => (1 - share) * 100)),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return sum(middle) / middle.length;
}
