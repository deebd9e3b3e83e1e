import type { WeekFrame } from "../generate/frame.ts";
import type { Runner } from "../generate/runner.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type GrowthLimit, grownMost } from "./growth.ts";
import { MARGINS } from "./margins.ts";
import { type Choice, climbStairs, type Tread } from "./stairs.ts";
import { longRunUnit } from "./tidy-long.ts";
import type { BuildWeek } from "./week-volume.ts";
import { itemAt } from "../result/item-at.ts";

/** The build weeks of a straight climb: the most that growth, hours and days leave each of them. */
export interface StraightClimb {
  readonly frames: readonly WeekFrame[];
  readonly weeks: readonly BuildWeek[];
  readonly runner: Runner;
  readonly longGrowth: GrowthLimit;
  /** The horizon presses: every step of the straight climb is needed. */
  readonly isPressed: boolean;
  /** The most that a week can hold beside a long run. */
  readonly carriedBy: (longRunMetres: number) => number;
  readonly rulebook: Rulebook;
}

/**
 * Long runs that climb by stairs under a straight climb (law L8), none above it. Null where there are too few
 * weeks for stairs, or none that the laws leave.
 */
export function stairsOf(climb: StraightClimb): readonly number[] | null {
  const { weeks, rulebook, longGrowth, runner } = climb;
  if (weeks.length < 2) return null;
  const peak = Math.max(...weeks.map((week) => week.longRunMetres));
  const sameMetres = rulebook.laws.L8.sameMetres + (runner.estimated ? peak * UNTIDY_SHARE : 0);
  return climbStairs(treadsOf(climb, peak, sameMetres), {
    sameMetres,
    grownMost: (metres) => grownMost(metres, longGrowth),
    costOfGivingWay: (last, next) =>
      shortCost(Math.max(0, 1 - next.weekMetres / last.weekMetres), last.metres, sameMetres),
  });
}

/** Long runs without paces lose up to this share when their easy part is told in whole steps. */
const UNTIDY_SHARE = 0.015;

function treadsOf(climb: StraightClimb, peak: number, sameMetres: number): readonly Tread[] {
  const { frames, weeks, isPressed, rulebook } = climb;
  const { earlyShare, firstShareMax } = rulebook.laws.L8;
  const beforeTaper = frames.filter((frame) => frame.kind === "build" || frame.kind === "cutback");
  const places = beforeTaper.flatMap((frame, i) => (frame.kind === "build" ? [i] : []));
  const firstMost =
    climb.runner.longestMetres === null ? peak * rulebook.longRun.firstShareMax : peak - sameMetres;
  const start = startOf(climb, peak * firstShareMax);
  return weeks.map((week, i) => {
    const place = itemAt(places, i);
    const isEarly = (place + 1) / beforeTaper.length <= earlyShare;
    const left = weeks.length - 1 - i;
    const line = peak - ((peak - start) * left) / (weeks.length - 1);
    const reaching = peak / rulebook.volume.steadyGrowth ** left;
    const upper =
      i < Math.floor(weeks.length / 2) && climb.runner.estimated ? peak * (1 - UNTIDY_SHARE) : peak;
    const choices = choicesOf(climb, week, {
      most: i === 0 ? firstMost : isEarly ? peak - sameMetres : upper,
      aim: isPressed ? week.longRunMetres : Math.min(week.longRunMetres, Math.max(line, reaching)),
      sameMetres,
    });
    return {
      choices:
        i === weeks.length - 1 ? choices.filter(({ metres }) => metres === week.longRunMetres) : choices,
      afterCutback: beforeTaper[place - 1]?.kind === "cutback",
    };
  });
}

/** Stairs begin well below the peak, but do not pull a first week below what law V4 aims at. */
function startOf({ weeks, runner, carriedBy, rulebook }: StraightClimb, wished: number): number {
  const first = itemAt(weeks, 0);
  const least = (runner.weeklyMetres ?? 0) * (rulebook.laws.V4.share.min + MARGINS.resume);
  let start = wished;
  if (first.metres >= least)
    while (start < first.longRunMetres && carriedBy(start) < least) start += runner.longRunUnitMetres / 2;
  return Math.min(start, first.longRunMetres);
}

interface Bounds {
  readonly most: number;
  readonly aim: number;
  readonly sameMetres: number;
}

/** The straight climb's own long run, and whole units below it: those that cost least. */
function choicesOf(
  { runner, carriedBy, rulebook }: StraightClimb,
  week: BuildWeek,
  { most, aim, sameMetres }: Bounds,
): readonly Choice[] {
  const whole = longRunUnit(week.longRunMetres, runner.longRunUnitMetres);
  const half = runner.longRunUnitMetres / 2;
  const least = Math.max(
    Math.min(aim, week.longRunMetres - 2 * sameMetres) - 2 * whole,
    Math.min(week.longRunMetres, leastLongOf(rulebook)),
  );
  const choices: Choice[] = [];
  for (
    let metres = week.longRunMetres;
    metres > 0 && metres >= least;
    metres = (Math.ceil(metres / half - 1e-6) - 1) * half
  ) {
    if (metres > most) continue;
    const off = (metres - aim) / sameMetres;
    const weekMetres = Math.min(carriedBy(metres), week.metres);
    const short = shortCost(1 - weekMetres / week.metres, week.longRunMetres, sameMetres);
    const odd = Math.abs(metres / whole - Math.round(metres / whole)) > 1e-6 ? ODD_COST : 0;
    choices.push({ metres, weekMetres, cost: off * off + short + odd });
  }
  return choices.toSorted((a, b) => a.cost - b.cost).slice(0, CHOICES);
}

/** Law E3: a week that leans on a shorter long run has no room for other runs worth going out for. */
const leastLongOf = ({ laws, longRun }: Rulebook): number =>
  laws.E3.otherRunMetresMin / longRun.secondLongestAim / MARGINS.minutes;

/** Enough for two stairs up and two down around the aim. */
const CHOICES = 7;

/** What a week costs that gives way by this share. */
const shortCost = (share: number, longRunMetres: number, sameMetres: number): number =>
  share * (longRunMetres / sameMetres) * SHORT_COST;

/** What a week that gives way by one stair's distance costs, where a week one stair off its aim costs one. */
const SHORT_COST = 2;

/** What a long run in half units costs, where whole ones are usual. */
const ODD_COST = 0.3;
