import type { PlanRequest } from "../athlete/request.ts";
import { type RaceCalendar, raceCalendarOf, type WeekFrame } from "../generate/frame.ts";
import type { WeekProgram } from "../generate/program.ts";
import { planWeek } from "../microcycle/plan-week.ts";
import type { WeekTail } from "../microcycle/week-context.ts";
import { factsOf } from "../plan/facts.ts";
import type { PlanDay, PlanWeek } from "../plan/plan.ts";
import type { ReturnRow } from "../rulebook/change-limits.ts";
import { type CalendarDate, daysBetween, epochDay } from "../units/calendar-date.ts";
import { weeksBefore } from "../checks/weekly-high.ts";
import { climbsBack, nextBuildMost } from "./climb-back.ts";
import type { ChangeContext } from "./context.ts";
import { standingOf, type Standing } from "./course.ts";
import { NEW_ID } from "./ids.ts";
import type { Gap } from "./gap.ts";
import { isAlone, withoutLongRun } from "./lone-long-run.ts";
import { phaseAfter } from "./race-date.ts";
import { pacingOf } from "./reshape.ts";
import { isRace, metresOf, sessionsOf } from "./weeks.ts";
import { itemAt } from "../result/item-at.ts";

/** The plan up to the end of the return, and what the first week after it may hold. */
export interface Return {
  readonly weeks: readonly PlanWeek[];
  readonly nextMetres: number;
}

/**
 * The plan up to a break and the weeks back from it: easy running by shares of the last completed week, on
 * the days that the runner knows. The shortest way back first that a build week can follow; none where there is no
 * week to measure by, or the taper has begun.
 * @param weeks the plan with nothing left on the days of the break
 */
export function* returnWeeks(
  gap: Gap,
  row: ReturnRow,
  weeks: readonly PlanWeek[],
  request: PlanRequest,
  context: ChangeContext,
): Iterable<Return> {
  const { plan, change, rulebook } = context;
  const before = factsOf({ ...plan, weeks, changes: [...(plan.changes ?? []), change] }, rulebook);
  const last = before.weeks.findLast(
    (week) => week.metres > 0 && week.days.every((day) => day.epochDay < epochDay(gap.first)),
  );
  const lastMetres = last?.metres ?? before.knownWeeklyMetres ?? plan.weeks[0]?.targetMetres;
  if (lastMetres === undefined || lastMetres === 0) return;
  const longMetres = last?.longRun?.metres ?? lastMetres * rulebook.longRun.assumedShareOfWeek;
  const index = weeks.findIndex((week) => week.days.some((day) => day.date === gap.back));
  const kept = labelled(weeks.slice(0, index), context);
  const firstDay = itemAt(itemAt(weeks, index).days, 0).date;
  const count = row.rebuildShares.length + (firstDay === gap.back ? 0 : 1);
  const wished = [...row.rebuildShares.slice(0, 1), ...row.rebuildShares].slice(-count);
  const climbs = [...climbsBack(wished, returnsBefore(firstDay, request, context), rulebook)];
  const most = itemAt(climbs, climbs.length - 1);
  if (most.length === 0) return;
  const standing = standingFor(kept, most.length, request, lastMetres, context);
  const calendar = calendarOf(firstDay, request, standing, context);
  const old = weeks.slice(index);
  const task = { gap, row, old, kept, last: { lastMetres, longMetres }, standing, calendar };
  for (const shares of climbs) {
    const built = sizedReturn(task, shares, context);
    if (built === null) continue;
    const grown = lastMetres * Math.min(SURELY_LESS, Math.max(...shares) * rulebook.volume.growthHard);
    const next = nextBuildMost([...kept, ...built], weeksBefore(before, kept.length < 3 ? 3 : 0), rulebook);
    if (next !== null || shares === most)
      yield { weeks: [...kept, ...built], nextMetres: Math.min(grown, next ?? grown) };
  }
}

/** Arithmetic, not training: whole runs make a week a little more than its target. */
const SURELY_LESS = 0.97;

