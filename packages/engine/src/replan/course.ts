import type { PlanRequest } from "../athlete/request.ts";
import { firstMetresOf } from "../checks/peak-against-first-week.ts";
import type { Course } from "../generate/course.ts";
import type { DayFrame, WeekFrame } from "../generate/frame.ts";
import { type Runner, runnerOf } from "../generate/runner.ts";
import type { WeekTail } from "../microcycle/week-context.ts";
import type { PlanFacts, WeekFacts } from "../plan/measured-plan.ts";
import { NOTHING_OFFERED, offeredWith } from "../plan/offered.ts";
import type { Phase, WeekKind } from "../plan/vocabulary.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { epochDay as dayNumber } from "../units/calendar-date.ts";
import type { Summit } from "./sooner-race.ts";
import { longShareOf } from "../volume/build-weeks.ts";
import type { WeekVolume } from "../volume/week-volume.ts";

/** Where a plan that is built anew goes on from. */
export interface Standing {
  readonly course: Course;
  readonly runner: Runner;
  readonly request: PlanRequest;
}

/** What a new course asks for beside what was run. */
export interface CourseWish {
  readonly request: PlanRequest;
  /** Weeks to race day, race week included. */
  readonly weeks: number;
  /** Phases before this one are over. */
  readonly phaseFrom: Phase;
  /** All phases begin again: a break has taken what the ones behind had built. */
  readonly isNewBase: boolean;
  /** The first week at most, where a break sets it; null goes on from the last build week. */
  readonly startMetres: number | null;
  /** Whether the first long run is a stair above the last one, or one below where that was the top. */
  readonly stair: Stair;
  /** What it may lead up to at most; null where the plan's own peak is the only bound. */
  readonly summit: Summit | null;
  /** The longest run that the plan had ahead before: law L8 measured its first steps by that. */
  readonly plannedLongMetres: number;
}

export type Stair = "up" | "down";

/** Days that a long run is remembered for: law L3 looks back as far. */
const RECENT_DAYS = 30;

/**
 * The runner as they stand after some weeks of a plan: starting from the last build week that was run,
 * aiming at the peak that the plan aimed at.
 * @param behind facts of the plan up to the course
 */
export function standingOf(behind: PlanFacts, wish: CourseWish, rulebook: Rulebook): Standing {
  const { request, weeks } = wish;
  const first = runnerOf(behind.plan.request, behind.weeks.length + weeks, rulebook);
  const usualWeek = usualMetres(behind) ?? first.startMetres;
  const metres = wish.startMetres ?? Math.min(usualWeek * rulebook.volume.goOnGrowth, first.peakMetres);
  const longest = nextLongMetres(longestLately(behind) ?? first.longestMetres, first, wish, rulebook);
  const now: PlanRequest = {
    ...request,
    weeklyMetres: Math.round(metres),
    longestMetres: longest === null ? null : Math.round(longest),
    history: null,
    tier: behind.plan.tier,
    daysPerWeek: behind.plan.daysPerWeek,
    weeks: null,
  };
  const usual = runnerOf(now, weeks, rulebook);
  const peakMost = peakMetresMost(behind, rulebook);
  const longMost = peakMost * longShareOf(behind.plan.daysPerWeek, rulebook) * SURELY_LESS;
  const runner: Runner = {
    ...usual,
    unchosen: null,
    finishOnly: first.finishOnly,
    baseWeeksMin: 0,
    startMetres: metres,
    peakMetres: Math.max(Math.min(first.peakMetres, peakMost, wish.summit?.metres ?? Infinity), metres),
    longRunPeakMetres: Math.min(
      wish.startMetres === null
        ? Math.max(first.longRunPeakMetres, wish.plannedLongMetres)
        : first.longRunPeakMetres,
      usual.dayMetresMax[usual.longRunDay],
      longMost,
      wish.summit?.longRunMetres ?? Infinity,
    ),
  };
  return { runner, request: now, course: courseOf(behind, wish, metres, rulebook) };
}

/** Law V7: a plan whose first weeks were lost begins with the first one that was run, and aims at less. */
function peakMetresMost(behind: PlanFacts, { laws: { V7 } }: Rulebook): number {
  const first = firstMetresOf(behind);
  return first === 0 ? Infinity : first * V7.ratioMax * SURELY_LESS;
}

/** Arithmetic, not training: whole runs make a week a little more than its target. */
const SURELY_LESS = 0.97;

/** Law L8: the long run that the stairs go on with. After a break it begins from what was run. */
function nextLongMetres(
  longest: number | null,
  { longRunPeakMetres }: Runner,
  { startMetres, stair }: CourseWish,
  { laws: { L3, L8 } }: Rulebook,
): number | null {
  if (longest === null || startMetres !== null) return longest;
  const step = L8.sameMetres * SURELY_OTHER;
  if (stair === "down") return Math.min(longest, longRunPeakMetres) - step;
  return Math.min(longest + step, longest * L3.flagGrowth, Math.max(longest, longRunPeakMetres));
}

