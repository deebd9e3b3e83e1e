import {
  addDays,
  type CalendarDate,
  parseCalendarDate,
  type Phase,
  type Plan,
  PLAN_SCHEMA,
  type PlanWeek,
  type Session,
  type SessionKind,
  type Step,
  type TrainingPaces,
  type WeekKind,
  type Zone,
} from "@strideiq/engine";

/** A short half-marathon plan written by hand, as a coach would on paper: what the text is tested on. */
export function handMadePlan({ estimated = false }: { readonly estimated?: boolean } = {}): Plan {
  const weeks = WEEKS.map((row, index) => weekOf(row, index, estimated));
  return {
    schema: PLAN_SCHEMA,
    distance: "half_marathon",
    tier: "mid",
    daysPerWeek: 4,
    raceDate: date("2027-01-03"),
    request: {
      distance: "half_marathon",
      raceDate: date("2027-01-03"),
      today: date("2026-11-23"),
      weekStart: "mon",
      timeZone: "Europe/Berlin",
      units: "km",
      daysPerWeek: 5,
      unavailable: ["mon"],
      longRunDay: "sun",
      dayLimits: {},
      weeklyMetres: 40_000,
      longestMetres: 15_000,
      result: estimated ? null : { metres: 10_000, seconds: 2710 },
      age: null,
      history: null,
      tier: null,
      weeks: null,
    },
    paces: estimated ? null : PACES,
    rpi: estimated ? null : 45.2,
    provenance: { engine: "0.1.0", rulebook: "test", plugins: {} },
    phases: [],
    weeks,
    workouts: {},
    adjustments: [{ wish: "days_per_week", law: "E3", asked: 5, given: 4 }],
    certificate: {
      laws: [
        { id: "E1", verdict: "pass", measured: 40_000, limit: 15_000, quantity: "distance" },
        { id: "L5", verdict: "flag", measured: 0.53, limit: 0.5, quantity: "share", weeks: [2, 3, 4] },
        { id: "S8", verdict: "not_applicable", why: "proved by test" },
      ],
    },
  };
}

function date(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed.ok) throw new Error(`${text} is no date`);
  return parsed.value;
}

const range = (fast: number, slow: number): { readonly fast: number; readonly slow: number } => ({
  fast,
  slow,
});

const PACES: TrainingPaces = {
  recovery: range(368, 400),
  easy: range(334, 368),
  steady: range(305, 330),
  marathon: range(294, 299),
  half_marathon: range(283, 287),
  threshold: range(276, 280),
  ten_k: range(269, 273),
  interval: range(254, 258),
  repetition: range(234, 238),
  race: range(283, 287),
};

const SECONDS_PER_KM: Readonly<Partial<Record<Zone, number>>> = { easy: 351, threshold: 278, interval: 256 };

type Row = readonly [phase: Phase, kind: WeekKind, days: Readonly<Record<number, Draft>>];
type Draft = readonly [kind: SessionKind, title: string, ...steps: Step[]];

const run = (zone: Zone, metres: number): Step => ({
  zone,
  by: "distance",
  metres,
  seconds: (metres / 1000) * (SECONDS_PER_KM[zone] ?? 285),
});
const timed = (zone: Zone, seconds: number): Step => ({
  zone,
  by: "time",
  metres: Math.round((seconds / (SECONDS_PER_KM[zone] ?? 285)) * 1000),
  seconds,
});

const easy = (km: number): Draft => ["easy", "Easy run", run("easy", km * 1000)];
const long = (km: number): Draft => ["long", "Long run", run("easy", km * 1000)];
const strides: Draft = [
  "strides",
  "Easy run with strides",
  run("easy", 7000),
  { repeat: 6, steps: [timed("repetition", 20), timed("walk", 60)] },
];
const threshold = (times: number, minutes: number): Draft => [
  "threshold",
  "Cruise intervals",
  timed("easy", 900),
  { repeat: times, steps: [timed("threshold", minutes * 60), timed("recovery", 120)] },
  timed("easy", 600),
];

const WEEKS: readonly Row[] = [
  ["base", "build", { 1: easy(8), 3: strides, 5: easy(6), 6: long(15) }],
  ["build", "build", { 1: threshold(4, 6), 3: easy(8), 5: easy(6), 6: long(16) }],
  ["build", "cutback", { 1: easy(7), 3: threshold(3, 6), 5: easy(5), 6: long(12) }],
  [
    "peak",
    "build",
    {
      1: [
        "interval",
        "Kilometre repeats",
        timed("easy", 900),
        { repeat: 5, steps: [run("interval", 1000), timed("recovery", 150)] },
        timed("easy", 600),
      ],
      3: easy(9),
      5: easy(6),
      6: [
        "long",
        "Long run with race pace",
        run("easy", 8000),
        run("half_marathon", 8000),
        run("easy", 2000),
      ],
    },
  ],
  ["taper", "taper", { 1: threshold(3, 6), 3: easy(8), 6: long(12) }],
  ["taper", "race", { 1: easy(6), 3: strides, 6: ["race", "Half marathon", run("race", 21_097.5)] }],
];

function weekOf([phase, kind, drafts]: Row, index: number, estimated: boolean): PlanWeek {
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => {
    const draft = drafts[day];
    const id = `${String(index + 1)}-${String(day + 1)}`;
    const sessions = draft === undefined ? [] : [sessionOf(id, draft, estimated)];
    return { date: addDays(date("2026-11-23"), index * 7 + day), sessions };
  });
  const metres = days.flatMap(({ sessions }) => sessions.map((session) => session.metres));
  return { week: index + 1, phase, kind, targetMetres: metres.reduce((a, b) => a + b, 0), days };
}

function sessionOf(id: string, [kind, title, ...steps]: Draft, estimated: boolean): Session {
  const isRace = kind === "race";
  const inTime = estimated && !isRace ? steps.map(byTime) : steps;
  return {
    id,
    kind,
    title,
    quality: ["threshold", "interval", "race"].includes(kind) || title.includes("race pace"),
    metres: Math.round(sum(inTime, "metres")),
    seconds: Math.round(sum(inTime, "seconds")),
    ...(estimated && !isRace ? { estimated: true } : {}),
    steps: inTime,
    chosen: "a",
  };
}

const sum = (steps: readonly Step[], key: "metres" | "seconds"): number =>
  steps.reduce(
    (total, step) => total + ("repeat" in step ? step.repeat * sum(step.steps, key) : step[key]),
    0,
  );

const byTime = (step: Step): Step =>
  "repeat" in step
    ? { ...step, steps: step.steps.map(byTime) }
    : { ...step, by: "time", seconds: Math.round(step.seconds / 60) * 60 || step.seconds };
