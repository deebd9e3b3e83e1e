import { describe, expect, it } from "vitest";
import { PACE_RULES } from "../pace/rules.fixture.ts";
import { worldRecordSecondsOf } from "./world-record.ts";

describe("worldRecordSecondsOf", () => {
  it.each(PACE_RULES.worldRecordSeconds)("is the record itself over $metres m", ({ metres, seconds }) => {
    expect(worldRecordSecondsOf(metres, PACE_RULES)).toBeCloseTo(seconds, 6);
  });

  // Records that stand in no row: 3000 m by Jakob Ingebrigtsen 2024, 15 km on the road by Joshua Cheptegei 2018.
  it.each([
    [3000, 437.55],
    [15_000, 41 * 60 + 5],
  ])("lies near the record between two rows, at %d m", (metres, seconds) => {
    expect(Math.abs(worldRecordSecondsOf(metres, PACE_RULES) / seconds - 1)).toBeLessThan(0.04);
  });

  it("goes on past the last row", () => {
    // 50 km by CJ Albertson 2022, 2:38:43.
    const seconds = worldRecordSecondsOf(50_000, PACE_RULES);
    expect(seconds).toBeGreaterThan(7235);
    expect(seconds).toBeLessThan(2 * 3600 + 38 * 60 + 43);
  });
});
