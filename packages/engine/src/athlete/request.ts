import type { RaceDistance, Units, VolumeTier } from "../plan/vocabulary.ts";
import type { CalendarDate } from "../units/calendar-date.ts";
import type { Weekday } from "../units/weekday.ts";

/** The whole wish of an athlete, in metres and seconds, with the athlete's own today. */
export interface PlanRequest {
  readonly distance: RaceDistance;
  readonly raceDate: CalendarDate;
  /** Today where the athlete lives; the engine has no clock. */
  readonly today: CalendarDate;
  readonly weekStart: Weekday;
  /** IANA name. It decided `today`, and is kept for the next one. */
  readonly timeZone: string;
  readonly units: Units;
  readonly daysPerWeek: number;
  readonly unavailable: readonly Weekday[];
  readonly longRunDay: Weekday;
  /** The longest session, in seconds, that a weekday has room for. */
  readonly dayLimits: Readonly<Partial<Record<Weekday, number>>>;
  /** Mean weekly distance of the last four weeks; null when unknown. */
  readonly weeklyMetres: number | null;
  /** Longest run of the last 30 days; null when unknown, 0 when there was none. */
  readonly longestMetres: number | null;
  readonly result: RaceResult | null;
  readonly age: number | null;
  readonly history: TrainingHistory | null;
  /** The athlete's own choice of tier, or that of a standard plan; null lets the engine classify. */
  readonly tier: VolumeTier | null;
  /** Length of a standard plan; null plans from the next week start. */
  readonly weeks: number | null;
  /** Walking and easy running only, until the athlete takes up more: asked for, whatever the reason. */
  readonly easyOnly?: true;
}

/** A race actually run. `metres` is exact, so that any distance may serve. */
export interface RaceResult {
  readonly metres: number;
  readonly seconds: number;
}

/** Completed weeks before the plan, oldest first. */
export interface TrainingHistory {
  readonly weeks: readonly HistoryWeek[];
}

export interface HistoryWeek {
  readonly metres: number;
  readonly longestMetres: number;
  readonly runs: number;
}
