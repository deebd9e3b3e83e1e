import { aPlan, aRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { measuresOf } from "./plan-measures.ts";

const rules = aRulebook();
const judged = (laws: Parameters<typeof measuresOf>[0]["certificate"]["laws"]) => ({
  ...aPlan(),
  certificate: { laws },
});

describe("a plan in the numbers of a coach", () => {
  it("counts its training, and of the race nothing", () => {
    expect(measuresOf(judged([]), rules)).toMatchObject({
      weeks: 12,
      runs: 59,
      totalMetres: 547_000,
      peakMetres: 60_000,
      longestMetres: 18_000,
      hardSessions: 12,
      racePaceSeconds: 0,
      cutbackWeeks: 2,
      taperWeeks: 2,
      remarks: 0,
    });
  });

  it("tells work at threshold from what is faster, in whole minutes", () => {
    const { thresholdSeconds, fasterSeconds } = measuresOf(judged([]), rules);
    const without = aPlan({ 9: "- E10 E9 - T10/2x2.5 E10 G17" });
    const fewer = measuresOf({ ...without, certificate: { laws: [] } }, rules);
    expect(fewer.thresholdSeconds).toBe(thresholdSeconds);
    expect(fewer.fasterSeconds).toBeLessThan(fasterSeconds);
    expect(fewer.hardSessions).toBe(11);
    expect([thresholdSeconds % 60, fasterSeconds % 60]).toEqual([0, 0]);
  });

  it("counts the laws that have a remark", () => {
    const laws = [
      { id: "V1", verdict: "pass" },
      { id: "I9", verdict: "flag", why: "Few sessions are different ones." },
    ] as const;
    expect(measuresOf(judged(laws), rules).remarks).toBe(1);
  });
});
