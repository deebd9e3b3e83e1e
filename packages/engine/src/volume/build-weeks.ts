import { tierMinimum } from "../generate/entry.ts";
import type { WeekFrame } from "../generate/frame.ts";
import type { Policy } from "../generate/policy.ts";
import type { Runner } from "../generate/runner.ts";
import type { RaceDistance } from "../plan/vocabulary.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { carryOf } from "./carry.ts";
import { firstLongOf, leanOn } from "./first-long.ts";
import { type GrowthLimit, grownMost } from "./growth.ts";
import { stairsOf } from "./long-run-stairs.ts";
import { MARGINS } from "./margins.ts";
import { type RunningShare, runningShareOf } from "./running-share.ts";
import { edgeUnit, tidyLong } from "./tidy-long.ts";
import { twoWeeksMost } from "./two-weeks.ts";
import type { BuildWeek } from "./week-volume.ts";
import { itemAt } from "../result/item-at.ts";

interface Slope {
  readonly frames: readonly WeekFrame[];
  readonly runner: Runner;
  readonly daysPerWeek: number;
  readonly rulebook: Rulebook;
  /** The horizon presses: growth goes beyond the defaults. */
  readonly isPressed: boolean;
  /** ... and nothing is left to spare. */
  readonly isExact: boolean;
  readonly weekGrowth: GrowthLimit;
  /** How weeks grow that no long run needs larger. */
  readonly wishedGrowth: GrowthLimit;
  readonly longGrowth: GrowthLimit;
  readonly startMetres: number;
  readonly peakMetres: number;
  /** Law V7: the most a peak week may be of the first week, as it is run. */
  readonly peakGrowthMax: number;
  readonly firstLongMetres: number;
  readonly peakLongMetres: number;
  readonly longShareMax: number;
  /** Long runs are multiples of this share of their unit where growth is held back. */
  readonly fineness: number | null;
  /** What rounded runs take from the growth of a week. */
  readonly room: number;
  /** How much of a week is run, where growth takes care of it. */
  readonly runningShare: RunningShare | null;
}

/**
 * The build weeks: volume and long run climb together in straight lines, each step held back by what
 * the last weeks allow. Where one presses against the other (a long run needs a week to carry it, a
 * week needs a long run to lean on) both are settled in the same step.
 */
export function buildWeeksOf(
  frames: readonly WeekFrame[],
  runner: Runner,
  daysPerWeek: number,
  distance: RaceDistance,
  policy: Policy,
  rulebook: Rulebook,
): readonly BuildWeek[] {
  const slope = slopeOf(frames, runner, daysPerWeek, distance, policy, rulebook);
  return withStairs(slope, straightClimb(slope));
}

function straightClimb(slope: Slope): readonly BuildWeek[] {
  const { frames, rulebook } = slope;
  const count = frames.filter((frame) => frame.kind === "build").length;
  const weeks: BuildWeek[] = [];
  const longRuns: number[] = [];
  let afterCutback = false;
  for (const frame of frames) {
    if (frame.kind === "cutback") {
      afterCutback = true;
      // A course that goes on may begin with one: its long run is no measure of those to come.
      const last = weeks.at(-1);
      if (last !== undefined) longRuns.push(last.longRunMetres * rulebook.volume.cutbackLongRunShare);
    } else if (frame.kind === "build") {
      const week = nextWeek(slope, weeks, longRuns, count, afterCutback);
      weeks.push(week);
      longRuns.push(week.longRunMetres);
      afterCutback = false;
    }
  }
  return weeks;
}

/** Law L8: long runs climb by stairs; where a week leans on its long run, the week takes the lower stair too. */
function withStairs(slope: Slope, weeks: readonly BuildWeek[]): readonly BuildWeek[] {
  const known = new Map<number, number>();
  const carriedBy = (metres: number): number => {
    const carried =
      known.get(metres) ??
      carryOf(metres, slope.daysPerWeek, slope.runner, slope.rulebook) * MARGINS.tidyCarry;
    known.set(metres, carried);
    return carried;
  };
  const longRuns = stairsOf({ ...slope, weeks, carriedBy });
  if (longRuns === null) return weeks;
  const carried = longRuns.map(carriedBy);
  const settled: BuildWeek[] = [];
  let afterCutback = false;
  for (const frame of slope.frames) {
    if (frame.kind === "cutback") afterCutback = true;
    if (frame.kind !== "build") continue;
    const index = settled.length;
    const most = Math.min(itemAt(weeks, index).metres, ...carried.slice(index));
    const metres =
      index === 0 ? most : Math.min(most, weekMost(slope, settled, afterCutback, slope.weekGrowth));
    settled.push({ metres, longRunMetres: itemAt(longRuns, index) });
    afterCutback = false;
  }
  return settled;
}

