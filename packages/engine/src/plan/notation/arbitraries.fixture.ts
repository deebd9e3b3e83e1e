import fc from "fast-check";
import { isRepeat, type SingleStep, type Step } from "../plan.ts";
import { type Zone, ZONES } from "../vocabulary.ts";

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
