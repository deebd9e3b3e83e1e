import type { ChangedWish, MoveWish, PauseWish, RepeatWish, SwapWish } from "../plan/plan-change.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { addDays, type CalendarDate, daysBetween, nextWeekday, weekdayOf } from "../units/calendar-date.ts";
import { type Weekday, WEEKDAYS } from "../units/weekday.ts";
import type { ChangeRequest } from "./change-request.ts";
import { courseWeeks } from "./course-weeks.ts";
import { sessionsOf } from "./weeks.ts";
import { itemAt } from "../result/item-at.ts";

/** Other wishes, the nearest to what was asked for first, and at last to leave the plan as it is. */
export const alternativesTo = (request: ChangeRequest, rules: NeighbourRules): readonly ChangedWish[] =>
  request.wish.kind === "adapt" ? [] : [...besideWish(request, rules), { kind: "adapt" }];

/** What the rules say of how far away a neighbour may lie. */
type NeighbourRules = Pick<Rulebook, "horizon"> & { readonly laws: Pick<Rulebook["laws"], "C2"> };

/** Not all of them can be kept. */
function besideWish(request: ChangeRequest, rules: NeighbourRules): readonly ChangedWish[] {
  const { wish } = request;
  switch (wish.kind) {
    case "move":
      return besideMove(wish, request);
    case "swap":
      return besideSwap(wish, request);
    case "block_days":
      return besideBlock(wish.days);
    case "pause":
      return besidePause(wish, request, rules);
    case "repeat_week":
      return withLaterRace(wish, request);
    case "long_run_day":
      return [...otherWeekdays(wish.weekday, request), ...nextLongRun(wish.weekday, request)];
    case "race_date":
      return tooFar(wish.date, request, rules.horizon) ?? besideRace(wish.date, request);
    case "adapt":
    case "resume":
      return [];
  }
}

/** Days off that an alternative may lie from the day that was wished for. */
const DAYS_AWAY_MAX = 6;

const OFFSETS = Array.from({ length: DAYS_AWAY_MAX }, (_, i) => [i + 1, -i - 1]).flat();

/**
 * The same day in exchange for what stands there, or with the others making room; then days close by. The long run
 * changes places last of all.
 */
function besideMove(wish: MoveWish, request: ChangeRequest): readonly ChangedWish[] {
  const { plan } = request;
  const home = sessionsOf(plan.weeks).find(({ session }) => session.id === wish.session)?.date;
  if (home === undefined) return [];
  const { session, to } = wish;
  const near = [to, home]
    .flatMap((day) => OFFSETS.map((days) => addDays(day, days)))
    .filter((date) => date !== home);
  const isLongRun = longDaysOf(request);
  const isLongDay = (date: CalendarDate): boolean => date !== home && isLongRun(date);
  const swaps = (days: readonly CalendarDate[]): readonly ChangedWish[] =>
    days.map((date): ChangedWish => ({ kind: "swap", days: [home, date] }));
  const room = (days: readonly CalendarDate[]): readonly ChangedWish[] =>
    days.map((date): ChangedWish => ({ kind: "move", session, to: date, respace: true }));
  return [
    ...swaps([to].filter((date) => !isLongDay(date))),
    ...room([to].filter((date) => !isLongDay(date))),
    ...near.flatMap((date): readonly ChangedWish[] => [
      { kind: "move", session, to: date },
      ...swaps([date].filter((one) => !isLongDay(one))),
    ]),
    ...room(near.filter((date) => !isLongDay(date))),
    ...room([to].filter(isLongDay)),
    ...swaps([to, ...near].filter(isLongDay)),
  ];
}

/**
 * The two days with others making room; then each of them in exchange for a day close to the other. A long run that
 * nobody asked about changes places last of all.
 */
