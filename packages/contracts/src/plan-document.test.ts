import { addDays, type CalendarDate, parseCalendarDate, type Plan, type Session } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { parsePlanDocument } from "./plan-document.ts";

const day = (text: string): CalendarDate => {
  const parsed = parseCalendarDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

const easyRun = (id: string): Session => ({
  id,
  kind: "easy",
  title: "Easy run",
  quality: false,
  metres: 8000,
  seconds: 2880,
  steps: [{ zone: "easy", by: "distance", metres: 8000, seconds: 2880 }],
  chosen: "a",
});

const cruise: Session = {
  ...easyRun("w1-tue"),
  kind: "threshold",
  title: "Cruise intervals",
  workout: "cruise-intervals",
  quality: true,
  estimated: true,
  steps: [
    { zone: "easy", by: "time", metres: 2500, seconds: 900 },
    {
      repeat: 4,
      steps: [
        { zone: "threshold", by: "time", metres: 1300, seconds: 360 },
        { zone: "walk", by: "time", metres: 100, seconds: 60, effort: "stand or stroll" },
      ],
    },
  ],
  optionB: { kind: "threshold", title: "Tempo", metres: 8000, seconds: 2880, steps: [] },
  why: [
    {
      kind: "light_session",
      law: "T4",
      effort: "threshold",
      zone: "threshold",
      workSeconds: 1440,
      usualSeconds: null,
    },
    { kind: "adjusted", wish: "quality", law: "H2", asked: 2, given: 1 },
  ],
};

const monday = day("2026-11-23");
const aPlan: Plan = {
  schema: "strideiq.plan/1",
  distance: "10k",
  tier: "mid",
  daysPerWeek: 5,
  raceDate: day("2026-11-29"),
  request: {
    distance: "10k",
    raceDate: day("2026-11-29"),
    today: monday,
    weekStart: "mon",
    timeZone: "Europe/Berlin",
    units: "km",
    daysPerWeek: 5,
    unavailable: ["mon"],
    longRunDay: "sun",
    dayLimits: { wed: 3600 },
    weeklyMetres: 45_000,
    longestMetres: null,
    result: { metres: 21_097.5, seconds: 5900 },
    age: null,
    history: { weeks: [{ metres: 44_000, longestMetres: 16_000, runs: 5 }] },
    tier: null,
    weeks: null,
  },
  paces: null,
  rpi: null,
  provenance: { engine: "0.1.0", rulebook: "1", plugins: {} },
  phases: [
    {
      phase: "taper",
      firstWeek: 1,
      lastWeek: 1,
      why: [{ kind: "taper_length", law: "T1", weeks: 1, weeksMin: 1, weeksMax: 3, weeksAim: 2 }],
    },
  ],
  workouts: {
    "cruise-intervals": {
      title: "Cruise intervals",
      purpose: "Raises the pace you can hold for an hour.",
      feel: "Comfortably hard.",
      stimulus: "threshold",
      structure: "broken",
      surface: "any",
      fuelling: { need: "endurance", fromSeconds: 5400, gramsPerHour: { min: 60, max: 75 } },
    },
  },
  weeks: [
    {
      week: 1,
      phase: "taper",
      kind: "race",
      targetMetres: 26_000,
      days: [0, 1, 2, 3, 4, 5, 6].map((index) => ({
        date: addDays(monday, index),
        sessions: index === 1 ? [cruise] : index === 3 ? [easyRun("w1-thu")] : [],
      })),
    },
  ],
  adjustments: [{ wish: "long_run_day", law: "S5", asked: "sun", given: "sat" }],
  certificate: {
    laws: [
      { id: "V1", verdict: "flag", measured: 1.25, limit: 1.3, quantity: "share", weeks: [1], why: "steep" },
    ],
  },
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** The plan as loose JSON with one place overwritten; `undefined` removes the field. */
function edited(path: string, value: unknown): unknown {
  const document: unknown = JSON.parse(JSON.stringify(aPlan));
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const parent = keys.reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), document);
  if (!isObject(parent)) throw new Error(`The sample plan has no ${path}.`);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return document;
}

const problemsIn = (json: unknown): readonly string[] => {
  const parsed = parsePlanDocument(json);
  return parsed.ok ? [] : parsed.error.map(({ message }) => message);
};

