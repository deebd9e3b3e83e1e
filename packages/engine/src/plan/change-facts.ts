import { addDays, type CalendarDate, epochDay, nextWeekday } from "../units/calendar-date.ts";
import type {
  Break,
  ChangeFacts,
  DayFacts,
  LawRules,
  PlanFacts,
  PlanUnderLaw,
  RaceWeekFacts,
  RunFacts,
  Suspension,
  WeekFacts,
} from "./measured-plan.ts";
import { differentFromOf, lostFromOf, repeatedFromOf } from "./lost-training.ts";
import { weeksAsRun } from "./as-run.ts";
import type { PlanDay, PlanWeek } from "./plan.ts";
import { isRunKind } from "./quality.ts";
import type { ChangedWish, PlanChange } from "./plan-change.ts";

/** Reads the changes of a plan whose weeks stand as they were run; null where there are none. */
export function changeFactsOf(
  plan: PlanUnderLaw,
  asRun: readonly PlanWeek[],
  rules: LawRules,
  before: PlanFacts | null,
): ChangeFacts | null {
  const { changes = [] } = plan;
  const { laws } = rules;
  const last = changes.at(-1);
  if (last === undefined) return null;
  const from = epochDay(last.from);
  const days = asRun.flatMap((week) => week.days);
  const closed = closedDaysOf(changes);
  const missed = missedDaysOf(plan.weeks, days);
  const otherwise = otherwiseDaysOf(plan.weeks, days);
  const arranged = new Set(changes.flatMap(arrangedDays));
  const disturbed = new Set([...closed, ...missed, ...otherwise, ...arranged]);
  const lost = { days, closed, missed, daysMin: laws.C2.rows[0]?.daysMin ?? Infinity };
  const breaks = breaksOf(lost, from);
  const everyBreak = breaksOf(lost, -Infinity);
  const baseDays = laws.C2.rows.find((row) => row.newBase)?.daysMin ?? Infinity;
  const courseBreakDays = laws.C2.rows.find((row) => row.weekShare !== null)?.daysMin ?? Infinity;
  const told = breaksOf(lost, epochDay(changes[0]?.from ?? last.from));
  const courseStarts = courseStartsOf(plan, told, courseBreakDays);
  return {
    changes,
    last,
    from,
    closed,
    missed,
    otherwise,
    arranged,
    disturbed: [...disturbed],
    breaks,
    everyBreak,
    longBreaks: everyBreak.filter((one) => one.days >= baseDays),
    lostFrom: lostFromOf({ plan, changes, asRun, closed, missed }, rules),
    repeatedFrom: repeatedFromOf(changes),
    differentFrom: differentFromOf({ plan, asRun }),
    isRaceChosen: movesRace(last.wish) && !breaks.some((one) => one.days >= courseBreakDays),
    courseStarts,
    courseFrom: courseStarts.length === 0 ? null : Math.max(...courseStarts),
    returning: returningWeeks(plan.weeks, disturbed),
    isSuspended: isSuspended(changes),
    suspensions: suspensionsOf(changes),
    before,
  };
}

/** Whether a day was closed for running, or missed. */
export const isLostDay = (
  change: ChangeFacts | null,
  { epochDay: day }: Pick<DayFacts, "epochDay">,
): boolean => change !== null && (change.closed.has(day) || change.missed.has(day));

/** Runs that can still be chosen: all of them, or those from the last change on. */
export const comingRuns = ({ runs, change }: PlanFacts): readonly RunFacts[] =>
  change === null ? runs : runs.filter((run) => run.epochDay >= change.from);

/** Whether seven days before the race belong to a break or to the way back from it. */
export const isCutShort = ({ days, weekNumbers }: RaceWeekFacts, { change, weeks }: PlanFacts): boolean =>
  days.some((day) => isLostDay(change, day)) ||
  weeks.some((week) => isReturnWeek(week, change) && weekNumbers.includes(week.number));

/** A week of return, by more than its name: something was lost before it. */
export const isReturnWeek = (
  { number, source }: Pick<WeekFacts, "number" | "source">,
  change: ChangeFacts | null,
): boolean => source.kind === "return" && change?.returning.has(number) === true;

/** A return begins in the week of what was lost or in the next, and goes on week after week. */
function returningWeeks(weeks: readonly PlanWeek[], disturbed: ReadonlySet<number>): ReadonlySet<number> {
  const returning = new Set<number>();
  const isDisturbed = (week: PlanWeek | undefined): boolean =>
    week?.days.some(({ date }) => disturbed.has(epochDay(date))) === true;
  weeks.forEach((week, index) => {
    const before = weeks[index - 1];
    const goesOn = before !== undefined && returning.has(before.week);
    if (week.kind === "return" && (goesOn || isDisturbed(week) || isDisturbed(before)))
      returning.add(week.week);
  });
  return returning;
}

/** Days that changes have closed for running. */
export const closedDaysOf = (changes: readonly PlanChange[]): ReadonlySet<number> =>
  new Set(changes.flatMap(({ wish }) => closedBy(wish)));

/** Whether one of them has closed a day for running. */
export const isClosedOn = (date: CalendarDate, changes: readonly PlanChange[]): boolean =>
  closedDaysOf(changes).has(epochDay(date));

/** Days that a wish closes for running. */
export function closedBy(wish: ChangedWish): readonly number[] {
  if (wish.kind === "block_days") return wish.days.map(epochDay);
  if (wish.kind !== "pause") return [];
  const first = epochDay(wish.first);
  return Array.from({ length: Math.max(0, epochDay(wish.last) - first + 1) }, (_, i) => first + i);
}