/** What the weeks of a return are built from. */
interface ReturnTask {
  readonly gap: Gap;
  readonly row: ReturnRow;
  /** The weeks in their place, nothing left on the days of the break. */
  readonly old: readonly PlanWeek[];
  readonly kept: readonly PlanWeek[];
  readonly last: Last;
  readonly standing: Standing;
  readonly calendar: RaceCalendar;
}

/** How often the weeks of a return are sized anew: whole runs seldom need more than one correction. */
const SIZINGS_MAX = 4;

/** What rounding can take from a week or add to it; more than that is no matter of size. */
const SIZED = { least: 0.8, most: 1.25 } as const;

/**
 * Law C2 counts seven days from the first day back, wherever the calendar cuts them: weeks whose runs come out
 * too short or too long in these are built again, by as much larger or smaller.
 */
function sizedReturn(
  task: ReturnTask,
  shares: readonly number[],
  context: ChangeContext,
): readonly PlanWeek[] | null {
  const { weekShare } = task.row;
  const aim = itemAt(shares, 0) * task.last.lastMetres;
  let factor = 1;
  let best: readonly PlanWeek[] | null = null;
  for (let again = 0; again < SIZINGS_MAX; again += 1) {
    const built = builtReturn(
      task,
      shares.map((share) => Math.min(share * factor, Math.max(1, share))),
      context,
    );
    if (built === null) break;
    best = built;
    const metres = metresBack(built, task.gap);
    const share = metres / task.last.lastMetres;
    if (weekShare === null || metres === 0 || (share >= weekShare.min && share <= weekShare.max)) break;
    factor = Math.min(SIZED.most, Math.max(SIZED.least, (factor * aim) / metres));
  }
  return best;
}

/** Metres of seven days from the first run back. */
function metresBack(weeks: readonly PlanWeek[], { back }: Gap): number {
  const days = weeks.flatMap((week) => week.days).filter(({ date }) => date >= back);
  const first = days.findIndex(({ sessions }) => sessions.length > 0);
  return first < 0 ? 0 : metresOf(days.slice(first, first + 7));
}

function builtReturn(
  { gap, row, old, kept, last, standing, calendar }: ReturnTask,
  shares: readonly number[],
  context: ChangeContext,
): readonly PlanWeek[] | null {
  const built: PlanWeek[] = [];
  let tail: WeekTail = standing.course.tail;
  for (const [i, share] of shares.entries()) {
    const frame = frameAt(calendar, i, kept, built, row.newBase ? gap.back : null);
    const week = weekAt(frame, share, last, tail, standing, context);
    if (week === null) return null;
    built.push(withoutLoneLong(withPast(week.week, old[i], gap, context), context));
    tail = week.tail;
  }
  return built;
}

/** Law L5: what is left of the week of the first day back may be its long run alone. */
const withoutLoneLong = (week: PlanWeek, context: ChangeContext): PlanWeek =>
  isAlone([week], week.week) ? itemAt(withoutLongRun([week], week.week, context), 0) : week;

/** Weeks of the break that lost most of their running are weeks of return too. */
function labelled(weeks: readonly PlanWeek[], { plan }: ChangeContext): readonly PlanWeek[] {
  return weeks.map((week, i) =>
    (week.kind === "build" || week.kind === "cutback") &&
    metresOf(week.days) < metresOf(itemAt(plan.weeks, i).days) * 0.9
      ? { ...week, kind: "return" }
      : week,
  );
}

function standingFor(
  kept: readonly PlanWeek[],
  weeks: number,
  request: PlanRequest,
  startMetres: number,
  { plan, change, rulebook }: ChangeContext,
): Standing {
  const behind = factsOf({ ...plan, weeks: kept, changes: [...(plan.changes ?? []), change] }, rulebook);
  return standingOf(
    behind,
    {
      request,
      weeks,
      phaseFrom: phaseAfter(kept),
      startMetres,
      isNewBase: false,
      stair: "up",
      summit: null,
      plannedLongMetres: 0,
    },
    rulebook,
  );
}

