import {
  addDays,
  type CalendarDate,
  parseCalendarDate,
  type Phase,
  type Plan,
  type PlanWeek,
  type Session,
  type SingleStep,
  type TrainingPaces,
  type Zone,
} from "@strideiq/engine";

/** For tests of the page only: small values of the engine's types, made by hand. */

export function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed.ok) throw new Error(`Not a day: ${text}`);
  return parsed.value;
}

export const minutes = (zone: Zone, count: number, effort?: string): SingleStep => ({
  zone,
  by: "time",
  seconds: count * 60,
  metres: count * 200,
  ...(effort === undefined ? {} : { effort }),
});

export const kilometres = (zone: Zone, count: number): SingleStep => ({
  zone,
  by: "distance",
  seconds: count * 300,
  metres: count * 1000,
});

export const session = (over: Partial<Session> & Pick<Session, "kind" | "steps">): Session => ({
  id: "s-1",
  title: "Run",
  quality: false,
  metres: 10_000,
  seconds: 3000,
  chosen: "a",
  ...over,
});

export const PACES: TrainingPaces = {
  recovery: { fast: 345, slow: 361 },
  easy: { fast: 328, slow: 361 },
  steady: { fast: 294, slow: 328 },
  marathon: { fast: 287, slow: 294 },
  half_marathon: { fast: 276, slow: 283 },
  threshold: { fast: 270, slow: 276 },
  ten_k: { fast: 263, slow: 269 },
  interval: { fast: 248, slow: 254 },
  repetition: { fast: 228, slow: 235 },
  race: { fast: 287, slow: 294 },
};

const START = day("2026-11-23");

export const week = (number: number, phase: Phase, sessions: readonly Session[]): PlanWeek => ({
  week: number,
  phase,
  kind: "build",
  targetMetres: sessions.reduce((sum, { metres }) => sum + metres, 0),
  days: Array.from({ length: 7 }, (_, i) => ({
    date: addDays(START, (number - 1) * 7 + i),
    sessions: sessions.filter((__, index) => index === i),
  })),
});

export const plan = (weeks: readonly PlanWeek[], paces: TrainingPaces | null = PACES): Plan => ({
  schema: "strideiq.plan/1",
  distance: "marathon",
  tier: "mid",
  daysPerWeek: 5,
  raceDate: addDays(START, weeks.length * 7 - 1),
  request: {
    distance: "marathon",
    raceDate: addDays(START, weeks.length * 7 - 1),
    today: START,
    weekStart: "mon",
    timeZone: "UTC",
    units: "km",
    daysPerWeek: 5,
    unavailable: [],
    longRunDay: "sun",
    dayLimits: {},
    weeklyMetres: null,
    longestMetres: null,
    result: null,
    age: null,
    history: null,
    tier: null,
    weeks: null,
  },
  paces,
  rpi: paces === null ? null : 46,
  provenance: { engine: "0", rulebook: "0", plugins: {} },
  phases: [],
  weeks,
  workouts: {},
  adjustments: [],
  certificate: { laws: [] },
});
