import { qualityGapDaysOf } from "../athlete/masters.ts";
import { hoursGivenTo } from "../plan/adjustment.ts";
import type { PlanDay, PlanWeek, Session } from "../plan/plan.ts";
import type { SessionKind } from "../plan/vocabulary.ts";
import { type CalendarDate, epochDay, weekdayOf } from "../units/calendar-date.ts";
import { type ChangeContext, isPast } from "./context.ts";
import { easedSession } from "./reshape.ts";
import { isRace, retargeted } from "./weeks.ts";
import { itemAt } from "../result/item-at.ts";

/** What a week needs when its sessions find new days. */
export interface RespaceTask {
  readonly weeks: readonly PlanWeek[];
  /** Index of the week. */
  readonly index: number;
  /** Sessions that stand where they must, by id. */
  readonly pinned: ReadonlyMap<string, CalendarDate>;
  /** Days that hold nothing hard and no long run, counted since 1970-01-01. */
  readonly gentle: ReadonlySet<number>;
  /** Sessions may be given up, or run easily. */
  readonly mayGiveUp: boolean;
}

/** Ways that are handed on to the laws, the least change first. */
const WAYS_MAX = 40;

/** Choices that are weighed at most: a week where hardly anything is legal has millions of them. */
const STEPS_MAX = 20_000;

/** What a change costs: order of magnitude, so that a moved run is nothing beside a lost long run. */
const COSTS = {
  moved: 1,
  perDay: 0.1,
  movedLong: 3,
  eased: 4,
  beforeLong: 4,
  easy: 3,
  quality: 6,
  long: 12,
} as const;

interface Slot {
  readonly date: CalendarDate;
  readonly day: number;
  readonly isOpen: boolean;
  readonly isGentle: boolean;
}

interface Way {
  readonly cost: number;
  /** The session on each slot. */
  readonly sessions: readonly (Session | null)[];
}

/**
 * The week with its sessions on other days, every arrangement that keeps hard days apart weighed against
 * what it changes; the least change first. Days behind the change keep what they have.
 */
export function respacedWeeks(task: RespaceTask, context: ChangeContext): readonly (readonly PlanWeek[])[] {
  const week = task.weeks[task.index];
  if (week === undefined) return [];
  const slots = week.days.map((day) => slotOf(day, task, context));
  const moving = week.days
    .filter((day) => !isPast(day.date, context))
    .flatMap(({ date, sessions }) =>
      sessions.filter((session) => !isRace(session)).map((session) => ({ session, date })),
    );
  const fixed = week.days.map((day) =>
    isPast(day.date, context) ? day.sessions : day.sessions.filter(isRace),
  );
  const ways = search(moving.toSorted(hardFirst), slots, fixed, task, context);
  return ways.map((way) => {
    const days = week.days.map((day, i) => filled(day, itemAt(fixed, i), way.sessions[i] ?? null));
    return task.weeks.map((other, i) => (i === task.index ? settled(week, days) : other));
  });
}

const filled = (day: PlanDay, fixed: readonly Session[], session: Session | null): PlanDay => {
  const sessions = session === null ? fixed : [...fixed, session];
  const isSame =
    sessions.length === day.sessions.length && sessions.every((one, i) => one === day.sessions[i]);
  return isSame ? day : { ...day, sessions };
};

const settled = (week: PlanWeek, days: readonly PlanDay[]): PlanWeek =>
  days.every((day, i) => day === week.days[i]) ? week : retargeted(week, days);

function slotOf(day: PlanDay, { gentle }: RespaceTask, context: ChangeContext): Slot {
  const number = epochDay(day.date);
  const { plan, closed } = context;
  const isOpen =
    !isPast(day.date, context) &&
    day.date < plan.raceDate &&
    !closed.has(number) &&
    !plan.request.unavailable.includes(weekdayOf(day.date));
  return { date: day.date, day: number, isOpen, isGentle: gentle.has(number) };
}

interface Moving {
  readonly session: Session;
  readonly date: CalendarDate;
}