function slopeOf(
  frames: readonly WeekFrame[],
  runner: Runner,
  daysPerWeek: number,
  distance: RaceDistance,
  policy: Policy,
  rulebook: Rulebook,
): Slope {
  const { volume, longRun, laws } = rulebook;
  const hard = policy.growth !== "aim";
  const exact = policy.growth === "exact";
  // Whoever began with walks grows in small steps, unless the horizon presses.
  const gentle = runner.runWalk === null || hard ? null : rulebook.builder;
  const longShareMax = longShareOf(daysPerWeek, rulebook);
  const needed = Math.min(tierMinimum(distance, runner.tier, rulebook), runner.longRunPeakMetres);
  const published = laws.E4.peakMetres[distance];
  const wishedPeak = Math.max(
    runner.peakMetres * policy.peakShare,
    published.min * MARGINS.atLeast,
    (needed / longShareMax) * 1.01,
  );
  const startMetres = startOf(runner, policy.growth, rulebook);
  const peakGrowthMax = hard && policy.growth !== "long" ? volume.peakGrowthHard : volume.peakGrowthMax;
  const weekGrowth = weekGrowthOf(policy.growth, runner, rulebook);
  return {
    frames,
    runner,
    daysPerWeek,
    rulebook,
    isPressed: hard,
    isExact: exact,
    weekGrowth,
    wishedGrowth: policy.growth === "long" ? weekGrowthOf("aim", runner, rulebook) : weekGrowth,
    longGrowth: {
      share: exact ? longRun.growthExact : hard ? longRun.growthHard : longRun.growthAim,
      stepMetres: gentle?.longStepMetres ?? longRun.smallStepMetres,
      stepBelowMetres: longRun.smallMetres,
    },
    startMetres,
    peakMetres: Math.max(startMetres, Math.min(wishedPeak, startMetres * peakGrowthMax)),
    peakGrowthMax,
    firstLongMetres: firstLongOf(
      runner,
      startMetres,
      hard ? stepsOf(frames) : 0,
      exact,
      daysPerWeek,
      rulebook,
    ),
    peakLongMetres: runner.longRunPeakMetres,
    longShareMax,
    fineness: exact ? 0.1 : hard ? (runner.estimated ? 0.2 : 0.25) : null,
    room: policy.isCareful ? MARGINS.careful : 1,
    runningShare:
      policy.isCareful && hard ? runningShareOf(stepsOf(frames) + 1, daysPerWeek, runner, rulebook) : null,
  };
}

function weekGrowthOf(growth: Policy["growth"], { runWalk }: Runner, rulebook: Rulebook): GrowthLimit {
  const { volume, builder, laws } = rulebook;
  const shares = {
    aim: volume.growthAim,
    long: volume.growthHard,
    hard: volume.growthHard,
    exact: volume.growthExact,
  };
  const isGentle = runWalk !== null && growth === "aim";
  return {
    share: shares[growth],
    stepMetres: isGentle ? builder.weekStepMetres : volume.growthStepMetres * MARGINS.step,
    stepBelowMetres: laws.V2.smallMetres,
    ...(growth === "aim" && !isGentle ? { stepShareMax: volume.growthStepShare } : {}),
  };
}

/** A hard horizon starts at the upper edge that law V4 allows; otherwise where the runner stands. */
function startOf(runner: Runner, growth: Policy["growth"], rulebook: Rulebook): number {
  const { share, smallMetres, smallStepMetres } = rulebook.laws.V4;
  if (growth === "aim" || growth === "long" || runner.weeklyMetres === null || runner.runWalk !== null)
    return runner.startMetres;
  const most =
    runner.weeklyMetres < smallMetres
      ? runner.weeklyMetres + smallStepMetres
      : runner.weeklyMetres * share.max;
  const margin = growth === "exact" ? MARGINS.edge : MARGINS.carry;
  return Math.min(Math.max(runner.startMetres, most * margin), runner.peakMetres);
}

export const longShareOf = (runDays: number, { longRun }: Rulebook): number =>
  longRun.shareOfWeekMax.findLast((row) => runDays >= row.daysMin)?.share ?? 0.5;

const stepsOf = (frames: readonly WeekFrame[]): number =>
  frames.filter((frame) => frame.kind === "build").length - 1;