function besideSwap({ days: [one, other] }: SwapWish, request: ChangeRequest): readonly ChangedWish[] {
  const near = (fixed: CalendarDate, day: CalendarDate): readonly (readonly [CalendarDate, CalendarDate])[] =>
    OFFSETS.map((days) => addDays(day, days))
      .filter((date) => date !== fixed)
      .map((date) => [fixed, date]);
  const pairs = [...near(one, other), ...near(other, one)];
  const isLongDay = longDaysOf(request);
  const swaps = (withLong: boolean): readonly ChangedWish[] =>
    pairs
      .filter(([, date]) => isLongDay(date) === withLong)
      .map((days): ChangedWish => ({ kind: "swap", days }));
  return [
    { kind: "swap", days: [one, other], respace: true },
    ...swaps(false),
    ...movesFrom(one, other, request),
    ...movesFrom(other, one, request),
    ...swaps(true),
  ];
}

const longDaysOf = ({ plan }: ChangeRequest): ((date: CalendarDate) => boolean) => {
  const days = new Set(
    sessionsOf(plan.weeks)
      .filter(({ session }) => session.kind === "long")
      .map(({ date }) => date),
  );
  return (date) => days.has(date);
};

function movesFrom(from: CalendarDate, to: CalendarDate, request: ChangeRequest): readonly ChangedWish[] {
  const isLongDay = longDaysOf(request);
  const days = [to, ...OFFSETS.map((offset) => addDays(to, offset)).filter((date) => !isLongDay(date))];
  return sessionsOf(request.plan.weeks)
    .filter(({ date }) => date === from)
    .flatMap(({ session }) =>
      days.map((date): ChangedWish => ({ kind: "move", session: session.id, to: date, respace: true })),
    );
}

/**
 * The same break up to the end of a week, the nearest first: what is left of a week that a break ends in may be its
 * long run alone, which no week carries.
 */
function endsOfWeeks(wish: PauseWish, { plan }: ChangeRequest): readonly ChangedWish[] {
  const end = plan.weeks.find(({ days }) => days.some(({ date }) => date === wish.last))?.days.at(-1)?.date;
  if (end === undefined) return [];
  return [end, addDays(end, -7)]
    .filter((last) => last !== wish.last && last >= wish.first && last < plan.raceDate)
    .toSorted((a, b) => Math.abs(daysBetween(a, wish.last)) - Math.abs(daysBetween(b, wish.last)))
    .map((last) => ({ ...wish, last }));
}

/** Later races that come before a shorter break, and are more likely what is wished for. */
const LATER_FIRST = 2;

function besidePause(wish: PauseWish, request: ChangeRequest, rules: NeighbourRules): readonly ChangedWish[] {
  const later = withLaterRace(wish, request);
  return [
    ...endsOfWeeks(wish, request),
    ...later.slice(0, LATER_FIRST),
    ...shorterBreaks(wish, rules),
    ...later.slice(LATER_FIRST),
  ];
}

/** The same break, so much shorter that law C2 asks for an easier way back. */
const shorterBreaks = (wish: PauseWish, { laws: { C2 } }: NeighbourRules): readonly ChangedWish[] =>
  C2.rows
    .toReversed()
    .map(({ daysMin }) => addDays(wish.first, daysMin - 2))
    .filter((last) => last >= wish.first && last < wish.last)
    .map((last) => ({ ...wish, last }));

/** Weeks by which a race is put off at most, and days by which it is moved. */
const WEEKS_LATER_MAX = 12;

/** The same with the race some weeks later, as few as possible. */
const withLaterRace = (wish: PauseWish | RepeatWish, { plan }: ChangeRequest): readonly ChangedWish[] =>
  Array.from({ length: WEEKS_LATER_MAX }, (_, i) => ({
    ...wish,
    raceDate: addDays(wish.raceDate ?? plan.raceDate, 7 * (i + 1)),
  }));

/** The weekdays on either side of the one that was wished for, the nearest first. */
const otherWeekdays = (weekday: Weekday, { plan }: ChangeRequest): readonly ChangedWish[] =>
  [1, -1, 2, -2, 3, -3]
    .map((days) => itemAt(WEEKDAYS, (WEEKDAYS.indexOf(weekday) + days + 7) % 7))
    .filter((day) => day !== plan.request.longRunDay && !plan.request.unavailable.includes(day))
    .map((day) => ({ kind: "long_run_day", weekday: day }));

