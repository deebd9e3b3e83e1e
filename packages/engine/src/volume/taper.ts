import type { DayFrame, WeekFrame } from "../generate/frame.ts";
import type { Runner } from "../generate/runner.ts";
import type { RaceDistance } from "../plan/vocabulary.ts";
import type { Rulebook, TaperRules } from "../rulebook/rulebook.ts";
import type { BuildWeek } from "./build-weeks.ts";
import { carryOf } from "./carry.ts";
import type { WeekVolume } from "./curve.ts";

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
  const runDays = runDaysOf(frame, daysPerWeek);
  if (frame.longDay < 0) {
    const most = runDays * rulebook.laws.T6.metresMax[runner.tier] * 0.9;
    return { metres: Math.min(others, most), longRunMetres: 0, runDays };
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
  const most = inRaceWeek ? laws.T6.metresMax[runner.tier] : peak.longRunMetres * (laws.L4.peakShare - 0.04);
  const share = taper.longRunShare[frame.weeksToRace] ?? 1;
  const leaning = others / (longRun.secondLongestAim * (runDays - 1));
  const longRunMetres = Math.min(Math.max(peak.longRunMetres * share, leaning), most);
  const metres = Math.min(longRunMetres + others, carryOf(longRunMetres, runDays, runner, rulebook));
  return { metres, longRunMetres, runDays };
}

/** Metres a week that days of this distance to the race would run beside the long run. */
export function otherMetresAt(day: DayFrame, peak: BuildWeek, taper: TaperRules): number {
  const weeksToRace = Math.floor(day.daysToRace / 7);
  const volume = (taper.volumeShare[weeksToRace] ?? 1) * peak.metres;
  const long = weeksToRace === 0 ? 0 : (taper.longRunShare[weeksToRace] ?? 1) * peak.longRunMetres;
  return Math.max(volume - long, 0);
}

/** Race week keeps one run day fewer, the race among them; a race early in the week leaves room for less. */
function runDaysOf(frame: WeekFrame, daysPerWeek: number): number {
  const before = frame.days.filter((day) => day.daysToRace > 0).length;
  if (frame.kind !== "race") return daysPerWeek;
  const wished = (daysPerWeek > 3 ? daysPerWeek - 1 : daysPerWeek) - 1;
  return Math.min(Math.round((wished * before) / 6), before);
}
