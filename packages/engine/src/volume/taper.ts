import type { DayFrame, WeekFrame } from "../generate/frame.ts";
import type { Runner } from "../generate/runner.ts";
import type { RaceDistance } from "../plan/vocabulary.ts";
import type { Rulebook, TaperRules } from "../rulebook/rulebook.ts";
import { carryOf } from "./carry.ts";
import { tidyLong } from "./tidy-long.ts";
import type { BuildWeek, WeekVolume } from "./week-volume.ts";
import { MARGINS } from "./margins.ts";
import { itemAt } from "../result/item-at.ts";

/**
 * A week of the taper or of the race. Every day is reckoned by its own distance to the race, so that a
 * race on a Wednesday tapers like one on a Sunday, whatever the calendar week holds.
 */
export function taperWeekOf(
  frame: WeekFrame,
  peak: BuildWeek,
  runner: Runner,
  daysPerWeek: number,
  distance: RaceDistance,
  rulebook: Rulebook,
): WeekVolume {
  const taper = rulebook.races[distance].taper;
  const others = frame.days
    .filter((day, i) => i !== frame.longDay && day.daysToRace > 0)
    .reduce((sum, day) => sum + otherMetresAt(day, peak, taper) / 6, 0);
  const runDays = runDaysOf(frame, daysPerWeek, runner);
  if (frame.longDay < 0) {
    const most = runDays * rulebook.laws.T6.metresMax[runner.tier] * MARGINS.carry;
    const left = others - spentBefore(frame, peak, runner, distance, rulebook);
    return {
      metres: Math.min(Math.max(left, others * rulebook.longRun.raceWeekLeastShare), most),
      longRunMetres: 0,
      runDays,
    };
  }
  return withLongRun(frame, others, peak, runner, runDays, distance, rulebook);
}

function withLongRun(
  frame: WeekFrame,
  others: number,
  peak: BuildWeek,
  runner: Runner,
  runDays: number,
  distance: RaceDistance,
  rulebook: Rulebook,
): WeekVolume {
  const { taper } = rulebook.races[distance];
  const { laws, longRun } = rulebook;
  const inRaceWeek = frame.weeksToRace === 0;
  const most = inRaceWeek
    ? raceWeekLong(peak, runner, distance, rulebook)
    : peak.longRunMetres * laws.L4.peakShare * MARGINS.minutes;
  const share = taper.longRunShare[frame.weeksToRace] ?? 1;
  const held = Math.min(others, roomOf(frame, peak, runner, runDays, distance, rulebook));
  const leaning = held / (longRun.secondLongestAim * (runDays - 1));
  const longRunMetres = tidyLong(Math.max(peak.longRunMetres * share, leaning), most, runner);
  const metres = Math.min(longRunMetres + held, carryOf(longRunMetres, runDays, runner, rulebook));
  return { metres, longRunMetres, runDays };
}

/** What the days beside the long run hold in the taper, on the best of them. */
function roomOf(
  frame: WeekFrame,
  peak: BuildWeek,
  runner: Runner,
  runDays: number,
  distance: RaceDistance,
  rulebook: Rulebook,
): number {
  return frame.days
    .filter((day, i) => i !== frame.longDay && day.daysToRace > 0 && runner.available.includes(day.weekday))
    .map((day) =>
      Math.min(taperRoom(day, peak, runDays, distance, rulebook), nearRaceRoom(day, runner, rulebook)),
    )
    .sort((a, b) => b - a)
    .slice(0, runDays - 1)
    .reduce((sum, room) => sum + room, 0);
}

/**
 * A day's even share of what its distance to the race leaves, with room for an uneven week. The last
 * seven days hold no long run beside it, so that every run day shares in them.
 */
export function taperRoom(
  day: DayFrame,
  peak: BuildWeek,
  runDays: number,
  distance: RaceDistance,
  { races, days }: Rulebook,
): number {
  const sharing = day.daysToRace < 7 ? runDays : runDays - 1;
  return (otherMetresAt(day, peak, races[distance].taper) / Math.max(1, sharing)) * days.taperUnevenness;
}

/** Laws S2 and T6: the longest run so near the race. */
export function nearRaceRoom(day: DayFrame, { tier }: Runner, { laws }: Rulebook): number {
  if (day.daysToRace <= 1) return laws.S2.metresAim[tier];
  return day.daysToRace <= 6 ? laws.T6.metresMax[tier] : Number.POSITIVE_INFINITY;
}

/** A long run in the last seven days, when the race falls before its weekday: a part of what race week may hold. */
function raceWeekLong(peak: BuildWeek, runner: Runner, distance: RaceDistance, rulebook: Rulebook): number {
  const week = itemAt(rulebook.races[distance].taper.volumeShare, 0) * peak.metres;
  return Math.min(rulebook.laws.T6.metresMax[runner.tier], week * rulebook.longRun.raceWeekShareMax);
}

/** What such a long run takes from the days that follow it. */
function spentBefore(
  frame: WeekFrame,
  peak: BuildWeek,
  runner: Runner,
  distance: RaceDistance,
  rulebook: Rulebook,
): number {
  const daysBefore = frame.days.filter((day) => day.daysToRace > 0).length;
  const longIsLate = frame.days.some((day) => day.weekday === runner.longRunDay && day.daysToRace < 0);
  const longDaysToRace = frame.days.findIndex((day) => day.weekday === runner.longRunDay);
  const late = longIsLate && 7 - longDaysToRace + daysBefore >= rulebook.longRun.daysBeforeRaceMin;
  if (!late) return 0;
  const share = (itemAt(rulebook.races[distance].taper.volumeShare, 0) * peak.metres) / 6;
  return Math.max(0, raceWeekLong(peak, runner, distance, rulebook) - share);
}

/** Metres a week that days of this distance to the race would run beside the long run. */
export function otherMetresAt(day: DayFrame, peak: BuildWeek, taper: TaperRules): number {
  const weeksToRace = Math.floor(day.daysToRace / 7);
  const volume = (taper.volumeShare[weeksToRace] ?? 1) * peak.metres;
  const long = weeksToRace === 0 ? 0 : (taper.longRunShare[weeksToRace] ?? 1) * peak.longRunMetres;
  return Math.max(volume - long, 0);
}

/** Race week keeps one run day fewer, the race among them; a race early in the week leaves room for less. */
function runDaysOf(frame: WeekFrame, daysPerWeek: number, runner: Runner): number {
  const before = frame.days.filter((day) => day.daysToRace > 0).length;
  const free = frame.days.filter(
    (day) => day.daysToRace > 0 && runner.available.includes(day.weekday),
  ).length;
  if (frame.kind !== "race") return daysPerWeek;
  const wished = (daysPerWeek > 3 ? daysPerWeek - 1 : daysPerWeek) - 1;
  return Math.min(Math.round((wished * before) / 6), free);
}
