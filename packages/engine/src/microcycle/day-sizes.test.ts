import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundSizes, sizeDays, type SizeSlot, unitFor } from "./day-sizes.ts";

const anySlot: fc.Arbitrary<SizeSlot> = fc
  .record({
    weight: fc.double({ min: 0.5, max: 2, noNaN: true }),
    metresMin: fc.integer({ min: 1000, max: 6000 }),
    room: fc.integer({ min: 0, max: 15_000 }),
  })
  .map(({ weight, metresMin, room }) => ({ weight, metresMin, metresMax: metresMin + room }));

const anySlots = fc.array(anySlot, { minLength: 1, maxLength: 6 });
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe("the distances of a week's runs", () => {
  it("add up to the week whenever its days have room for it", () => {
    fc.assert(
      fc.property(anySlots, fc.double({ min: 0, max: 1, noNaN: true }), (slots, share) => {
        const least = sum(slots.map((slot) => slot.metresMin));
        const most = sum(slots.map((slot) => slot.metresMax));
        const metres = least + share * (most - least);
        expect(sum(sizeDays(metres, slots))).toBeCloseTo(metres, 1);
      }),
    );
  });

  it("lie between the least and the most of their day, however much is asked", () => {
    fc.assert(
      fc.property(anySlots, fc.integer({ min: 0, max: 200_000 }), (slots, metres) => {
        sizeDays(metres, slots).forEach((size, i) => {
          expect(size).toBeGreaterThanOrEqual((slots[i]?.metresMin ?? 0) - 0.01);
          expect(size).toBeLessThanOrEqual((slots[i]?.metresMax ?? 0) + 0.01);
        });
      }),
    );
  });

  it("stand in the proportion of their weights where nothing binds", () => {
    const slots = [1, 1.5, 0.5].map((weight) => ({ weight, metresMin: 0, metresMax: 50_000 }));
    const sizes = sizeDays(30_000, slots);
    [10_000, 15_000, 5000].forEach((metres, i) => {
      expect(sizes[i]).toBeCloseTo(metres, 1);
    });
  });

  it("let a full day pass its share on to the others", () => {
    const slots = [
      { weight: 1, metresMin: 0, metresMax: 4000 },
      { weight: 1, metresMin: 0, metresMax: 50_000 },
    ];
    expect(sizeDays(20_000, slots)[0]).toBeCloseTo(4000);
    expect(sizeDays(20_000, slots)[1]).toBeCloseTo(16_000, 1);
  });
});

describe("rounding a week's runs", () => {
  const open = (count: number): readonly SizeSlot[] =>
    Array.from({ length: count }, () => ({ weight: 1, metresMin: 0, metresMax: Number.POSITIVE_INFINITY }));

  it("gives multiples of the unit whose sum is within half a unit of what it was", () => {
    const anySizes = fc.array(fc.double({ min: 2000, max: 20_000, noNaN: true }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(anySizes, fc.constantFrom(100, 200, 500), (sizes, unit) => {
        const rounded = roundSizes(sizes, unit, open(sizes.length));
        for (const size of rounded) expect(size % unit).toBe(0);
        expect(Math.abs(sum(rounded) - sum(sizes))).toBeLessThanOrEqual(unit / 2 + 1e-6);
      }),
    );
  });

  it("never rounds a run beyond what its day has room for", () => {
    expect(roundSizes([7900], 500, [{ weight: 1, metresMin: 0, metresMax: 7950 }])).toEqual([7500]);
  });

  it("uses the coarsest unit that hardly changes the week", () => {
    const units = [500, 200, 100];
    expect(unitFor(60_000, units, 0.009)).toBe(500);
    expect(unitFor(20_000, units, 0.009)).toBe(200);
    expect(unitFor(5000, units, 0.009)).toBe(100);
  });
});