/** The long run and the hard sessions choose first: most is settled by them. */
const hardFirst = (a: Moving, b: Moving): number => rankOf(b.session) - rankOf(a.session);

const rankOf = (session: Session): number => (session.kind === "long" ? 2 : isHard(session) ? 1 : 0);

const isHard = ({ quality, kind }: Session): boolean => quality || kind === "tune_up_race" || kind === "race";

function search(
  moving: readonly Moving[],
  slots: readonly Slot[],
  fixed: readonly (readonly Session[])[],
  task: RespaceTask,
  context: ChangeContext,
): readonly Way[] {
  let found: Way[] = [];
  let steps = 0;
  const gapDays = gapDaysIn(context);
  const edges = edgesOf(task, gapDays);
  const choices = moving.map((one) => choicesOf(one, slots, task, context));
  const extend = (at: number, cost: number, sessions: readonly (Session | null)[]): void => {
    const worst = found.length < WAYS_MAX ? Infinity : (found.at(-1)?.cost ?? Infinity);
    steps += 1;
    // More sessions only bring more neighbours: what is not legal by now never will be.
    if (cost >= worst || steps > STEPS_MAX || !isLegal(sessions, fixed, edges, gapDays)) return;
    const next = choices[at];
    if (next === undefined) {
      if (!bearsItsLongRun(sessions, fixed, task)) return;
      found = [...found, { cost, sessions }].sort((a, b) => a.cost - b.cost).slice(0, WAYS_MAX);
      return;
    }
    for (const choice of next) {
      if (choice.slot === null) extend(at + 1, cost + choice.cost, sessions);
      else if (sessions[choice.slot] === null) {
        const placed = sessions.map((one, i) => (i === choice.slot ? choice.session : one));
        extend(at + 1, cost + choice.cost + costOfEve(choice, sessions, task), placed);
      }
    }
  };
  extend(
    0,
    0,
    slots.map(() => null),
  );
  return found;
}

interface Choice {
  readonly slot: number | null;
  readonly session: Session;
  readonly cost: number;
}

function choicesOf(
  { session, date }: Moving,
  slots: readonly Slot[],
  task: RespaceTask,
  { plan, rulebook }: ChangeContext,
): readonly Choice[] {
  const { pinned, mayGiveUp } = task;
  const pin = pinned.get(session.id);
  if (pin !== undefined) {
    const slot = slots.findIndex((one) => one.date === pin);
    return slot < 0 ? [] : [{ slot, session, cost: 0 }];
  }
  const ways = mayGiveUp && isHard(session) ? [session, easedSession(session, plan, rulebook)] : [session];
  const crowded = session.kind === "long" ? crowdedDays(date, task, rulebook) : new Set<number>();
  const choices = ways.flatMap((way) =>
    slots.flatMap((slot, i): readonly Choice[] => {
      const isHeavy = isHard(way) || way.kind === "long";
      const suits = slot.isOpen && !(slot.isGentle && isHeavy) && !crowded.has(slot.day);
      return suits ? [{ slot: i, session: way, cost: costOf(session, way, date, slot) }] : [];
    }),
  );
  const lost = session.kind === "long" ? COSTS.long : isHard(session) ? COSTS.quality : COSTS.easy;
  const dropped: Choice = { slot: null, session, cost: lost + session.metres / 20_000 };
  return [...choices, ...(mayGiveUp ? [dropped] : [])].sort((a, b) => a.cost - b.cost);
}

function costOf(session: Session, way: Session, date: CalendarDate, slot: Slot): number {
  const eased = way === session ? 0 : COSTS.eased;
  if (slot.date === date) return eased;
  const long = session.kind === "long" ? COSTS.movedLong : 0;
  return eased + COSTS.moved + long + COSTS.perDay * Math.abs(slot.day - epochDay(date));
}

