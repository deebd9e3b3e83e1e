import { realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysIn, type Placement, placeDays, type PlacementCosts, type PlacementTask } from "./place-days.ts";

const { placement: COSTS } = realRulebook().days;
const WEEK = [0, 1, 2, 3, 4, 5, 6];

const aTask = (task: Partial<PlacementTask> = {}): PlacementTask => ({
  available: WEEK.map(() => true),
  longDay: 6,
  runDays: 5,
  qualitySessions: 2,
  qualityBanned: [true, false, false, false, false, false, false],
  qualityGapDays: 2,
  dayCosts: WEEK.map(() => 0),
  roomMetres: WEEK.map(() => 15_000),
  otherMetres: 40_000,
  previous: null,
  costs: COSTS,
  ...task,
});

/**
 * The price of a week, written a second time from the description of each cost and on lists of days
 * instead of bit masks. Null when a rule forbids the week.
 */
function priceOf(runs: readonly number[], quality: readonly number[], task: PlacementTask): number | null {
  const { longDay, costs } = task;
  const forbidden =
    runs.length !== task.runDays ||
    quality.length !== task.qualitySessions ||
    runs.some((day) => task.available[day] !== true) ||
    (longDay >= 0 && !runs.includes(longDay)) ||
    quality.some((day) => !runs.includes(day) || day === longDay || task.qualityBanned[day] === true) ||
    quality.some((day) => quality.some((next) => next > day && next - day < task.qualityGapDays));
  if (forbidden) return null;
  const others = runs.filter((day) => day !== longDay);
  const room = others.reduce((sum, day) => sum + (task.roomMetres[day] ?? 0), 0);
  const missing = task.otherMetres - room;
  const inARow = runs.reduce((sum, day) => sum + daysBefore(day, runs), 0);
  const restless = longDay >= 0 && runs.includes((longDay + 1) % 7) ? costs.restAfterLong : 0;
  const cramped = missing > 0 ? costs.roomShortPerKm * (1 + missing / 1000) : 0;
  return (
    costs.runsInARow * inARow +
    runs.reduce((sum, day) => sum + (task.dayCosts[day] ?? 0), 0) +
    restless +
    cramped +
    qualityPrice(quality, task) +
    habitPrice(runs, quality, task)
  );
}

/** Each day costs as much as run days stand right before it: 0, 1, 2, ... */
const daysBefore = (day: number, runs: readonly number[]): number =>
  runs.includes(day - 1) ? 1 + daysBefore(day - 1, runs) : 0;

function qualityPrice(quality: readonly number[], { longDay, roomMetres, costs }: PlacementTask): number {
  const hard = (longDay >= 0 ? [...quality, longDay] : [...quality]).toSorted((a, b) => a - b);
  const spread = hard.reduce((sum, day, i) => {
    const next = hard[i + 1] ?? (hard[0] ?? 0) + 7;
    const gap = next - day;
    return sum + (gap * gap) / 4 + (gap < 2 ? costs.qualityGapUnderTwoDays : 0);
  }, 0);
  const beforeLong = quality.filter((day) => longDay >= 0 && (day + 1) % 7 === longDay).length;
  const roomy = quality.reduce((sum, day) => sum + Math.min(roomMetres[day] ?? 0, 30_000) / 30_000, 0);
  return spread + beforeLong * costs.adjacentToLong - roomy;
}

function habitPrice(
  runs: readonly number[],
  quality: readonly number[],
  { previous, costs }: PlacementTask,
): number {
  if (previous === null) return 0;
  const changed = (before: readonly number[], now: readonly number[]): number =>
    WEEK.filter((day) => before.includes(day) !== now.includes(day)).length;
  return (
    (costs.changedDay * changed(daysIn(previous.runMask), runs)) / 2 +
    (costs.changedDay * changed(daysIn(previous.qualityMask), quality)) / 4
  );
}

const subsets = (days: readonly number[]): readonly (readonly number[])[] =>
  days.reduce<readonly (readonly number[])[]>(
    (sets, day) => [...sets, ...sets.map((set) => [...set, day])],
    [[]],
  );

function cheapestPrice(task: PlacementTask): number | null {
  let best: number | null = null;
  for (const runs of subsets(WEEK)) {
    if (runs.length !== task.runDays) continue;
    for (const quality of subsets(runs)) {
      const price = priceOf(runs, quality, task);
      if (price !== null && (best === null || price < best)) best = price;
    }
  }
  return best;
}

const anyCosts: fc.Arbitrary<PlacementCosts> = fc
  .array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 6, maxLength: 6 })
  .map(([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]) => ({
    adjacentToLong: a,
    qualityGapUnderTwoDays: b,
    runsInARow: c,
    changedDay: d,
    roomShortPerKm: e,
    restAfterLong: f,
  }));

const sevenOf = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { minLength: 7, maxLength: 7 });

const anyPlacement: fc.Arbitrary<Placement> = fc.record({
  runMask: fc.integer({ min: 0, max: 127 }),
  qualityMask: fc.integer({ min: 0, max: 127 }),
});

const anyTask: fc.Arbitrary<PlacementTask> = fc.record({
  available: sevenOf(fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false))),
  longDay: fc.integer({ min: -1, max: 6 }),
  runDays: fc.integer({ min: 2, max: 7 }),
  qualitySessions: fc.integer({ min: 0, max: 3 }),
  qualityBanned: sevenOf(fc.boolean()),
  qualityGapDays: fc.integer({ min: 2, max: 4 }),
  dayCosts: sevenOf(fc.integer({ min: 0, max: 5 })),
  roomMetres: sevenOf(fc.integer({ min: 2000, max: 35_000 })),
  otherMetres: fc.integer({ min: 0, max: 120_000 }),
  previous: fc.option(anyPlacement),
  costs: anyCosts,
});

describe("finding days for a week's runs", () => {
  it("finds the cheapest week there is, or sees that there is none", () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const found = placeDays(task);
        const best = cheapestPrice(task);
        if (best === null || found === null) expect([best, found]).toEqual([null, null]);
        else expect(priceOf(daysIn(found.runMask), daysIn(found.qualityMask), task)).toBeCloseTo(best, 6);
      }),
      { numRuns: 500 },
    );
  });

  it("puts the long run on its day and hard sessions apart from it and from each other", () => {
    const found = placeDays(aTask());
    expect(found && daysIn(found.runMask)).toContain(6);
    expect(found && daysIn(found.qualityMask)).toEqual([1, 3]);
  });

  it("runs on no day that is not free", () => {
    const available = [false, true, false, true, true, true, true];
    const found = placeDays(aTask({ available }));
    expect(found && daysIn(found.runMask)).toEqual([1, 3, 4, 5, 6]);
  });

  it("keeps the days of the week before when others would do as well", () => {
    const usual = placeDays(aTask({ available: [true, true, false, true, true, true, true] }));
    expect(usual && placeDays(aTask({ previous: usual }))?.runMask).toBe(usual?.runMask);
  });

  it("gives up where bans leave no day for quality", () => {
    expect(placeDays(aTask({ qualityBanned: WEEK.map((day) => day !== 2) }))).toBeNull();
    expect(
      placeDays(aTask({ qualityBanned: WEEK.map((day) => day !== 2), qualitySessions: 1 })),
    ).not.toBeNull();
  });
});
