import {
  addDays,
  type CalendarDate,
  parseCalendarDate,
  type Plan,
  PLAN_SCHEMA,
  type PlanRequest,
  type PlanWeek,
  type Session,
  type SessionKind,
  type SingleStep,
} from "@strideiq/engine";

/** A day that the test's author knows to exist. */
export function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed.ok) throw new Error(`no such day: ${text}`);
  return parsed.value;
}

export const tinyRequest: PlanRequest = {
  distance: "5k",
  raceDate: day("2026-12-06"),
  today: day("2026-11-23"),
  weekStart: "mon",
  timeZone: "Europe/Berlin",
  units: "km",
  daysPerWeek: 3,
  unavailable: [],
  longRunDay: "sun",
  dayLimits: {},
  weeklyMetres: 20_000,
  longestMetres: 8_000,
  result: null,
  age: null,
  history: null,
  tier: null,
  weeks: null,
};

/** Two weeks of three runs: small enough to read, and every table gets its rows. */
export function tinyPlan(request: PlanRequest = tinyRequest): Plan {
  const firstDay = addDays(request.raceDate, -13);
  return {
    schema: PLAN_SCHEMA,
    distance: request.distance,
    tier: "low",
    daysPerWeek: 3,
    raceDate: request.raceDate,
    request,
    paces: null,
    rpi: null,
    provenance: { engine: "test", rulebook: "test", plugins: {} },
    phases: [],
    workouts: {},
    weeks: [week(1, firstDay, "long"), week(2, addDays(firstDay, 7), "race")],
    adjustments: [],
    certificate: { laws: [{ id: "S1", verdict: "pass" }] },
  };
}

function week(number: number, firstDay: CalendarDate, last: SessionKind): PlanWeek {
  const kinds = new Map<number, SessionKind>([
    [1, "easy"],
    [3, "easy"],
    [6, last],
  ]);
  return {
    week: number,
    phase: "taper",
    kind: last === "race" ? "race" : "taper",
    targetMetres: 15_000,
    days: Array.from({ length: 7 }, (_, index) => {
      const kind = kinds.get(index);
      return {
        date: addDays(firstDay, index),
        sessions: kind === undefined ? [] : [session(`w${String(number)}d${String(index)}`, kind)],
      };
    }),
  };
}

function session(id: string, kind: SessionKind): Session {
  const step: SingleStep = { zone: "easy", by: "distance", metres: 5_000, seconds: 1_800 };
  const quality = kind === "race";
  return { id, kind, title: kind, quality, metres: 5_000, seconds: 1_800, steps: [step], chosen: "a" };
}

/** The same plan with a second way to run its first session. */
export function tinyPlanWithOption(): Plan {
  const plan = tinyPlan();
  const step: SingleStep = { zone: "easy", by: "time", metres: 4_000, seconds: 1_500 };
  const optionB = {
    kind: "recovery",
    title: "shorter",
    metres: 4_000,
    seconds: 1_500,
    steps: [step],
  } as const;
  return changeSession(plan, "w1d1", (session) => ({ ...session, optionB }));
}

/** The same plan with one session changed. */
export const changeSession = (plan: Plan, id: string, change: (session: Session) => Session): Plan => ({
  ...plan,
  weeks: plan.weeks.map((week) => ({
    ...week,
    days: week.days.map((one) => ({
      ...one,
      sessions: one.sessions.map((session) => (session.id === id ? change(session) : session)),
    })),
  })),
});