/** How many of the last long runs lie within the 30 days of law L3. */
const LONG_RUNS_IN_WINDOW = 4;

function nextWeek(
  slope: Slope,
  weeks: readonly BuildWeek[],
  longRuns: readonly number[],
  count: number,
  afterCutback: boolean,
): BuildWeek {
  const { runner, rulebook, daysPerWeek } = slope;
  const index = weeks.length;
  const even = count <= 1 ? 1 : index / (count - 1);
  const progress = runner.runWalk === null ? even : earlier(even, rulebook);
  const last = weeks.at(-1);
  const metresMax = weekMost(slope, weeks, afterCutback, slope.weekGrowth);
  const left = Math.max(0, count - 1 - index);
  const wished = Math.min(
    climbing(slope.startMetres, slope.peakMetres, progress, left, rulebook),
    weekMost(slope, weeks, afterCutback, slope.wishedGrowth),
  );
  const longMax = Math.min(longMost(slope, longRuns), slope.peakLongMetres);
  const wishedLong = climbing(slope.firstLongMetres, slope.peakLongMetres, progress, left, rulebook);
  const { othersAim, secondLongestAim } = rulebook.longRun;
  const othersShare = runner.runWalk === null ? othersAim : secondLongestAim;
  const leaning = leanOn(wished, daysPerWeek, othersShare);
  const long = Math.min(Math.max(wishedLong, leaning, last?.longRunMetres ?? 0), longMax);
  const carried = Math.min(wished, carryOf(long, daysPerWeek, runner, rulebook) * MARGINS.carry);
  const lifted = Math.min(Math.max(carried, long / slope.longShareMax), metresMax);
  const metres = Math.max(lifted, last?.metres ?? 0);
  const beside = besideOthers(metres, daysPerWeek, rulebook);
  return {
    metres,
    longRunMetres: tidyLong(
      Math.min(long, metres * slope.longShareMax, Math.max(beside, last?.longRunMetres ?? beside)),
      longMax,
      runner,
      slope.fineness ?? (wishedLong >= longMax * 0.9999 ? edgeUnit(runner, longMax) : undefined),
    ),
  };
}

/** Law E3: what real other runs leave of a week. */
const besideOthers = (metres: number, daysPerWeek: number, { laws }: Rulebook): number =>
  metres - ((daysPerWeek - 1) * laws.E3.otherRunMetresMin) / MARGINS.minutes;

/** Weeks with walks climb early: the smallest have no room for stairs below their long run (laws L8 and E3). */
const earlier = (progress: number, { builder }: Rulebook): number =>
  Math.min(1, progress / builder.climbShare);

/** A steady climb, but never so late that the steps left could not reach the top any more. */
const climbing = (
  from: number,
  to: number,
  progress: number,
  stepsLeft: number,
  { volume }: Rulebook,
): number => Math.max(from + (to - from) * progress, to / volume.steadyGrowth ** stepsLeft);

function weekMost(
  slope: Slope,
  weeks: readonly BuildWeek[],
  afterCutback: boolean,
  growth: GrowthLimit,
): number {
  const [first] = weeks;
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return slope.startMetres;
  const { V6 } = slope.rulebook.laws;
  const grown = grownMost(last.metres, growth) * lessWalks(slope, last, weeks.length);
  // Runs with walks come out in whole minutes.
  const rounding = slope.runner.runWalk === null ? 1 : MARGINS.carry;
  const resumed = last.metres * (V6.share.max - MARGINS.resume) * rounding;
  const afterRest = afterCutback ? Math.min(grown, resumed) : grown;
  const top = Math.min(slope.peakMetres, first.metres * slope.peakGrowthMax);
  const margin = slope.isExact ? MARGINS.carry : MARGINS.minutes;
  const inTwoWeeks = twoWeeksMost(weeks, afterCutback, slope.runner, slope.rulebook) * margin;
  const most = Math.min(afterRest * slope.room, inTwoWeeks);
  return Math.min(Math.max(last.metres, most), Math.max(top, last.metres));
}

/** Running grows against running: what was walked last and is run now is growth as well. */
const lessWalks = ({ runningShare }: Slope, last: BuildWeek, index: number): number =>
  runningShare === null ? 1 : Math.min(1, runningShare(last, index - 1) / runningShare(last, index));

function longMost(slope: Slope, longRuns: readonly number[]): number {
  if (longRuns.length === 0) return slope.firstLongMetres;
  const recent = Math.max(...longRuns.slice(-LONG_RUNS_IN_WINDOW));
  return grownMost(recent, slope.longGrowth);
}