/** Only the next long run on that weekday, or close to it. */
function nextLongRun(weekday: Weekday, { plan, from }: ChangeRequest): readonly ChangedWish[] {
  const long = sessionsOf(plan.weeks).find(({ session, date }) => session.kind === "long" && date >= from);
  const week = plan.weeks.find((one) => one.days.some(({ date }) => date === long?.date));
  const day = week?.days.find(({ date }) => weekdayOf(date) === weekday)?.date;
  if (long === undefined || day === undefined) return [];
  return [0, ...OFFSETS].map((days): ChangedWish => ({
    kind: "move",
    session: long.session.id,
    to: addDays(day, days),
    respace: true,
  }));
}

/**
 * Races close to the one that was wished for: days around it, whole weeks, and days beside the old race; the nearest
 * week first, in it the weekday that was wished for, then the Sunday, on which most races are run. Of two weeks the one
 * towards the old race. Where a race comes too soon, a sooner one is no way out.
 */
function besideRace(date: CalendarDate, { plan }: ChangeRequest): readonly ChangedWish[] {
  const away = daysBetween(date, plan.raceDate);
  const towards = away > 0 ? 1 : -1;
  const weeks = Array.from({ length: WEEKS_LATER_MAX }, (_, i) => 7 * (i + 1));
  const around = [...OFFSETS.slice(0, 6), ...weeks, ...weeks.map((days) => -days)];
  const besideOld = Array.from({ length: DAYS_AWAY_MAX }, (_, i) => away - towards * (i + 1));
  const rank = (days: number): number =>
    days % 7 === 0 ? 0 : weekdayOf(addDays(date, days)) === "sun" ? 1 : 2;
  const offsets = [...new Set([...around, ...besideOld])].filter((days) => days !== 0 && days !== away);
  return offsets
    .filter((days) => towards < 0 || days > 0)
    .toSorted(
      (a, b) =>
        weeksAway(a) - weeksAway(b) ||
        rank(a) - rank(b) ||
        Math.abs(a) - Math.abs(b) ||
        (Math.abs(a) < 7 ? b - a : a - b),
    )
    .map((days): ChangedWish => ({ kind: "race_date", date: addDays(date, days) }));
}

const weeksAway = (days: number): number => Math.ceil(Math.abs(days) / 7);

/** Weeks by which a race nearer than the furthest one is tried. */
const WEEKS_NEARER_MAX = 4;

/** Of a race beyond the longest plan the last ones within it, on the same weekday; null where it is not so far. */
function tooFar(
  date: CalendarDate,
  { plan, from }: ChangeRequest,
  { weeksMax }: Rulebook["horizon"],
): readonly ChangedWish[] | null {
  const start = nextWeekday(from, plan.request.weekStart);
  const beyond = courseWeeks(start, { ...plan.request, raceDate: date }) - weeksMax;
  if (beyond <= 0) return null;
  return Array.from({ length: WEEKS_NEARER_MAX }, (_, i) => ({
    kind: "race_date",
    date: addDays(date, -7 * (beyond + i)),
  }));
}

/** Fewer of the days, as few as need be given back; those at the ends first. */
function besideBlock(days: readonly CalendarDate[]): readonly ChangedWish[] {
  const sorted = days.toSorted();
  const wishes: ChangedWish[] = [];
  for (let count = sorted.length - 1; count >= 1; count -= 1)
    for (let first = 0; first + count <= sorted.length; first += 1)
      wishes.push({ kind: "block_days", days: sorted.slice(first, first + count) });
  const [first] = sorted;
  const last = sorted.at(-1);
  const isRange = first !== undefined && last !== undefined && daysBetween(first, last) + 1 === sorted.length;
  return isRange ? [{ kind: "pause", first, last }, ...wishes] : wishes;
}