/** Weeks of return that there is time for: as many as do not reach into the last weeks before the race. */
const returnsBefore = (firstDay: CalendarDate, request: PlanRequest, { rulebook }: ChangeContext): number =>
  Math.max(0, weeksLeft(firstDay, request) - rulebook.races[request.distance].taper.weeksMin - 1);

const weeksLeft = (firstDay: CalendarDate, { raceDate }: PlanRequest): number =>
  Math.floor(daysBetween(firstDay, raceDate) / 7) + 1;

/** The days of the return. */
function calendarOf(
  firstDay: CalendarDate,
  request: PlanRequest,
  { runner }: Standing,
  { rulebook }: ChangeContext,
): RaceCalendar {
  const weeks = weeksLeft(firstDay, request);
  return raceCalendarOf(request, runner, { firstDay, weeks, weeksAvailable: weeks }, rulebook);
}

function frameAt(
  { grids, longDays, weeksToRace }: RaceCalendar,
  index: number,
  kept: readonly PlanWeek[],
  built: readonly PlanWeek[],
  baseFrom: CalendarDate | null,
): WeekFrame {
  const days = itemAt(grids, index);
  return {
    week: kept.length + built.length + 1,
    phase: baseFrom !== null && itemAt(days, 0).date >= baseFrom ? "base" : phaseAfter(kept),
    kind: "return",
    days,
    longDay: itemAt(longDays, index),
    weeksToRace: itemAt(weeksToRace, index),
  };
}

const EASY: WeekProgram = {
  quality: [],
  longRun: { kind: "easy", progress: 0, blockMetres: null },
  touches: [],
};

interface Last {
  readonly lastMetres: number;
  readonly longMetres: number;
}

function weekAt(
  frame: WeekFrame,
  share: number,
  { lastMetres, longMetres }: Last,
  before: WeekTail,
  { runner, request, course }: Standing,
  { plan, rulebook }: ChangeContext,
): { readonly week: PlanWeek; readonly tail: WeekTail } | null {
  const unit = runner.longRunUnitMetres / 2;
  const long = Math.max(unit, Math.floor((longMetres * share) / unit) * unit);
  const planned = planWeek({
    frame,
    volume: { metres: lastMetres * share, longRunMetres: long, runDays: plan.daysPerWeek },
    program: EASY,
    quality: [],
    runner,
    pacing: pacingOf(plan, rulebook),
    distance: request.distance,
    rulebook,
    peak: { metres: lastMetres, longRunMetres: longMetres },
    before,
    offered: course.offered,
    nextHardDay: null,
  });
  if (planned === null) return null;
  const days = frame.days.map(({ date }, day): PlanDay => ({
    date,
    sessions: planned.sessions
      .filter((placed) => placed.day === day)
      .map(({ session }) => ({ id: NEW_ID, ...session })),
  }));
  const { week, phase, kind } = frame;
  const targetMetres = Math.round(metresOf(days) / 100) * 100;
  return { week: { week, phase, kind, targetMetres, days }, tail: planned.tail };
}

/** Days before the return keep what they had; ids stay with runs of the same kind on the same day. */
function withPast(
  week: PlanWeek,
  old: PlanWeek | undefined,
  { back }: Gap,
  { plan }: ChangeContext,
): PlanWeek {
  const theirs = sessionsOf(plan.weeks);
  const taken = new Set<string>();
  const days = week.days.map((day, i) => {
    if (day.date < back) return old?.days[i] ?? { ...day, sessions: [] };
    const sessions = day.sessions.map((session) => {
      const same = theirs.find(
        (one) =>
          one.date === day.date &&
          one.session.kind === session.kind &&
          one.session.metres >= session.metres &&
          !isRace(one.session),
      );
      if (same === undefined || taken.has(same.session.id)) return session;
      taken.add(same.session.id);
      return { ...session, id: same.session.id };
    });
    return { ...day, sessions };
  });
  return { ...week, days, targetMetres: Math.round(metresOf(days) / 100) * 100 };
}
