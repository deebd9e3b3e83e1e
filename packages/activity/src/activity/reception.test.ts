import { aRecording, onDate, realActivityRules } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { Recording, Sample } from "../recording/recording.ts";
import type { Activity } from "./activity.ts";
import { activityOf } from "./activity-of.ts";

const HOME = { timeZone: "Europe/Zurich", today: onDate("2026-11-22") };
const SHAPE = { at: "2026-05-09T08:00:00+02:00", seconds: 3000, secondsPerKm: 300 };
const DEGREE_METRES = 111_195;

/** Ten kilometres in fifty minutes by a file that tells positions alone. */
function placed(change: (sample: Sample, index: number) => Sample, rest: Partial<Recording> = {}): Activity {
  const recording = aRecording(SHAPE);
  const samples = recording.samples.map((sample, index) => change({ ...sample, metres: null }, index));
  const made = activityOf({ ...recording, ...rest, samples }, HOME, realActivityRules());
  if (made === null) throw new Error("No activity.");
  return made;
}

const north = (sample: Sample, metres: number): Sample => ({
  ...sample,
  latitude: (sample.latitude ?? 0) + metres / DEGREE_METRES,
});

describe("positions from before the watch had found its satellites", () => {
  it.each([
    [1, 2000],
    [1, 10_000],
    [1, 30_000],
    [2, 490_000],
  ])(
    "the first %d of them %d m off make a run of ten kilometres no longer and no shorter",
    (count, metres) => {
      const run = placed((sample, index) => (index < count ? north(sample, metres) : sample));
      expect(run.metres).toBeGreaterThan(9950);
      expect(run.metres).toBeLessThan(10_010);
      expect(run.movingSeconds).toBeGreaterThan(2970);
      expect(run.cautions).toEqual(["positions_left_out"]);
    },
  );

  it("do not tell the day", () => {
    const late = Date.parse("2026-05-09T21:30:00Z") - Date.parse(SHAPE.at);
    const run = placed(
      (sample, index) => ({
        ...(index === 0 ? { ...sample, longitude: 150 } : sample),
        at: sample.at + late,
      }),
      { startedAt: null },
    );
    expect(run.start?.day).toBe("2026-05-09");
  });

  it("that stay away for a while in the middle cost no more than the jumps there and back", () => {
    const run = placed((sample, index) => (index >= 200 && index < 260 ? north(sample, 3000) : sample));
    expect(run.metres).toBeGreaterThan(9900);
    expect(run.metres).toBeLessThan(10_010);
  });

  it("two that are wild in the middle are left out, and what was run meanwhile counts", () => {
    const run = placed((sample, index) =>
      index === 200 ? north(sample, 900) : index === 201 ? north(sample, -900) : sample,
    );
    expect(run.metres).toBeCloseTo(10_000, -1);
  });
});

describe("the way made while the watch was stopped", () => {
  const at = (second: number): number => Date.parse(SHAPE.at) + second * 1000;
  /** Stopped after 25 minutes for twenty more, and started again so far away. */
  const away = (metres: number): Activity =>
    placed(
      (sample, index) => (index > 300 ? { ...north(sample, metres), at: sample.at + 1_200_000 } : sample),
      { stops: [{ from: at(1500), to: at(1505 + 1200) }] },
    );

  it.each([0, 60, 4000, 14_000, 400_000])("is no part of the run: %d m", (metres) => {
    const run = away(metres);
    expect(run.metres).toBeGreaterThan(9950);
    expect(run.metres).toBeLessThan(10_010);
    expect(run.movingSeconds).toBe(2995);
    expect(run.cautions).toEqual([]);
  });
});
