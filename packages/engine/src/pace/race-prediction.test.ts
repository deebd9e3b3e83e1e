import { describe, expect, it } from "vitest";
import { realRulebook } from "@strideiq/testing";
import { racePredictionOf } from "./race-prediction.ts";

const rules = realRulebook();
const HALF_IN_1_45 = { metres: 21_097.5, seconds: 105 * 60 };

describe("what a result says of a race", () => {
  it("leaves a marathon after a half at least the ten minutes that half of recreational runners need more", () => {
    const { seconds, fastSeconds, slowSeconds } = racePredictionOf(HALF_IN_1_45, "marathon", rules);
    expect(seconds / 60).toBeGreaterThan(215);
    expect(slowSeconds - seconds).toBeGreaterThan(10 * 60);
    expect(seconds - fastSeconds).toBeLessThan(slowSeconds - seconds);
  });

  it("is no surer than two races over one distance are alike", () => {
    const { seconds, fastSeconds, slowSeconds } = racePredictionOf(HALF_IN_1_45, "half_marathon", rules);
    expect(seconds).toBe(HALF_IN_1_45.seconds);
    expect(slowSeconds - seconds).toBe(seconds - fastSeconds);
    expect((slowSeconds - seconds) / seconds).toBeGreaterThan(0.02);
  });

  it("is narrower over 10 km than over the marathon", () => {
    const width = (distance: "10k" | "marathon"): number => {
      const { seconds, fastSeconds, slowSeconds } = racePredictionOf(
        { metres: 5000, seconds: 1320 },
        distance,
        rules,
      );
      return (slowSeconds - fastSeconds) / seconds;
    };
    expect(width("10k")).toBeLessThan(width("marathon") / 2);
  });
});
