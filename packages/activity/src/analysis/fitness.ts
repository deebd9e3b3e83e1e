import { addDays, type CalendarDate, daysBetween } from "@strideiq/engine";
import type { FitnessRules } from "../rules/activity-rules.ts";

export interface DayLoad {
  readonly day: CalendarDate;
  readonly load: number;
}

/** One day of the curves. Form is told for the morning: yesterday's fitness less yesterday's fatigue. */
export interface FitnessDay extends DayLoad {
  readonly fitness: number;
  readonly fatigue: number;
  readonly form: number;
  /** The curves have not yet seen enough days to stand on their own. */
  readonly isSettling: boolean;
}

/**
 * Fitness and fatigue from the first load to the last day asked for, every day once. A curve that starts from
 * nothing lies for six weeks, so both start from the mean of the first weeks; until those are over they settle.
 */
export function fitnessOf(
  loads: readonly DayLoad[],
  lastDay: CalendarDate,
  rules: FitnessRules,
): readonly FitnessDay[] {
  const byDay = new Map<CalendarDate, number>();
  for (const { day, load } of loads) byDay.set(day, (byDay.get(day) ?? 0) + load);
  const firstDay = [...byDay.keys()].toSorted()[0];
  if (firstDay === undefined) return [];
  const length = daysBetween(firstDay, lastDay) + 1;
  const days = Array.from({ length: Math.max(0, length) }, (_, index) => addDays(firstDay, index));
  const seedDays = Math.min(rules.seedDays, days.length);
  const seed =
    days.slice(0, seedDays).reduce((sum, day) => sum + (byDay.get(day) ?? 0), 0) / Math.max(1, seedDays);
  let [fitness, fatigue] = [seed, seed];
  return days.map((day, index) => {
    const load = byDay.get(day) ?? 0;
    const form = fitness - fatigue;
    fitness += (load - fitness) / rules.fitnessDays;
    fatigue += (load - fatigue) / rules.fatigueDays;
    return { day, load, fitness, fatigue, form, isSettling: index < rules.seedDays };
  });
}
