import { describe, expect, it } from "vitest";
import { monthStarts, pathThrough, pieceWithin, smoothed } from "./curves.ts";

describe("curves of runs", () => {
  it("go through every point", () => {
    expect(
      pathThrough([
        [0, 10],
        [2.25, 4],
      ]),
    ).toBe("M0.0 10.0L2.3 4.0");
    expect(pathThrough([])).toBe("");
  });

  it("name a month where it begins", () => {
    expect(monthStarts(["2026-11-30", "2026-12-01", "2026-12-02"])).toEqual([{ at: 1, day: "2026-12-01" }]);
  });

  it("are the mean of what lies around, and break where nothing is known", () => {
    expect(smoothed([300, 330, 360, null, 300], 1)).toEqual([315, 330, 345, null, 300]);
  });
});

describe("a lap beside the planned work", () => {
  const work = [
    { fromSeconds: 900, seconds: 480 },
    { fromSeconds: 1500, seconds: 480 },
  ];

  it("is the piece that most of it lies in", () => {
    expect(pieceWithin({ fromSeconds: 890, seconds: 480 }, work)).toBe(work[0]);
    expect(pieceWithin({ fromSeconds: 1600, seconds: 240 }, work)).toBe(work[1]);
  });

  it("is none of the work where less than half of it is", () => {
    expect(pieceWithin({ fromSeconds: 0, seconds: 1100 }, work)).toBeUndefined();
    expect(pieceWithin({ fromSeconds: 1380, seconds: 120 }, work)).toBeUndefined();
  });
});
