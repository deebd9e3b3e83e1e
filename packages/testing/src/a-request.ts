import type { PlanRequest } from "@strideiq/engine";
import { onDate } from "./a-plan.ts";

/** The wish of the README: a marathon 21 weeks away, 55 km a week on five days, a half in 1:38:20. */
export const aRequest = (wish: Partial<PlanRequest> = {}): PlanRequest => ({
  distance: "marathon",
  raceDate: onDate("2027-04-18"),
  today: onDate("2026-11-23"),
  weekStart: "mon",
  timeZone: "Europe/Berlin",
  units: "km",
  daysPerWeek: 5,
  unavailable: [],
  longRunDay: "sun",
  dayLimits: {},
  weeklyMetres: 55_000,
  longestMetres: 18_000,
  result: { metres: 21_097.5, seconds: 5900 },
  age: null,
  history: null,
  tier: null,
  weeks: null,
  ...wish,
});
