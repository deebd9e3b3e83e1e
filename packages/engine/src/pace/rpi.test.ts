import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  PUBLISHED_RACE_TIMES,
  TABLE_TOLERANCES,
  WORKED_INDICES,
  WORKED_PREDICTIONS,
} from "./known-answers.fixture.ts";
import { metresPerMinuteAt, oxygenCostOf, raceSecondsOf, rpiOf } from "./rpi.ts";

const anyRpi = fc.double({ min: 15, max: 85, noNaN: true });
const anyRaceMetres = fc.double({ min: 1500, max: 50_000, noNaN: true });

describe("rpiOf", () => {
  it.each(WORKED_INDICES)("gives $rpi for $metres m in $seconds s", ({ metres, seconds, rpi }) => {
    expect(Math.abs(rpiOf({ metres, seconds }) - rpi)).toBeLessThan(0.01);
  });
});

describe("raceSecondsOf", () => {
  it.each(PUBLISHED_RACE_TIMES)(
    "agrees with the table at $rpi over $metres m",
    ({ rpi, metres, seconds }) => {
      const tolerance = TABLE_TOLERANCES.find((row) => row.metres === metres)?.seconds ?? 0;
      // The tolerances are rounded to tenths.
      expect(Math.abs(raceSecondsOf(rpi, metres) - seconds)).toBeLessThan(tolerance + 0.05);
    },
  );

  it.each(WORKED_PREDICTIONS)(
    "predicts a marathon of $marathonSeconds s from a half of $halfSeconds s",
    ({ halfSeconds, marathonSeconds }) => {
      const rpi = rpiOf({ metres: 21_097.5, seconds: halfSeconds });
      expect(raceSecondsOf(rpi, 42_195)).toBeCloseTo(marathonSeconds, 1);
    },
  );

  it("finds the time whose index is the one asked for", () => {
    fc.assert(
      fc.property(anyRpi, anyRaceMetres, (rpi, metres) => {
        expect(Math.abs(rpiOf({ metres, seconds: raceSecondsOf(rpi, metres) }) - rpi)).toBeLessThan(1e-6);
      }),
    );
  });

  it("is faster for a fitter runner and slower per kilometre over a longer race", () => {
    fc.assert(
      fc.property(anyRpi, anyRaceMetres, (rpi, metres) => {
        const seconds = raceSecondsOf(rpi, metres);
        expect(raceSecondsOf(rpi + 0.1, metres)).toBeLessThan(seconds);
        expect(raceSecondsOf(rpi, metres * 1.1) / 1.1).toBeGreaterThan(seconds);
      }),
    );
  });
});

describe("metresPerMinuteAt", () => {
  it("undoes the oxygen cost of a speed", () => {
    fc.assert(
      fc.property(fc.double({ min: 50, max: 450, noNaN: true }), (speed) => {
        expect(metresPerMinuteAt(oxygenCostOf(speed))).toBeCloseTo(speed, 6);
      }),
    );
  });
});
