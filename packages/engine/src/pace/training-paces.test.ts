import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PACED_ZONES } from "../plan/vocabulary.ts";
import { CALCULATOR_READINGS } from "./known-answers.fixture.ts";
import { raceSecondsOf, rpiOf } from "./rpi.ts";
import { PACE_RULES } from "./rules.fixture.ts";
import { easyPaceOf, paceMidpoint, trainingPacesOf } from "./training-paces.ts";

const anyRpi = fc.double({ min: 15, max: 85, noNaN: true });
const anyRules = fc.constantFrom(PACE_RULES, {
  ...PACE_RULES,
  slowRunnerRule: { ...PACE_RULES.slowRunnerRule, enabled: false },
});
const marathonPacesOf = (rpi: number) => trainingPacesOf(rpi, PACE_RULES, 42_195);

describe("trainingPacesOf", () => {
  it.each(CALCULATOR_READINGS)("reads like the calculator after $metres m in $seconds s", (reading) => {
    const rpi = rpiOf(reading);
    const paces = marathonPacesOf(rpi);
    expect(Math.abs(rpi - reading.rpi)).toBeLessThan(0.01);
    expectWithinOnePercent(paces.easy.fast, reading.easyFast);
    expectWithinOnePercent(paces.easy.slow, reading.easySlow);
    expectWithinOnePercent(paceMidpoint(paces.marathon), reading.marathon);
    expectWithinOnePercent(paceMidpoint(paces.threshold), reading.threshold);
    expectWithinOnePercent(paceMidpoint(paces.interval), reading.interval);
  });

  it("keeps repetition < interval < threshold < marathon < slow end of easy for every runner", () => {
    fc.assert(
      fc.property(anyRpi, anyRules, (rpi, rules) => {
        const { repetition, interval, threshold, marathon, easy } = trainingPacesOf(rpi, rules, 5000);
        expect(repetition.slow).toBeLessThan(interval.fast);
        expect(interval.slow).toBeLessThan(threshold.fast);
        expect(threshold.slow).toBeLessThan(marathon.fast);
        expect(marathon.slow).toBeLessThan(easy.slow);
      }),
      { numRuns: 1000 },
    );
  });

  it("gives a real range in every zone, fast end first", () => {
    fc.assert(
      fc.property(anyRpi, anyRules, (rpi, rules) => {
        const paces = trainingPacesOf(rpi, rules, 5000);
        PACED_ZONES.forEach((zone) => {
          expect(paces[zone].fast).toBeLessThanOrEqual(paces[zone].slow);
          expect(paces[zone].fast).toBeGreaterThan(100);
        });
        expect(paces.easy.fast).toBeLessThan(paces.easy.slow);
      }),
    );
  });

  it("never gives the fitter runner the slower pace", () => {
    fc.assert(
      fc.property(anyRpi, fc.double({ min: 0.05, max: 3, noNaN: true }), (rpi, gain) => {
        const before = marathonPacesOf(rpi);
        const after = marathonPacesOf(rpi + gain);
        PACED_ZONES.filter((zone) => zone !== "steady").forEach((zone) => {
          expect(after[zone].fast).toBeLessThanOrEqual(before[zone].fast);
          expect(after[zone].slow).toBeLessThanOrEqual(before[zone].slow);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("draws the repetition rule out between whole indices instead of stepping back", () => {
    const paces = Array.from({ length: 80 }, (_, step) => marathonPacesOf(46 + step / 16).repetition.slow);
    expect(paces).toEqual(paces.toSorted((a, b) => b - a));
  });

  it.each([
    [40, 8],
    [47, 8],
    [48, 7],
    [49, 7],
    [50, 6],
    [70, 6],
  ])("runs repetitions at index %d %d s per 400 m faster than intervals", (rpi, seconds) => {
    const { interval, repetition } = marathonPacesOf(rpi);
    expect((paceMidpoint(interval) - paceMidpoint(repetition)) * 0.4).toBeCloseTo(seconds, 0.5);
  });

  it("recovers in the slower half of easy, and runs steady between easy and marathon pace", () => {
    const { easy, recovery, steady, marathon } = marathonPacesOf(50);
    expect(Math.abs(recovery.fast - paceMidpoint(easy))).toBeLessThan(0.1);
    expect(recovery.slow).toBe(easy.slow);
    expect(steady).toEqual({ fast: marathon.slow, slow: easy.fast });
    expect(easyPaceOf(marathonPacesOf(50))).toBe((easy.fast + easy.slow) / 2);
  });

  it.each([5000, 10_000, 21_097.5, 42_195])("races %d m at the pace of the goal race", (metres) => {
    const { race } = trainingPacesOf(47, PACE_RULES, metres);
    expect(paceMidpoint(race)).toBeCloseTo(raceSecondsOf(47, metres) / (metres / 1000), 0);
  });

  it("leaves slow runners on the plain equations when their rule is switched off", () => {
    const slowRunnerRule = { ...PACE_RULES.slowRunnerRule, enabled: false };
    const plain = trainingPacesOf(28, { ...PACE_RULES, slowRunnerRule }, 42_195);
    const eased = marathonPacesOf(28);
    expect(eased.easy.slow).toBeLessThan(plain.easy.slow);
    expect(eased.marathon).toEqual(plain.marathon);
    expect(trainingPacesOf(39, { ...PACE_RULES, slowRunnerRule }, 42_195)).toEqual(marathonPacesOf(39));
  });

  it("shows the ordering trap: under index 27 easy may be run faster than a marathon", () => {
    expect(marathonPacesOf(26).easy.fast).toBeLessThan(paceMidpoint(marathonPacesOf(26).marathon));
    expect(marathonPacesOf(28).easy.fast).toBeGreaterThan(paceMidpoint(marathonPacesOf(28).marathon));
  });
});

function expectWithinOnePercent(actual: number, expected: number): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(0.01);
}
