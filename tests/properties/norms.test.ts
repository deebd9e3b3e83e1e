import { realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { comparisons } from "../../tools/norms/compare.ts";
import { normsPage } from "../../tools/norms/norms-page.ts";
import { reasonFor } from "../../tools/norms/reasons.ts";

const rulebook = realRulebook();
const all = comparisons(rulebook);
const outside = all.filter(({ isInside }) => !isInside);

describe("the standard plans beside published ones", () => {
  it("are measured by 21 figures each", () => {
    expect(all).toHaveLength(24 * 21);
    expect(all.filter(({ value }) => Number.isNaN(value))).toEqual([]);
  });

  it("lie where eight in ten published plans lie, or say why not", () => {
    const unexplained = outside
      .filter((one) => reasonFor(one) === undefined)
      .map(({ plan, figure, value, norm }) => ({
        plan: `${plan.distance} ${plan.weeks} ${plan.tier}`,
        figure,
        value,
        norm,
      }));
    expect(unexplained).toEqual([]);
  });

  it("lie there with more than nine figures in ten", () => {
    expect(outside.length / all.length).toBeLessThan(0.1);
  });

  it("have no reason for the other side: a bigger 5K start than published is not explained by a smaller one", () => {
    const start = all.find(({ plan, figure }) => figure === "startKm" && plan.distance === "5k");
    if (start === undefined) throw new Error("There is no 5K plan.");
    expect(reasonFor({ ...start, value: 5 })).toBeDefined();
    expect(reasonFor({ ...start, value: 500 })).toBeUndefined();
  });

  it("fill a page with every race and tier, figures outside marked", () => {
    const { text } = normsPage(rulebook);
    expect(text.match(/^## /gm)).toHaveLength(12);
    expect(text.match(/\*\*[\d.]+\*\*/g)).toHaveLength(outside.length);
  });
});
