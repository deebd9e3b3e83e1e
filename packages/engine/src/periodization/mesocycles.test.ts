import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PHASES } from "../plan/vocabulary.ts";
import type { MesocycleRules } from "../rulebook/rulebook.ts";
import { withShorterBase, fitMesocycles, type Mesocycle } from "./mesocycles.ts";

const MARATHON: readonly MesocycleRules[] = [
  { phase: "base", weight: 4, weeksMin: 0 },
  { phase: "build", weight: 6, weeksMin: 1 },
  { phase: "peak", weight: 5, weeksMin: 1 },
];

/** As in the configuration: what stands first gives way first. */
const EARLIEST = { base: 1, build: 2, peak: 3 };

const anyShapes: fc.Arbitrary<readonly MesocycleRules[]> = fc
  .array(fc.record({ weight: fc.integer({ min: 1, max: 9 }), weeksMin: fc.integer({ min: 0, max: 4 }) }), {
    minLength: 3,
    maxLength: 3,
  })
  .map((rows) =>
    rows.map((row, i) => ({ ...row, phase: (["base", "build", "peak"] as const)[i] ?? "peak" })),
  );

const anyWeeks = fc.integer({ min: 1, max: 40 });
const anyTaper = fc.integer({ min: 1, max: 4 });

const weeksOf = (mesocycles: readonly Mesocycle[], phase: string): number =>
  mesocycles.find((mesocycle) => mesocycle.phase === phase)?.weeks ?? 0;

const lengths = (mesocycles: readonly Mesocycle[]): readonly number[] =>
  PHASES.map((phase) => weeksOf(mesocycles, phase));

describe("the mesocycles of a plan", () => {
  it("divide an 18-week marathon into 4 weeks of base, 6 of build, 5 of peak and 3 of taper", () => {
    expect(fitMesocycles(15, 3, MARATHON, EARLIEST)).toEqual([
      { phase: "base", firstWeek: 1, weeks: 4 },
      { phase: "build", firstWeek: 5, weeks: 6 },
      { phase: "peak", firstWeek: 11, weeks: 5 },
      { phase: "taper", firstWeek: 16, weeks: 3 },
    ]);
  });

  it("use every week once, in the order of the phases", () => {
    fc.assert(
      fc.property(anyWeeks, anyTaper, anyShapes, (weeks, taper, shapes) => {
        const mesocycles = fitMesocycles(weeks, taper, shapes, EARLIEST);
        const used = mesocycles.flatMap(({ firstWeek, weeks: count }) =>
          Array.from({ length: count }, (_, i) => firstWeek + i),
        );
        expect(used).toEqual(Array.from({ length: weeks + taper }, (_, i) => i + 1));
        const order = mesocycles.map(({ phase }) => PHASES.indexOf(phase));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }),
    );
  });

  it("never take a week from a phase because there is one more", () => {
    fc.assert(
      fc.property(anyWeeks, anyTaper, anyShapes, (weeks, taper, shapes) => {
        const shorter = lengths(fitMesocycles(weeks, taper, shapes, EARLIEST));
        const longer = lengths(fitMesocycles(weeks + 1, taper, shapes, EARLIEST));
        longer.forEach((length, i) => {
          expect(length).toBeGreaterThanOrEqual(shorter[i] ?? 0);
        });
      }),
    );
  });

  it("keep the least weeks of every phase where there are weeks enough", () => {
    fc.assert(
      fc.property(anyWeeks, anyShapes, (extra, shapes) => {
        const reserved = shapes.reduce((sum, shape) => sum + shape.weeksMin, 0);
        const mesocycles = fitMesocycles(reserved + extra, 2, shapes, EARLIEST);
        for (const shape of shapes)
          expect(weeksOf(mesocycles, shape.phase)).toBeGreaterThanOrEqual(shape.weeksMin);
      }),
    );
  });

  it("give up the base before the build, and the build before the peak, when weeks are short", () => {
    const shapes = MARATHON.map((shape) => ({ ...shape, weeksMin: 3 }));
    expect(lengths(fitMesocycles(7, 2, shapes, EARLIEST))).toEqual([1, 3, 3, 2]);
    expect(lengths(fitMesocycles(5, 2, shapes, EARLIEST))).toEqual([0, 2, 3, 2]);
    expect(fitMesocycles(2, 2, shapes, EARLIEST).map(({ phase }) => phase)).toEqual(["peak", "taper"]);
  });

  it("give up the peak first where the configuration ranks it so", () => {
    const shapes = MARATHON.map((shape) => ({ ...shape, weeksMin: 3 }));
    expect(lengths(fitMesocycles(7, 2, shapes, { base: 3, build: 2, peak: 1 }))).toEqual([3, 3, 1, 2]);
  });

  it("give a phase its first week once half a week of it is due", () => {
    const shapes = [1, 4, 4].map((weight, i) => ({
      phase: (["base", "build", "peak"] as const)[i] ?? "peak",
      weight,
      weeksMin: 0,
    }));
    expect(lengths(fitMesocycles(4, 1, shapes, EARLIEST))).toEqual([0, 2, 2, 1]);
    expect(lengths(fitMesocycles(5, 1, shapes, EARLIEST))).toEqual([1, 2, 2, 1]);
  });

  it("come near to their weights in a long horizon", () => {
    expect(lengths(fitMesocycles(150, 3, MARATHON, EARLIEST))).toEqual([40, 60, 50, 3]);
  });

  it("give weeks of the base to the build on request, never its last or those that the runner needs", () => {
    const fitted = fitMesocycles(9, 2, MARATHON, EARLIEST);
    const [base = 0, build = 0, ...rest] = lengths(fitted);
    expect(lengths(withShorterBase(fitted, 1, 0))).toEqual([base - 1, build + 1, ...rest]);
    expect(lengths(withShorterBase(fitted, 20, 0))).toEqual([1, build + base - 1, ...rest]);
    expect(withShorterBase(fitted, 1, base)).toBe(fitted);
    expect(withShorterBase(fitted, 1, 0).map(({ phase }) => phase)).toEqual(PHASES);
    expect(withShorterBase(fitted, 1, 0)[1]?.firstWeek).toBe(base);
  });

  it("take nothing from a base that is not there, or that has no phase but the taper after it", () => {
    const withoutBase = fitMesocycles(9, 2, MARATHON.slice(1), EARLIEST);
    const baseAlone = fitMesocycles(9, 2, MARATHON.slice(0, 1), EARLIEST);
    expect(withShorterBase(withoutBase, 1, 0)).toBe(withoutBase);
    expect(withShorterBase(baseAlone, 1, 0)).toBe(baseAlone);
    expect(withShorterBase(baseAlone.slice(0, 1), 1, 0)).toHaveLength(1);
    expect(withShorterBase([], 1, 0)).toEqual([]);
  });
});
