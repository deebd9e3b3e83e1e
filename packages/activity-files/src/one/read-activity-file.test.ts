import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ACTIVITY_BYTES_MAX } from "../limits.ts";
import { readFixture } from "../synthetic/fixtures.fixture.ts";
import { fitOf, gpxOf, tcxOf } from "../synthetic/run.fixture.ts";
import { readActivityFile } from "./read-activity-file.ts";

const RUN = {
  startedAt: Date.UTC(2026, 4, 9, 6),
  seconds: 1800,
  everySeconds: 1,
  secondsPerKm: 300,
  latitude: 47.37,
  longitude: 8.54,
  heartRate: 145,
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (bytes: Uint8Array) => {
  const result = readActivityFile(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const refusal = (bytes: Uint8Array) => {
  const result = readActivityFile(bytes);
  return result.ok ? null : result.error;
};

describe("the recordings in the fixtures", () => {
  it("tells where and when a run in New Zealand was", () => {
    const [run, ...more] = read(readFixture("new-zealand-fr945.fit"));
    expect(more).toEqual([]);
    expect(run).toMatchObject({
      sportWord: "running",
      device: "garmin fr945",
      startedAt: Date.parse("2020-01-06T22:33:00Z"),
      utcOffsetSeconds: 13 * 3600,
      totals: { metres: 12_241.63, timerSeconds: 4735.289, ascentMetres: 216 },
      faults: [],
    });
    expect(run?.samples).toHaveLength(4736);
    expect(run?.samples[5]).toMatchObject({ metres: 4.34, heartRate: 85, cadence: 80 });
    expect(run?.samples[5]?.latitude).toBeCloseTo(-40.95654, 5);
    expect(run?.laps.map(({ metres }) => metres)).toEqual([4000, 4000, 4000, 241.63]);
  });

  it("tells the stops of a treadmill run", () => {
    const [run] = read(readFixture("treadmill-fr945.fit"));
    const stopped = run?.stops.reduce((sum, { from, to }) => sum + (to - from) / 1000, 0) ?? 0;
    expect(run).toMatchObject({ subSportWord: "treadmill", totals: { elapsedSeconds: 3763.503 } });
    expect(run?.samples.every(({ latitude }) => latitude === null)).toBe(true);
    expect(stopped).toBeCloseTo(3763.503 - 3097.789, -1);
  });

  it("tells the laps of a watch whose samples are packed in a way that nobody reads", () => {
    const [run] = read(readFixture("laps-only-clock-1990-fr70.fit"));
    expect(run).toMatchObject({ faults: ["packed_times"], samples: [] });
    expect(run?.startedAt).toBe(Date.parse("1990-07-18T06:44:24Z"));
    expect(run?.laps).toHaveLength(11);
  });

  it("reads what stands before the break of an upload that broke off, and says so", () => {
    const [run] = read(readFixture("cut-off.fit"));
    expect(run).toMatchObject({ faults: ["cut_off"], totals: { metres: 5.73 } });
    expect(run?.samples).toHaveLength(14);
  });

  it("reads TCX and GPX", () => {
    const [intervals] = read(readFixture("intervals.tcx"));
    expect(intervals).toMatchObject({
      sportWord: "Running",
      laps: [{ seconds: 24.866666666666667, metres: 0 }],
    });
    expect(intervals?.samples).toHaveLength(1494);
    const [beach] = read(readFixture("beach-run-runkeeper.gpx"));
    expect(beach).toMatchObject({ sportWord: null, name: "Running 8/31/19 12:35 pm" });
    expect(beach?.startedAt).toBe(Date.parse("2019-08-31T16:35:37Z"));
  });

  it("knows a workout from an activity", () => {
    expect(refusal(readFixture("half-mile-repeats-workout.fit"))).toEqual({
      reason: "not_an_activity",
      holds: "workout",
    });
  });
});

describe("one run in three formats", () => {
  it.each([
    ["FIT", fitOf(RUN)],
    ["GPX", bytesOf(gpxOf(RUN))],
    ["TCX", bytesOf(tcxOf(RUN))],
  ])("is the same run as %s", (_format, bytes) => {
    const [run] = read(bytes);
    expect(run?.startedAt).toBe(RUN.startedAt);
    expect(run?.samples).toHaveLength(1801);
    expect(run?.samples.at(-1)).toMatchObject({ at: RUN.startedAt + 1_800_000, heartRate: 145 });
    expect(run?.samples[900]?.latitude).toBeCloseTo(47.37 + 3000 / 111_195, 6);
  });
});

describe("an activity file", () => {
  it("has one id, packed or not, and another when a byte differs", () => {
    const [plain, other] = [bytesOf(gpxOf(RUN)), bytesOf(gpxOf({ ...RUN, heartRate: 146 }))];
    expect(read(gzipSync(plain))).toEqual(read(plain));
    expect(read(other)[0]?.id).not.toBe(read(plain)[0]?.id);
  });

  it("is read in UTF-16 and behind blanks too", () => {
    const text = `\n\n  ${gpxOf(RUN)}`;
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    expect(read(wide)[0]?.samples).toEqual(read(bytesOf(text))[0]?.samples);
  });

  it("may be cut off anywhere in the track", () => {
    for (const text of [gpxOf(RUN), tcxOf(RUN)]) {
      const [run] = read(bytesOf(text.slice(0, text.length / 2)));
      expect(run?.faults).toEqual(["cut_off"]);
      expect(run?.samples.length).toBeGreaterThan(500);
    }
    const fit = fitOf(RUN);
    const [run] = read(fit.subarray(0, fit.length / 2));
    expect(run?.faults).toEqual(["cut_off"]);
    expect(run?.samples.length).toBeGreaterThan(500);
  });

  it.each<[string, Uint8Array, unknown]>([
    ["no bytes", new Uint8Array(), { reason: "empty" }],
    ["a picture", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), { reason: "unknown_format" }],
    ["a page", bytesOf("<html><body>Sign in</body></html>"), { reason: "unknown_format" }],
    ["broken gzip", gzipSync("x").subarray(0, 12), { reason: "unreadable", format: "gzip" }],
    ["gzip in gzip", gzipSync(gzipSync(gpxOf(RUN))), { reason: "archive_in_archive" }],
    ["nothing, packed", gzipSync(""), { reason: "empty" }],
    ["a FIT header alone", fitOf(RUN).subarray(0, 14), { reason: "unreadable", format: "FIT" }],
    [
      "entities that grow",
      bytesOf(`<?xml version="1.0"?><!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><gpx>&b;</gpx>`),
      { reason: "entities" },
    ],
    [
      "an entity that reads another file",
      bytesOf(`<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]><gpx><trk><name>&x;</name></trk></gpx>`),
      { reason: "entities" },
    ],
    [
      "a route without times",
      bytesOf('<gpx><trk><trkseg><trkpt lat="1" lon="2"/></trkseg></trk></gpx>'),
      { reason: "no_times" },
    ],
    [
      "a route",
      bytesOf('<gpx><rte><rtept lat="1" lon="2"/></rte></gpx>'),
      { reason: "not_an_activity", holds: "course" },
    ],
    [
      "a course",
      bytesOf("<TrainingCenterDatabase><Courses><Course/></Courses></TrainingCenterDatabase>"),
      { reason: "not_an_activity", holds: "course" },
    ],
    [
      "500 MB",
      { length: 500 * 2 ** 20 } as Uint8Array,
      { reason: "too_large", bytesMax: ACTIVITY_BYTES_MAX },
    ],
    [
      "a bomb",
      gzipSync(Buffer.alloc(ACTIVITY_BYTES_MAX + 1)),
      { reason: "unpacks_too_large", bytesMax: ACTIVITY_BYTES_MAX },
    ],
  ])("that is %s is refused with the reason", (_what, bytes, reason) => {
    expect(refusal(bytes)).toEqual(reason);
  });

  it("takes NaN and words in place of numbers as nothing told", () => {
    const text = gpxOf(RUN).replaceAll("<ele>100.0</ele>", "<ele>NaN</ele>").replaceAll(">145<", ">fast<");
    const [run] = read(bytesOf(text));
    expect(run?.samples[0]).toMatchObject({ altitude: null, heartRate: null });
  });

  it("loses what could steer a terminal from its words", () => {
    const text = gpxOf(RUN).replace("<trkseg>", "<name>A&#x9;run \u202E\u0085 x</name><trkseg>");
    expect(read(bytesOf(text))[0]?.name).toMatch(/^A run +x$/);
  });

  it("with two tracks is two activities", () => {
    const [head = "", track = ""] = gpxOf(RUN).split("<trk>");
    const later = track.replaceAll("2026-05-09", "2026-05-10");
    const two = read(bytesOf(`${head}<trk>${track.replace("</gpx>", "")}<trk>${later}`));
    expect(two.map(({ id }) => id)).toEqual([two[0]?.id, `${two[0]?.id ?? ""}-1`]);
  });
});
