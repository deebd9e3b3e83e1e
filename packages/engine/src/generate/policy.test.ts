import { realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { policiesOf } from "./policy.ts";

const rulebook = realRulebook();
const { marathon } = rulebook.races;

describe("the policies", () => {
  it("begin with the wish: gentle growth, all days, the taper aimed at, the whole peak", () => {
    expect(policiesOf(marathon, 18, rulebook)[0]).toEqual({
      growth: "aim",
      daysFewer: 0,
      qualityMax: 2,
      peakShare: 1,
      isCareful: false,
      baseFewer: 0,
      taperWeeks: marathon.taper.weeksAim,
    });
  });

  it("give up quality before days, and are all different", () => {
    const policies = policiesOf(marathon, 18, rulebook);
    const fewer = policies.findIndex((policy) => policy.daysFewer > 0);
    expect(policies.slice(0, fewer).some((policy) => policy.qualityMax === 0)).toBe(true);
    const texts = policies.map((policy) => JSON.stringify(policy));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("spend no more than half of a short horizon on the taper", () => {
    const tapers = (weeks: number): readonly number[] => [
      ...new Set(policiesOf(marathon, weeks, rulebook).map((policy) => policy.taperWeeks)),
    ];
    expect(tapers(18)).toEqual([3, 2]);
    expect(tapers(5)).toEqual([2]);
    expect(tapers(3)).toEqual([marathon.taper.weeksMin]);
  });

  it("keep the taper of the race as long as any way with all days does", () => {
    const allDays = policiesOf(marathon, 18, rulebook).filter(({ daysFewer }) => daysFewer === 0);
    const tapers = allDays.map(({ taperWeeks }) => taperWeeks);
    expect(tapers).toEqual(tapers.toSorted((a, b) => b - a));
    expect(new Set(tapers).size).toBe(2);
  });
});
