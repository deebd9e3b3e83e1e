import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grownMost } from "./growth.ts";

const LIMIT = { share: 1.1, stepMetres: 3000, stepBelowMetres: 12_000 };

describe("growth", () => {
  it("is a step for small runs and a share for long ones", () => {
    expect(grownMost(5000, LIMIT)).toBe(8000);
    expect(grownMost(20_000, LIMIT)).toBe(22_000);
  });

  it("takes the larger of both below the edge, and no step from the edge on", () => {
    expect(grownMost(11_900, LIMIT)).toBe(14_900);
    expect(grownMost(12_000, LIMIT)).toBeCloseTo(13_200);
    expect(grownMost(40_000, { ...LIMIT, stepBelowMetres: 1_000_000 })).toBeCloseTo(44_000);
  });

  it("takes no step that is too large a share of a small base", () => {
    expect(grownMost(5000, { ...LIMIT, stepShareMax: 1.2 })).toBe(6000);
    expect(grownMost(10_000, { ...LIMIT, stepShareMax: 1.5 })).toBe(13_000);
    expect(grownMost(5000, { ...LIMIT, stepShareMax: 1 })).toBe(5500);
  });

  it("begins from nothing with the step", () => {
    expect(grownMost(0, LIMIT)).toBe(3000);
  });

  it("never asks for less than before", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 200_000, noNaN: true }), (metres) => {
        expect(grownMost(metres, LIMIT)).toBeGreaterThanOrEqual(metres);
      }),
    );
  });
});
