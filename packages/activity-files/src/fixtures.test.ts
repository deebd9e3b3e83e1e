import { activityOf, type Activity, groupRuns, NO_DECISIONS } from "@strideiq/activity";
import { onDate, realActivityRules } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { readActivityFile } from "./one/read-activity-file.ts";
import { readFixture } from "./synthetic/fixtures.fixture.ts";

const RULES = realActivityRules();
const HOME = { timeZone: "Europe/Zurich", today: onDate("2026-11-22") };

function activityIn(name: string): Activity | null {
  const read = readActivityFile(readFixture(name));
  const [recording] = read.ok ? read.value : [];
  if (recording === undefined) throw new Error(name);
  return activityOf(recording, HOME, RULES);
}

describe("the recordings of real runners", () => {
  it("from New Zealand stand on the day on which they were run", () => {
    expect(activityIn("new-zealand-fr945.fit")).toMatchObject({
      sport: "run",
      start: { day: "2020-01-07", from: "place", utcOffsetSeconds: 13 * 3600 },
      metres: 12_241.63,
      elapsedSeconds: 4735,
      cautions: [],
    });
  });

  it("from a treadmill have distance, time without the stops, and the local day of the file", () => {
    expect(activityIn("treadmill-fr945.fit")).toMatchObject({
      sport: "run",
      surface: "treadmill",
      start: { day: "2020-02-02", from: "file" },
      metres: 10_630.37,
      movingSeconds: 3097,
      ascentMetres: null,
    });
  });

  it("with a clock that was never set have amounts, and no day until the athlete tells it", () => {
    const laps = activityIn("laps-only-clock-1990-fr70.fit");
    expect(laps).toMatchObject({
      start: null,
      metres: 10_248.67,
      movingSeconds: 3772.75,
      cautions: ["clock_wrong"],
    });
    expect(laps?.laps.map(({ metres }) => metres).slice(0, 3)).toEqual([1000, 1000, 1000]);
  });

  it("that broke off after six metres are no activity", () => {
    expect(activityIn("cut-off.fit")).toBeNull();
  });

  it("with a lap that contradicts its points go by the points", () => {
    const intervals = activityIn("intervals.tcx");
    expect(intervals).toMatchObject({
      laps: [],
      cautions: ["laps_contradict"],
      start: { day: "2020-01-03" },
    });
    expect(intervals?.elapsedSeconds).toBeCloseTo(1492, 0);
    expect(intervals?.metres).toBeGreaterThan(5200);
    expect(intervals?.metres).toBeLessThan(5400);
  });

  it("without a type are told apart by their name", () => {
    const beach = activityIn("beach-run-runkeeper.gpx");
    expect(beach).toMatchObject({ sport: "run", start: { day: "2019-08-31" }, cautions: ["sport_guessed"] });
    expect((beach?.metres ?? 0) / 1000).toBeCloseTo(7, 1);
  });

  it("by two devices count once, with the one that recorded longer, and a file that tells UTC is not believed", () => {
    const both = ["one-run-garmin-fenix-6.fit", "one-run-coros-pace-2.fit"].map(activityIn);
    const known = both.filter((one) => one !== null);
    const [run, ...others] = groupRuns(known, NO_DECISIONS, RULES.duplicates);
    expect(others).toEqual([]);
    expect(run?.activity).toMatchObject({ device: "coros COROS PACE 2", metres: 9512.72 });
    expect(run?.duplicates.map(({ metres }) => metres)).toEqual([9386.1]);
    expect(known.map(({ start }) => [start?.day, start?.utcOffsetSeconds])).toEqual([
      ["2021-05-07", -14_400],
      ["2021-05-07", -14_400],
    ]);
  });
});
