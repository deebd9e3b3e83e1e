import type { PlanRequest } from "../athlete/request.ts";
import { type Phase, PHASES, type RaceDistance, type WeekKind } from "../plan/vocabulary.ts";
import { placeCutbacks, type StreakRules } from "../periodization/cutbacks.ts";
import { fitMesocycles, withShorterBase } from "../periodization/mesocycles.ts";
import type { RaceRules, Rulebook } from "../rulebook/rulebook.ts";
import { addDays, type CalendarDate, daysBetween, nextWeekday } from "../units/calendar-date.ts";
import { type Weekday, weekdaysFrom } from "../units/weekday.ts";
import type { Policy } from "./policy.ts";
import type { Runner } from "./runner.ts";
import { NOTHING_BEHIND, type WeeksBehind } from "./weeks-behind.ts";
import { itemAt } from "../result/item-at.ts";

/** One calendar week of the plan before anything runs in it. */
export interface WeekFrame {
  /** 1-based. */
  readonly week: number;
  readonly phase: Phase;
  readonly kind: WeekKind;
  readonly days: readonly DayFrame[];
  /** Index of the day that holds the long run; -1 in race week. */
  readonly longDay: number;
  /** Weeks to race of the long run's day: 0 is race week. Build weeks have the value of their long run too. */
  readonly weeksToRace: number;
}

export interface DayFrame {
  readonly date: CalendarDate;
  readonly weekday: Weekday;
  /** 0 on race day, negative after it. */
  readonly daysToRace: number;
}

/** First day and number of calendar weeks from the first planned week to the race week. */
export interface Horizon {
  readonly firstDay: CalendarDate;
  readonly weeks: number;
  /** Weeks there would have been time for, when more than a plan may have. */
  readonly weeksAvailable: number;
}

export function horizonOf(request: PlanRequest, rulebook: Rulebook): Horizon {
  const raceWeekStart = addDays(nextWeekday(addDays(request.raceDate, 1), request.weekStart), -7);
  const earliest = nextWeekday(request.today, request.weekStart);
  const weeksAvailable = Math.floor(daysBetween(earliest, raceWeekStart) / 7) + 1;
  const weeks = Math.min(
    request.weeks ?? rulebook.horizon.weeksMax,
    rulebook.horizon.weeksMax,
    weeksAvailable,
  );
  return { firstDay: addDays(raceWeekStart, -7 * (weeks - 1)), weeks, weeksAvailable };
}

/** The days of a horizon with their long runs, the same under every policy. */
export interface RaceCalendar {
  readonly horizon: Horizon;
  /** Seven days for every week. */
  readonly grids: readonly (readonly DayFrame[])[];
  readonly longDays: readonly number[];
  readonly weeksToRace: readonly number[];
}

/** Days from the first day of the first week to the race. */
export const daysLeft = (weeks: readonly Pick<WeekFrame, "days">[]): number =>
  itemAt(itemAt(weeks, 0).days, 0).daysToRace;

export function raceCalendarOf(
  request: PlanRequest,
  runner: Runner,
  horizon: Horizon,
  rulebook: Rulebook,
): RaceCalendar {
  const grids = Array.from({ length: horizon.weeks }, (_, i) => dayGrid(request, horizon, i));
  const longDays = longRunDays(grids, runner, rulebook.longRun.daysBeforeRaceMin);
  const weeksToRace = grids.map((days, i) => {
    const long = days[itemAt(longDays, i)];
    return long === undefined ? 0 : Math.floor(long.daysToRace / 7);
  });
  return { horizon, grids, longDays, weeksToRace };
}

/**
 * Lays out phases, kinds of week and long-run days, backwards from the race. When growth is pressed a horizon too
 * short to need a cutback may do without one, and masters rest as often as anybody.
 */
export function layOutWeeks(
  { horizon, grids, longDays, weeksToRace }: RaceCalendar,
  distance: RaceDistance,
  runner: Runner,
  { taperWeeks, growth, baseFewer }: Policy,
  rulebook: Rulebook,
  behind: WeeksBehind = NOTHING_BEHIND,
): readonly WeekFrame[] {
  const race = rulebook.races[distance];
  const inRaceWeek = (day: DayFrame): boolean => day.daysToRace < 7;
  const firstTaper = weeksToRace.findIndex(
    (k, i) =>
      k < taperWeeks ||
      i === horizon.weeks - 1 ||
      itemAt(grids, i).filter(inRaceWeek).length > RACE_WEEK_DAYS_MAX,
  );
  const isPressed = growth === "hard" || growth === "exact";
  const restless = isPressed && horizon.weeks < rulebook.laws.V5.requiredFromWeeks;
  const streak: StreakRules = {
    ...runner.streak,
    aim: isPressed ? rulebook.volume.streakAim : runner.streak.aim,
    max: restless ? firstTaper : runner.streak.max,
  };
  const { phases, cutbacks } = phasesOf(
    { weeksBeforeTaper: firstTaper, weeks: horizon.weeks, baseFewer },
    streak,
    runner,
    race,
    rulebook,
    behind,
  );
  return grids.map((days, i) => ({
    week: i + 1,
    phase: phases[i] ?? "taper",
    kind: kindOf(i, firstTaper, horizon.weeks, cutbacks),
    days,
    longDay: itemAt(longDays, i),
    weeksToRace: itemAt(weeksToRace, i),
  }));
}

