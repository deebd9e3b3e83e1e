import { aRequest, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { runnerOf } from "../generate/runner.ts";
import { carryOf } from "./carry.ts";

const rulebook = realRulebook();
const other = rulebook.longRun.secondLongestAim;

describe("what a week can hold beside its long run", () => {
  it("is a share of the long run for every other day", () => {
    const runner = runnerOf(aRequest(), 20, rulebook);
    expect(carryOf(20_000, 3, runner, rulebook)).toBeCloseTo(20_000 * (1 + 2 * other));
    expect(carryOf(20_000, 6, runner, rulebook)).toBeCloseTo(20_000 * (1 + 5 * other));
  });

  it("stays within law E4", () => {
    expect(other).toBeLessThanOrEqual(rulebook.laws.E4.carryFactor);
  });

  it("counts a short day with the distance that it has time for, and takes the roomiest days", () => {
    const short = runnerOf(aRequest({ dayLimits: { tue: 1800, wed: 1800 } }), 20, rulebook);
    const room = 1800 / short.easySecondsPerMetre;
    expect(carryOf(20_000, 5, short, rulebook)).toBeCloseTo(20_000 * (1 + 4 * other));
    expect(carryOf(20_000, 6, short, rulebook)).toBeCloseTo(20_000 * (1 + 4 * other) + room);
  });

  it("counts no day that is not free", () => {
    const busy = runnerOf(aRequest({ unavailable: ["mon", "tue", "wed", "thu"] }), 20, rulebook);
    expect(carryOf(20_000, 5, busy, rulebook)).toBeCloseTo(20_000 * (1 + 2 * other));
  });
});
