import { describe, expect, it } from "vitest";
import { readTrack, writeTrack } from "./track-text.ts";

const POINT = {
  seconds: 12.345,
  movingSeconds: 10,
  metres: 40.126,
  altitude: null,
  heartRate: 150,
  cadence: 88,
};

describe("a track that is kept", () => {
  it("comes back to the hundredth, and what was not known stays unknown", () => {
    expect(readTrack(writeTrack([POINT]))).toEqual([{ ...POINT, seconds: 12.35, metres: 40.13 }]);
  });

  it("is not taken for one when it is something else", () => {
    expect(() => readTrack('{"seconds":[1]}')).toThrow(/writeTrack/);
  });
});