describe("parsePlanDocument", () => {
  it("returns the plan that was written", () => {
    expect(parsePlanDocument(JSON.parse(JSON.stringify(aPlan)))).toEqual({ ok: true, value: aPlan });
  });

  it.each([
    [
      "a race on a day that does not exist",
      edited("raceDate", "2027-02-29"),
      'raceDate is "2027-02-29"; expected a day that exists, written as YYYY-MM-DD.',
    ],
    [
      "a phase that is missing",
      edited("weeks.0.phase", undefined),
      "weeks[0].phase is missing; expected one of base, build, peak, taper.",
    ],
    [
      "an unknown kind of session",
      edited("weeks.0.days.3.sessions.0.kind", "tempo"),
      'weeks[0].days[3].sessions[0].kind is "tempo"; expected one of easy, recovery, long, medium_long, steady, ' +
        "progression, threshold, interval, repetition, race_pace, hills, fartlek, strides, tune_up_race, race, " +
        "cross_training, strength.",
    ],
    [
      "a distance written as text",
      edited("weeks.0.targetMetres", "26 km"),
      'weeks[0].targetMetres is "26 km"; expected a number.',
    ],
    [
      "a negative distance",
      edited("weeks.0.days.1.sessions.0.metres", -1),
      "weeks[0].days[1].sessions[0].metres is -1; expected at least 0.",
    ],
    [
      "a distance that is not finite",
      edited("weeks.0.targetMetres", Infinity),
      "weeks[0].targetMetres is Infinity; expected a number.",
    ],
    [
      "a field that nobody knows",
      edited("weeks.0.colour", "red"),
      "weeks[0].colour is not a field of this document; remove or correct it.",
    ],
    [
      "a repeat of nothing, named as a repeat",
      edited("weeks.0.days.1.sessions.0.steps.1.repeat", 0),
      "weeks[0].days[1].sessions[0].steps[1].repeat is 0; expected at least 1.",
    ],
    [
      "a wrong zone inside a repeat",
      edited("weeks.0.days.1.sessions.0.steps.1.steps.0.zone", "tempo"),
      'weeks[0].days[1].sessions[0].steps[1].steps[0].zone is "tempo"; expected one of walk, recovery, easy, ' +
        "steady, marathon, half_marathon, threshold, ten_k, interval, repetition, sprint, race.",
    ],
    [
      "an id given twice",
      edited("weeks.0.days.3.sessions.0.id", "w1-tue"),
      'weeks[0].days[3].sessions[0].id is "w1-tue"; expected an id that no other session of the plan has.',
    ],
    [
      "a document of another version",
      edited("schema", "strideiq.plan/9"),
      'schema is "strideiq.plan/9"; expected "strideiq.plan/1".',
    ],
    [
      "an adjustment that is a list",
      edited("adjustments.0.asked", [1]),
      "adjustments[0].asked is a list of 1; expected a number or text.",
    ],
    [
      "a step that is a number",
      edited("weeks.0.days.3.sessions.0.steps.0", 5),
      "weeks[0].days[3].sessions[0].steps[0] is 5; expected an object.",
    ],
    [
      "a step of which most is missing",
      edited("weeks.0.days.3.sessions.0.steps.0", { repeat: 3 }),
      "weeks[0].days[3].sessions[0].steps[0].steps is missing; expected a list.",
    ],
    [
      "a reason of a kind that nobody knows",
      edited("phases.0.why.0.kind", "whim"),
      'phases[0].why[0].kind is "whim"; expected a kind that this version knows.',
    ],
    [
      "a reason without its numbers",
      edited("weeks.0.days.1.sessions.0.why.0.workSeconds", undefined),
      "weeks[0].days[1].sessions[0].why[0].workSeconds is missing; expected a number.",
    ],
    ["something that is not a document", null, "The document is null; expected an object."],
  ])("refuses %s and names it", (_title, json, message) => {
    expect(problemsIn(json)).toEqual([message]);
  });

  it("reads a week of eight days, so that a law and not the reader judges it", () => {
    const days = [...(aPlan.weeks[0]?.days ?? []), { date: "2026-11-30", sessions: [] }];
    expect(problemsIn(edited("weeks.0.days", days))).toEqual([]);
  });

  it("refuses a document nested too deeply without overflowing the stack", () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`);
    expect(problemsIn(deep)).toEqual(["The document nests deeper than 18 levels."]);
  });

  it("lists no more problems than a reader can use", () => {
    expect(problemsIn(edited("weeks.0.days", Array(14).fill({ date: 1, sessions: 2 })))).toHaveLength(20);
  });

  it("refuses more weeks than any plan has", () => {
    const weeks = Array(61).fill({ ...aPlan.weeks[0], days: [] });
    expect(problemsIn(edited("weeks", weeks))).toEqual([
      "weeks is a list of 61; expected at most 60 entries.",
    ]);
  });
});
