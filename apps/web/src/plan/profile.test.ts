import type { SingleStep, Step, Zone } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { profileOf } from "./profile.ts";

const minutes = (zone: Zone, count: number): SingleStep => ({
  zone,
  by: "time",
  seconds: count * 60,
  metres: count * 200,
});

const cruise: readonly Step[] = [
  minutes("easy", 15),
  { repeat: 3, steps: [minutes("threshold", 8), minutes("recovery", 2)] },
  minutes("easy", 15),
];

describe("the step profile", () => {
  it("draws every repetition and every recovery, in order", () => {
    expect(profileOf(cruise, "threshold").map(({ step }) => step.zone)).toEqual([
      "easy",
      "threshold",
      "recovery",
      "threshold",
      "recovery",
      "threshold",
      "recovery",
      "easy",
    ]);
  });

  it("is as wide as the session is long, without gap or overlap", () => {
    let end = 0;
    for (const bar of profileOf(cruise, "threshold")) {
      expect(bar.start).toBeCloseTo(end, 10);
      end = bar.start + bar.width;
    }
    expect(end).toBeCloseTo(1, 10);
  });

  it("stands higher the faster the step is", () => {
    const [easy, threshold, recovery] = profileOf(cruise, "threshold").map(({ height }) => height);
    expect(threshold).toBeGreaterThan(easy ?? 1);
    expect(recovery).toBeLessThan(easy ?? 0);
  });

  it("gives the easy part of a long run the colour of the long run, and its fast part its own", () => {
    const long = profileOf([minutes("easy", 90), minutes("marathon", 30)], "long");
    expect(long.map(({ stimulus }) => stimulus)).toEqual(["long", "race-pace"]);
  });

  it("is empty for a session without time", () => {
    expect(profileOf([], "strength")).toEqual([]);
  });
});
