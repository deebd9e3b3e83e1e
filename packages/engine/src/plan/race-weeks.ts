import type { DayFacts, RaceWeekFacts } from "./measured-plan.ts";

/** Dates further out than this are no part of any plan; a document from outside may hold one. */
const WEEKS_MAX = 60;

/** Race-aligned weeks, race week first. Days after the race belong to none. */
export function raceWeeksOf(days: readonly DayFacts[]): readonly RaceWeekFacts[] {
  const byIndex: DayFacts[][] = [];
  for (const day of days) {
    const index = Math.floor(day.daysToRace / 7);
    if (index < 0 || index > WEEKS_MAX) continue;
    for (let next = byIndex.length; next <= index; next += 1) byIndex.push([]);
    byIndex[index]?.push(day);
  }
  return byIndex.map(raceWeekOf);
}

function raceWeekOf(days: readonly DayFacts[], index: number): RaceWeekFacts {
  let [metres, metresLeast, metresMost, runDays] = [0, 0, 0, 0];
  for (const day of days) {
    for (const run of day.runs) {
      if (run.isGoalRace) continue;
      metres += run.metres;
      metresLeast += run.metresLeast;
      metresMost += run.metresMost;
    }
    if (day.runs.length > 0) runDays += 1;
  }
  const weekNumbers = [...new Set(days.map((day) => day.week))];
  return { index, days, metres, metresLeast, metresMost, runDays, complete: days.length === 7, weekNumbers };
}

/**
 * How many weeks the taper has, race week included: those after the last week of at least
 * `peakShare` of the highest.
 */
export function taperWeeksOf(weeks: readonly RaceWeekFacts[], peakShare: number): number {
  const peak = Math.max(0, ...weeks.map((week) => week.metres));
  const last = weeks.findIndex((week) => week.metres >= peakShare * peak);
  return Math.max(0, last);
}