/**
 * Arithmetic, not training: law L8 says how far two long runs differ at least, and a run is rounded after this.
 * A tenth more than the least is still no less than it once the run stands in its unit.
 */
const SURELY_OTHER = 1.1;

/** Build weeks that say what the runner is used to; one that was cut short among them says little. */
const RECENT_BUILD_WEEKS = 3;

function usualMetres({ weeks, knownWeeklyMetres }: PlanFacts): number | null {
  const build = weeks.filter(({ source }) => source.kind === "build").slice(-RECENT_BUILD_WEEKS);
  const known = build.length < RECENT_BUILD_WEEKS ? (knownWeeklyMetres ?? 0) : 0;
  const most = Math.max(known, ...build.map(({ metres }) => metres));
  return most > 0 ? most : null;
}

function longestLately({ runs, days }: PlanFacts): number | null {
  const last = days.at(-1)?.epochDay ?? 0;
  const lately = runs.filter((run) => run.epochDay > last - RECENT_DAYS).map((run) => run.metres);
  return lately.length === 0 ? null : Math.max(...lately);
}

function courseOf(
  behind: PlanFacts,
  { request, phaseFrom, isNewBase }: CourseWish,
  startMetres: number,
  { longRun }: Rulebook,
): Course {
  const before = behind.weeks.filter((week) => LAID_OUT.includes(week.source.kind));
  const build = behind.weeks.filter((week) => week.source.kind === "build");
  const peakOf = (metres: (week: WeekFacts) => number): number => Math.max(0, ...build.map(metres));
  return {
    frames: before.map((week) => frameOf(week, request)),
    volumes: before.map(volumeOf),
    behind: { weeks: isNewBase ? 0 : behind.weeks.length, phaseFrom, streak: streakOf(behind.weeks) },
    tail: tailOf(behind.weeks.at(-1)),
    offered: offeredWith(
      NOTHING_OFFERED,
      behind.plannedDays.flatMap((day) => day.runs).flatMap(({ options }) => options),
    ),
    peak: {
      metres: Math.max(
        startMetres,
        peakOf((week) => week.metres),
      ),
      longRunMetres: Math.max(
        startMetres * longRun.assumedShareOfWeek,
        peakOf((week) => week.longRun?.metres ?? 0),
      ),
    },
  };
}

const streakOf = (weeks: readonly WeekFacts[]): number =>
  weeks.length - 1 - weeks.findLastIndex(({ source }) => source.kind !== "build");

/** Kinds of week that the generator lays out itself: blocks of training are counted over these. */
const LAID_OUT: readonly WeekKind[] = ["build", "cutback"];

function frameOf({ source, days, longRun }: WeekFacts, { raceDate }: PlanRequest): WeekFrame {
  const frames = days.map(({ date, weekday, epochDay }): DayFrame => ({
    date,
    weekday,
    daysToRace: dayNumber(raceDate) - epochDay,
  }));
  const longDay = days.findIndex((day) => day.epochDay === longRun?.epochDay);
  const weeksToRace = Math.floor((frames[longDay]?.daysToRace ?? 0) / 7);
  return { week: source.week, phase: source.phase, kind: source.kind, days: frames, longDay, weeksToRace };
}

const volumeOf = ({ metres, longRun, runDays }: WeekFacts): WeekVolume => ({
  metres,
  longRunMetres: longRun?.metres ?? 0,
  runDays,
});

/** What the last week before the course leaves: days the runner is used to, and days to rest. */
function tailOf(week: WeekFacts | undefined): WeekTail {
  if (week === undefined) return { placement: null, easyDays: 0, sinceQuality: Infinity };
  const mask = (isIn: (index: number) => boolean): number =>
    week.days.reduce((bits, _, i) => bits | (isIn(i) ? 1 << i : 0), 0);
  const runMask = mask((i) => (week.days[i]?.runs.length ?? 0) > 0);
  const qualityMask = mask((i) => week.days[i]?.quality === true);
  const lastHard = week.days.findLastIndex((day) => day.quality);
  const isLongLast = week.days.at(-1)?.runs.some((run) => run.kind === "long") === true;
  const isHardLast = week.days.at(-1)?.quality === true;
  return {
    placement: runMask === 0 ? null : { runMask, qualityMask },
    easyDays: isLongLast && isHardLast ? 2 : isLongLast || isHardLast ? 1 : 0,
    sinceQuality: lastHard < 0 ? Infinity : 7 - lastHard,
  };
}
