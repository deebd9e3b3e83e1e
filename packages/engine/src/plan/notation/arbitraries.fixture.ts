import fc from "fast-check";
import { addDays, type CalendarDate, parseCalendarDate } from "../../units/calendar-date.ts";
import {
  isRepeat,
  type PlanWeek,
  type Session,
  type SessionOption,
  type SingleStep,
  type Step,
} from "../plan.ts";
import {
  PHASES,
  RACE_DISTANCES,
  SESSION_KINDS,
  VOLUME_TIERS,
  WEEK_KINDS,
  type Zone,
  ZONES,
} from "../vocabulary.ts";
import type { PlanInNotation } from "./print-plan.ts";

const onDate = (text: string): CalendarDate => {
  const date = parseCalendarDate(text);
  if (!date.ok) throw new Error(text);
  return date.value;
};

const NEW_YEAR = onDate("2000-01-01");

const SECONDS_PER_KM: Readonly<Record<Zone, number>> = {
  walk: 720,
  recovery: 365,
  easy: 352.5,
  steady: 318,
  marathon: 300,
  half_marathon: 285,
  threshold: 277,
  ten_k: 268,
  interval: 255,
  repetition: 238,
  sprint: 190,
  race: 300,
};

/** A runner who races 10 km in about 44:40. */
export const paces = (zone: Zone): number => SECONDS_PER_KM[zone] / 1000;

const words = fc.oneof(
  fc.constantFrom("uphill, strong", "floating", 'say "easy"', "a|b: (c) [d]", ""),
  fc.string({ unit: "binary", maxLength: 12 }),
);

const byDistance = fc.integer({ min: 0, max: 2_000_000 }).map((tenths) => {
  const metres = tenths / 10;
  return { by: "distance" as const, metres, seconds: metres / 3 };
});

const byTime = fc
  .oneof(
    fc.integer({ min: 0, max: 200 }),
    fc.integer({ min: 1, max: 400 }).map((minutes) => minutes * 60),
    fc.integer({ min: 0, max: 40_000 }),
  )
  .map((seconds) => ({ by: "time" as const, metres: seconds * 3, seconds }));

const anySingle: fc.Arbitrary<SingleStep> = fc
  .tuple(fc.constantFrom(...ZONES), fc.oneof(byDistance, byTime), fc.option(words, { freq: 3 }))
  .map(([zone, quantity, effort]) => ({ zone, ...quantity, ...(effort === null ? {} : { effort }) }));

/** Steps as deep as the notation reads, of every zone, by distance and by time, with words and without. */
export const anySteps = (depth = 3): fc.Arbitrary<readonly Step[]> => {
  if (depth === 0) return fc.array<Step>(anySingle, { maxLength: 4 });
  const repeat = fc.record({ repeat: fc.integer({ min: 1, max: 100 }), steps: anySteps(depth - 1) });
  return fc.array<Step>(fc.oneof({ weight: 3, arbitrary: anySingle }, { weight: 1, arbitrary: repeat }), {
    maxLength: 4,
  });
};

/** Steps without the quantity that follows from a pace. */
export const prescribed = (steps: readonly Step[]): readonly unknown[] =>
  steps.map((step) => {
    if (isRepeat(step)) return { repeat: step.repeat, steps: prescribed(step.steps) };
    const { by, effort, metres, seconds, zone } = step;
    return { zone, by, amount: by === "distance" ? metres : seconds, effort };
  });

const anyTitle = fc.oneof(
  fc.constantFrom(
    "Easy run",
    "10 x 400 m",
    "Tempo: hard",
    "",
    'The "big" one',
    "Ends in a blank ",
    "a | b",
    "rest",
  ),
  fc.string({ unit: "binary", maxLength: 10 }),
);

const anyBody = fc.oneof(
  {
    weight: 5,
    arbitrary: anySteps(1)
      .filter((steps) => steps.length > 0)
      .map((steps) => ({ steps, metres: 1234, seconds: 600 })),
  },
  { weight: 1, arbitrary: fc.nat(9000).map((seconds) => ({ steps: [], metres: 0, seconds })) },
);

const anyOption: fc.Arbitrary<SessionOption> = fc
  .tuple(fc.constantFrom(...SESSION_KINDS), anyTitle, anyBody)
  .map(([kind, title, body]) => ({ kind, title, ...body }));

const anySession: fc.Arbitrary<Session> = fc
  .tuple(anyOption, fc.option(anyOption), fc.boolean(), fc.boolean(), fc.boolean())
  .map(([option, optionB, quality, estimated, chosenB]) => ({
    id: "",
    ...option,
    quality,
    ...(estimated ? { estimated: true as const } : {}),
    ...(optionB === null ? {} : { optionB }),
    chosen: chosenB && optionB !== null ? "b" : "a",
  }));

/** A week of any kind, of whole and partial length, with days of rest and days of several sessions. */
export const anyWeek: fc.Arbitrary<PlanWeek> = fc
  .record({
    week: fc.integer({ min: 1, max: 60 }),
    phase: fc.constantFrom(...PHASES),
    kind: fc.constantFrom(...WEEK_KINDS),
    targetMetres: fc.integer({ min: 0, max: 2_000_000 }).map((tenths) => tenths / 10),
    begins: fc.integer({ min: 0, max: 40_000 }),
    days: fc.array(fc.option(fc.array(anySession, { maxLength: 2 }), { freq: 6 }), { maxLength: 7 }),
  })
  .map(({ begins, days, ...week }) => ({
    ...week,
    days: days.flatMap((sessions, index) =>
      sessions === null ? [] : [{ date: addDays(NEW_YEAR, begins + index), sessions }],
    ),
  }));

export const anyPlan: fc.Arbitrary<PlanInNotation> = fc.record({
  distance: fc.constantFrom(...RACE_DISTANCES),
  tier: fc.constantFrom(...VOLUME_TIERS),
  daysPerWeek: fc.integer({ min: 0, max: 7 }),
  raceDate: fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(NEW_YEAR, days)),
  weeks: fc.array(anyWeek, { maxLength: 4 }),
});

const prescribedOption = ({ kind, seconds, steps, title }: SessionOption): unknown => ({
  kind,
  title,
  steps: prescribed(steps),
  seconds: steps.length === 0 ? seconds : null,
});

/** A week without ids and without what follows from paces. */
export const prescribedWeek = ({ days, ...week }: PlanWeek): unknown => ({
  ...week,
  days: days.map(({ date, sessions }) => ({
    date,
    sessions: sessions.map((session) => ({
      ...(prescribedOption(session) as object),
      quality: session.quality,
      estimated: session.estimated ?? false,
      chosen: session.chosen,
      optionB: session.optionB === undefined ? null : prescribedOption(session.optionB),
    })),
  })),
});