function arrangedDays({ wish, movedFrom }: PlanChange): readonly number[] {
  if (wish.kind === "swap") return wish.days.map(epochDay);
  if (wish.kind !== "move") return [];
  return [epochDay(wish.to), ...(movedFrom === null ? [] : [epochDay(movedFrom)])];
}

/** Quality stays suspended from a mark of pain or illness on, until a change says resume. */
export const isSuspended = (changes: readonly PlanChange[]): boolean =>
  suspensionsOf(changes).some(({ end }) => end === Infinity);

function suspensionsOf(changes: readonly PlanChange[]): readonly Suspension[] {
  const spans: Suspension[] = [];
  for (const { done, from, wish } of changes) {
    const open = spans.at(-1)?.end === Infinity ? spans.pop() : undefined;
    const isMarked = (done?.health ?? null) !== null;
    const first = open?.first ?? epochDay(from);
    if (open !== undefined || isMarked)
      spans.push({ first, end: wish.kind === "resume" ? epochDay(from) : Infinity });
  }
  return spans;
}

/** Whether quality was suspended on one of the seven days before the race, or is. */
export const isSuspendedIn = ({ days }: Pick<RaceWeekFacts, "days">, change: ChangeFacts | null): boolean =>
  change?.suspensions.some(({ first, end }) =>
    days.some(({ epochDay: day }) => day >= first && day < end),
  ) === true;

const otherwiseDaysOf = (weeks: readonly PlanWeek[], asRun: readonly PlanDay[]): ReadonlySet<number> =>
  new Set(
    weeks.flatMap((week) => week.days).flatMap((day, i) => (day === asRun[i] ? [] : [epochDay(day.date)])),
  );

/** Days that were to be run on and were not. */
function missedDaysOf(weeks: readonly PlanWeek[], asRun: readonly PlanDay[]): ReadonlySet<number> {
  const missed = weeks
    .flatMap((week) => week.days)
    .filter(({ sessions }, i) => sessions.length > 0 && asRun[i]?.sessions.length === 0);
  return new Set(missed.map(({ date }) => epochDay(date)));
}

/** Breaks that the last change meets or brings, without measuring the plan: its weeks may be a draft. */
export function breaksIn(
  plan: Pick<PlanUnderLaw, "weeks" | "changes" | "paces">,
  { C2 }: Pick<LawRules["laws"], "C2">,
): readonly Break[] {
  const { weeks, changes = [] } = plan;
  const last = changes.at(-1);
  if (last === undefined) return [];
  const days = weeksAsRun(plan).flatMap((week) => week.days);
  const missed = missedDaysOf(weeks, days);
  const daysMin = C2.rows[0]?.daysMin ?? Infinity;
  return breaksOf({ days, closed: closedDaysOf(changes), missed, daysMin }, epochDay(last.from));
}

/** What breaks are read from. */
interface Lost {
  readonly days: readonly PlanDay[];
  readonly closed: ReadonlySet<number>;
  readonly missed: ReadonlySet<number>;
  /** Fewer lost days than these are none to law C2, however much rest lies around them. */
  readonly daysMin: number;
}

/** @param from breaks that a run has ended before this day are left out */
function breaksOf({ days, closed, missed, daysMin }: Lost, from: number): readonly Break[] {
  const breaks: Break[] = [];
  let lost: number[] = [];
  let lastRun: number | null = null;
  for (const { date, sessions } of days) {
    const day = epochDay(date);
    const [first] = lost;
    const last = lost.at(-1);
    if (closed.has(day) || missed.has(day)) lost.push(day);
    else if (sessions.some(({ kind }) => isRunKind(kind))) {
      if (first !== undefined && last !== undefined && day >= from) {
        const span = last - first + 1;
        const resting = day - 1 - (lastRun ?? first - 1);
        const lostDays = span < daysMin ? span : resting;
        breaks.push({ first, last, days: lostDays, back: Math.max(last + 1, from), firstRun: day });
      }
      lost = [];
      lastRun = day;
    }
  }
  return breaks;
}

/** Where the race moved, or a break was long enough, one course ends and another begins. */
function courseStartsOf(
  { request, changes = [] }: PlanUnderLaw,
  breaks: readonly Break[],
  breakDays: number,
): readonly number[] {
  const weekAfter = (date: CalendarDate): number => epochDay(nextWeekday(date, request.weekStart));
  const starts = changes.flatMap(({ wish, from }) => {
    const paused = wish.kind === "pause" && closedBy(wish).length >= breakDays;
    if (paused) return [weekAfter(addDays(wish.last, 1))];
    return movesRace(wish) || wish.kind === "resume" ? [weekAfter(from)] : [];
  });
  // A way back begins with the change that told of the break, however many have followed.
  const dateOf = (day: number): CalendarDate => addDays(request.today, day - epochDay(request.today));
  const backFrom = (last: number): CalendarDate =>
    changes.find(({ from }) => epochDay(from) > last)?.from ?? dateOf(last + 1);
  const afterBreaks = breaks
    .filter(({ days }) => days >= breakDays)
    .map(({ last }) => weekAfter(backFrom(last)));
  return [...starts, ...afterBreaks];
}

const movesRace = (wish: ChangedWish): boolean => wish.kind === "race_date" || "raceDate" in wish;
