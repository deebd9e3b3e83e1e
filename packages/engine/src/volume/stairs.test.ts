import { describe, expect, it } from "vitest";
import { climbStairs, type StairRules, type Tread } from "./stairs.ts";

const RULES: StairRules = {
  sameMetres: 1000,
  grownMost: (metres) => metres * 1.1,
  costOfGivingWay: (last, next) => Math.max(0, 1 - next.weekMetres / last.weekMetres) * 40,
};

/** Weeks that may run every half kilometre between two distances, and would rather run the aim. */
const weeksOf = (
  aims: readonly number[],
  from: number,
  to: number,
  cutbacksBefore: number[] = [],
  isLeaning = false,
): Tread[] =>
  aims.map((aim, i) => ({
    choices: Array.from({ length: (to - from) / 500 + 1 }, (_, step) => from + step * 500).map((metres) => ({
      metres,
      weekMetres: isLeaning ? metres * 5 : 100_000,
      cost: ((metres - aim) / 1000) ** 2,
    })),
    afterCutback: cutbacksBefore.includes(i),
  }));

const stepsDown = (longRuns: readonly number[]): number =>
  longRuns.filter((metres, i) => metres < (longRuns[i - 1] ?? 0)).length;

describe("long runs by stairs", () => {
  it("follow a straight climb where it has no plateau", () => {
    expect(climbStairs(weeksOf([20_000, 20_500, 21_000, 21_500, 22_000], 18_000, 24_000), RULES)).toEqual([
      20_000, 20_500, 21_000, 21_500, 22_000,
    ]);
  });

  it("never run the same distance three build weeks in a row", () => {
    const longRuns = climbStairs(weeksOf(Array<number>(10).fill(20_000), 18_000, 20_000), RULES) ?? [];
    expect(longRuns).toHaveLength(10);
    longRuns.slice(2).forEach((metres, i) => {
      const row = [metres, ...longRuns.slice(i, i + 2)];
      expect(Math.max(...row) - Math.min(...row)).toBeGreaterThanOrEqual(1000);
    });
  });

  it("step down after a cutback rather than within a block", () => {
    const level = weeksOf(Array<number>(6).fill(20_000), 19_000, 20_000, [3]);
    const longRuns = climbStairs(level, RULES) ?? [];
    expect(longRuns.findIndex((metres, i) => metres < (longRuns[i - 1] ?? 0))).toBe(3);
  });

  it("take no step down where the weeks lean on them and would give way, but climb from lower", () => {
    const aims = [18_000, 19_500, 20_000, 20_000, 20_000, 20_500];
    const free = climbStairs(weeksOf(aims, 16_000, 20_500), RULES) ?? [];
    const leaning = climbStairs(weeksOf(aims, 16_000, 20_500, [], true), RULES) ?? [];
    expect(stepsDown(free)).toBe(1);
    expect(stepsDown(leaning)).toBe(0);
    expect(leaning.at(-1)).toBe(20_500);
  });

  it("take no step beyond what the last two long runs allow", () => {
    const [first = 0, second = 0] = climbStairs(weeksOf([20_000, 24_000], 18_000, 24_000), RULES) ?? [];
    expect(second).toBeGreaterThan(first);
    expect(second).toBeLessThanOrEqual(RULES.grownMost(first));
    const resumed = weeksOf([20_000, 18_000, 22_000], 18_000, 22_000);
    expect(climbStairs(resumed, RULES)?.at(-1)).toBe(22_000);
  });

  it("are told to be impossible where they are", () => {
    expect(climbStairs(weeksOf([20_000, 20_000, 20_000], 20_000, 20_000), RULES)).toBeNull();
    expect(climbStairs([], RULES)).toBeNull();
  });
});
