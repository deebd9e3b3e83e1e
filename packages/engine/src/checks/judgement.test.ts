import { describe, expect, it } from "vitest";
import { atLeast, atMost, grownBy, judgementOf } from "./judgement.ts";

describe("judgementOf", () => {
  it("reports the breach furthest over its limit and all weeks that broke it, flags aside", () => {
    const findings = [
      atMost(5, 10, "breach", { week: 1 }),
      atMost(11, 10, "breach", { week: 3, why: "a little" }),
      atMost(20, 10, "breach", { week: 2, why: "much" }),
      atMost(90, 10, "flag", { week: 4 }),
    ];
    const { breaches, ...judgement } = judgementOf(findings, "");
    expect(breaches?.map(({ week }) => week)).toEqual([3, 2]);
    expect(judgement).toEqual({
      verdict: "breach",
      measured: 20,
      limit: 10,
      weeks: [2, 3],
      why: "much",
    });
  });

  it("tells how close a passing plan came", () => {
    const findings = [atLeast(9, 4, "breach"), atLeast(5, 4, "breach", { week: 2, why: "unsaid" })];
    expect(judgementOf(findings, "")).toEqual({ verdict: "pass", measured: 5, limit: 4 });
  });

  it("never tells a number that missed its limit as the limit itself", () => {
    expect(judgementOf([atMost(0.750_013_826_6, 0.75, "flag")], "")).toEqual({
      verdict: "flag",
      measured: 0.750_013_827,
      limit: 0.75,
    });
    expect(judgementOf([atMost(0.760_013_826_6, 0.75, "flag")], "").measured).toBe(0.76);
  });

  it("does not apply where nothing was there to look at", () => {
    expect(judgementOf([], "no tune-up race")).toEqual({ verdict: "not_applicable", why: "no tune-up race" });
  });

  it("forgives binary fractions and nothing else", () => {
    expect(atMost(0.1 + 0.2, 0.3, "breach").verdict).toBe("pass");
    expect(atMost(0.3001, 0.3, "breach").verdict).toBe("breach");
  });
});

describe("grownBy", () => {
  const growth = { growthMax: 1.3, smallMetres: 30_000, smallStepMetres: 6000 };

  it.each([
    [10_000, 16_000],
    [20_000, 26_000],
    [29_000, 37_700],
    [30_000, 39_000],
  ])("lets %i m a week grow to %i", (base, most) => {
    expect(grownBy(base, growth)).toBeCloseTo(most);
  });
});
