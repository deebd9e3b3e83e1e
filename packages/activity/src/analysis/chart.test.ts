import { describe, expect, it } from "vitest";
import type { TrackPoint } from "../activity/activity.ts";
import { chartOf } from "./chart.ts";

/** 5:00 per kilometre, a sample a second, with a minute of standing after ten. */
function trackWithPause(): readonly TrackPoint[] {
  return Array.from({ length: 1201 }, (_, second) => {
    const moving = second <= 600 ? second : Math.max(600, second - 60);
    return {
      seconds: second,
      movingSeconds: moving,
      metres: (moving / 300) * 1000,
      altitude: 400,
      heartRate: 150,
      cadence: null,
    };
  });
}

describe("the chart of a run", () => {
  it("shows the pace that was run, and none where the runner stood", () => {
    const chart = chartOf(trackWithPause(), 40);
    expect(chart?.seconds).toHaveLength(40);
    expect(chart?.secondsPerKm.slice(0, 19).every((pace) => Math.abs((pace ?? 0) - 300) < 2)).toBe(true);
    expect(chart?.secondsPerKm.some((pace) => pace === null)).toBe(true);
    expect(chart?.metres.at(-1)).toBeCloseTo(3800, 0);
    expect(new Set(chart?.heartRate)).toEqual(new Set([150]));
  });

  it("is none of a run without a track", () => {
    expect(chartOf([], 40)).toBeNull();
  });
});