/** A week with more of the last seven days than this is a taper week, wherever its long run stands. */
const RACE_WEEK_DAYS_MAX = 3;

interface Span {
  readonly weeksBeforeTaper: number;
  readonly weeks: number;
  readonly baseFewer: number;
}

function phasesOf(
  { weeksBeforeTaper, weeks, baseFewer }: Span,
  streak: StreakRules,
  runner: Runner,
  race: RaceRules,
  rulebook: Rulebook,
  behind: WeeksBehind,
): { readonly phases: readonly Phase[]; readonly cutbacks: readonly number[] } {
  const shapes = race.mesocycles.map((shape) =>
    shape.phase === "base" ? { ...shape, weeksMin: Math.max(shape.weeksMin, runner.baseWeeksAim) } : shape,
  );
  const mesocycles = withShorterBase(
    fitMesocycles(
      behind.weeks + weeksBeforeTaper,
      weeks - weeksBeforeTaper,
      shapes,
      rulebook.periodization.givesWay,
    ),
    baseFewer,
    runner.baseWeeksMin,
  );
  const phases = mesocycles
    .flatMap((m) => Array<Phase>(m.weeks).fill(m.phase))
    .slice(behind.weeks)
    .map((phase) => (PHASES.indexOf(phase) < PHASES.indexOf(behind.phaseFrom) ? behind.phaseFrom : phase));
  const ends = phases.flatMap((phase, i) => (phase === phases[i + 1] ? [] : [i + 1]));
  const required = weeks >= rulebook.laws.V5.requiredFromWeeks;
  return { phases, cutbacks: cutbacksAfter(behind.streak, weeksBeforeTaper, streak, ends, required) };
}

/** Cutbacks go on from the build weeks behind; where these were too many already, they begin anew. */
function cutbacksAfter(
  behind: number,
  weeksBeforeTaper: number,
  streak: StreakRules,
  ends: readonly number[],
  required: boolean,
): readonly number[] {
  const lastEnds = ends.map((week) => week + behind);
  const joined = placeCutbacks(behind + weeksBeforeTaper, streak, lastEnds, required);
  const ahead = joined.map((week) => week - behind);
  return ahead.every((week) => week >= 1) ? ahead : placeCutbacks(weeksBeforeTaper, streak, ends, required);
}

function kindOf(index: number, firstTaper: number, weeks: number, cutbacks: readonly number[]): WeekKind {
  if (index === weeks - 1) return "race";
  if (index >= firstTaper) return "taper";
  return cutbacks.includes(index + 1) ? "cutback" : "build";
}

function dayGrid(request: PlanRequest, horizon: Horizon, index: number): readonly DayFrame[] {
  const firstDay = addDays(horizon.firstDay, index * 7);
  const daysToRace = daysBetween(firstDay, request.raceDate);
  return weekdaysFrom(request.weekStart).map((weekday, day) => ({
    date: addDays(firstDay, day),
    weekday,
    daysToRace: daysToRace - day,
  }));
}

/**
 * The long run keeps its weekday. Only in the last days before a race early in the week does it move
 * forward, into the same seven days to the race: one long run in each of them, never two.
 */
function longRunDays(
  grids: readonly (readonly DayFrame[])[],
  runner: Runner,
  daysMin: number,
): readonly number[] {
  let previous = Number.POSITIVE_INFINITY;
  return grids.map((days, i) => {
    if (i === grids.length - 1) return -1;
    const usual = days.findIndex((day) => day.weekday === runner.longRunDay);
    const chosen =
      (days[usual]?.daysToRace ?? 0) >= daysMin ? usual : earlierLongDay(days, runner, previous, daysMin);
    previous = days[chosen]?.daysToRace ?? previous;
    return chosen;
  });
}

function earlierLongDay(
  days: readonly DayFrame[],
  runner: Runner,
  previousDaysToRace: number,
  daysMin: number,
): number {
  const candidates = days
    .map((day, index) => ({ ...day, index }))
    .filter((day) => runner.available.includes(day.weekday))
    .filter((day) => day.daysToRace >= daysMin && previousDaysToRace - day.daysToRace >= 2)
    .filter((day) => Math.floor(day.daysToRace / 7) < Math.floor(previousDaysToRace / 7));
  return candidates.at(-1)?.index ?? -1;
}