/** A hard session that is moved stands on the day before the long run only where nothing else is left. */
function costOfEve(
  { session, slot }: Choice,
  sessions: readonly (Session | null)[],
  { weeks, index }: RespaceTask,
): number {
  const days = weeks[index]?.days ?? [];
  const stoodThere = days[slot ?? -1]?.sessions.some(({ id }) => id === session.id) === true;
  const isEve = sessions[(slot ?? -1) + 1]?.kind === "long";
  return isHard(session) && isEve && !stoodThere ? COSTS.beforeLong : 0;
}

/** Days too near the long run of the week before or after for another one, where it did not stand as near already. */
function crowdedDays(
  date: CalendarDate,
  { weeks, index }: RespaceTask,
  { longRun }: ChangeContext["rulebook"],
): ReadonlySet<number> {
  const own = epochDay(date);
  const beside = [weeks[index - 1], weeks[index + 1]]
    .flatMap((week) => week?.days ?? [])
    .filter(({ sessions }) => sessions.some(({ kind }) => kind === "long"));
  const crowded = beside.flatMap((day) => {
    const other = epochDay(day.date);
    const apart = Math.min(longRun.daysBeforeRaceMin, Math.abs(other - own));
    return Array.from({ length: Math.max(0, 2 * apart - 1) }, (_, i) => other - apart + 1 + i);
  });
  return new Set(crowded);
}

/**
 * Law L2: a long run that finds another day needs a second run in its week that is not the one on the day before it.
 * Where there is none it is given up, and what was easy beside it stays.
 */
function bearsItsLongRun(
  sessions: readonly (Session | null)[],
  fixed: readonly (readonly Session[])[],
  { weeks, index, mayGiveUp }: RespaceTask,
): boolean {
  const slot = sessions.findIndex((session) => session?.kind === "long");
  const long = sessions[slot];
  const days = weeks[index]?.days ?? [];
  if (!mayGiveUp || long === null || long === undefined) return true;
  if (days[slot]?.sessions.some(({ id }) => id === long.id) === true) return true;
  return sessions.some(
    (session, i) => i !== slot && i !== slot - 1 && (session !== null || itemAt(fixed, i).length > 0),
  );
}

/** Days before and after the week, those next to it last and first. */
interface Edges {
  readonly before: readonly (readonly Session[])[];
  readonly after: readonly (readonly Session[])[];
}

/** As many days on either side as lie between two hard ones. */
const edgesOf = ({ weeks, index }: RespaceTask, gapDays: number): Edges => ({
  before: (weeks[index - 1]?.days ?? []).slice(1 - gapDays).map(({ sessions }) => sessions),
  after: (weeks[index + 1]?.days ?? []).slice(0, gapDays - 1).map(({ sessions }) => sessions),
});

/** Law H1: days from one hard day to the next, as the plan gives them. */
const gapDaysIn = ({ plan, rulebook }: ChangeContext): number =>
  Math.min(qualityGapDaysOf(plan.request, rulebook.laws), hoursGivenTo(plan.adjustments) / 24);

/** Laws H1 and L7 across the days of a week and its edges: hard days apart, and nothing hard after a long run. */
function isLegal(
  sessions: readonly (Session | null)[],
  fixed: readonly (readonly Session[])[],
  { before, after }: Edges,
  gapDays: number,
): boolean {
  const days = sessions.map((session, i) => [...itemAt(fixed, i), ...(session === null ? [] : [session])]);
  const row = [...before, ...days, ...after];
  const [first, end] = [before.length, before.length + days.length];
  // How far apart the hard days of the weeks beside it are is no matter of this one.
  return row.slice(0, end).every((today, i) => {
    const near = row.slice(Math.max(i + 1, first), i + gapDays);
    if (today.some(isHard) && near.some((day) => day.some(isHard))) return false;
    const next = i + 1 < first ? [] : (row[i + 1] ?? []);
    return !today.some(({ kind }) => kind === "long") || next.every(isGentle);
  });
}

const GENTLE: readonly SessionKind[] = ["easy", "recovery", "strides", "race", "cross_training", "strength"];

const isGentle = (session: Session): boolean =>
  GENTLE.includes(session.kind) && (session.kind === "race" || !session.quality);
