import { aRecording, onDate, realActivityRules, type RunShape } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { Recording, Sample } from "../recording/recording.ts";
import type { Activity } from "./activity.ts";
import { activityOf } from "./activity-of.ts";

const RULES = realActivityRules();
const HOME = { timeZone: "Europe/Zurich", today: onDate("2026-11-22") };
const EASY = { at: "2026-05-09T08:00:00+02:00", seconds: 1800, secondsPerKm: 300 };

function activity(shape: RunShape = EASY, change: Partial<Recording> = {}): Activity {
  const made = activityOf({ ...aRecording(shape), ...change }, HOME, RULES);
  if (made === null) throw new Error("No activity.");
  return made;
}

const samples = aRecording(EASY).samples;
const withSamples = (change: (sample: Sample, index: number) => Sample): Activity =>
  activity(EASY, { samples: samples.map(change) });

describe("an activity", () => {
  it("is as far and as long as it was", () => {
    expect(activity()).toMatchObject({
      metres: 6000,
      elapsedSeconds: 1800,
      movingSeconds: 1800,
      cautions: [],
    });
  });

  it("measures its distance by positions where the file tells none, to a thousandth", () => {
    expect(withSamples((sample) => ({ ...sample, metres: null })).metres).toBeCloseTo(6000, -1);
  });

  it("adds up distances that are told from point to point", () => {
    const told = withSamples((sample, index) => ({ ...sample, metres: index === 0 ? 0 : 1000 / 60 }));
    expect(told.metres).toBeCloseTo(6000, 0);
    expect(told.movingSeconds).toBe(1800);
  });

  it("does not count standing at a light, and does not take a lost signal for standing", () => {
    const standing = (from: number, to: number) => (sample: Sample) => {
      const second = (sample.at - (samples[0]?.at ?? 0)) / 1000;
      const ran = second <= from ? second : Math.max(from, second - (to - from));
      return { ...sample, metres: ran / 0.3 };
    };
    expect(withSamples(standing(600, 720)).movingSeconds).toBe(1680);
    expect(withSamples(standing(600, 605)).movingSeconds).toBe(1800);
  });

  it("does not count the time in which the watch was stopped", () => {
    const start = samples[0]?.at ?? 0;
    const stops = [{ from: start + 300_000, to: start + 420_000 }];
    expect(activity(EASY, { stops }).movingSeconds).toBe(1680);
  });

  it("leaves out a position that nobody could have reached", () => {
    const jumped = withSamples((sample, index) => ({
      ...sample,
      metres: null,
      latitude: index === 100 ? 48 : sample.latitude,
    }));
    expect(jumped.metres).toBeCloseTo(6000, -1);
    expect(jumped.cautions).toEqual(["positions_left_out"]);
  });

  it("takes heart rates, heights and distances that cannot be for nothing told", () => {
    const odd = withSamples((sample, index) =>
      index % 2 === 0
        ? { ...sample, heartRate: 150 }
        : { ...sample, heartRate: -3, altitude: 40_000, metres: -1, latitude: 0, longitude: 0 },
    );
    expect(odd).toMatchObject({ averageHeartRate: 150, maxHeartRate: 150, ascentMetres: 0 });
    expect(odd.metres).toBe(6000);
  });

  it("is the same whatever the order of its samples, and with each of them twice", () => {
    const doubled = [...samples, ...samples].toReversed();
    expect(activity(EASY, { samples: doubled })).toEqual(activity());
  });

  it("believes a told total that is near the track, and no other", () => {
    const told = (metres: number) =>
      activity(EASY, { totals: { ...aRecording(EASY).totals, metres } }).metres;
    expect(told(6100)).toBe(6100);
    expect(told(9000)).toBe(6000);
    expect(told(Number.NaN)).toBe(6000);
  });

  it("is none when a button was pressed by mistake", () => {
    expect(activityOf(aRecording({ ...EASY, seconds: 20 }), HOME, RULES)).toBeNull();
  });

  it("of amounts alone is an activity too", () => {
    const totals = { ...aRecording(EASY).totals, metres: 10_000, timerSeconds: 3000 };
    expect(activity(EASY, { format: "manual", samples: [], totals })).toMatchObject({
      metres: 10_000,
      movingSeconds: 3000,
      track: [],
    });
  });
});

describe("the day of an activity", () => {
  const dayOf = (change: Partial<Recording>, at = EASY.at) => {
    const { cautions, start } = activity({ ...EASY, at }, change);
    return [start?.day, start?.from, ...cautions];
  };
  const unplaced = samples.map((sample) => ({ ...sample, latitude: null, longitude: null }));

  it("is that of the place, then of the file, then of home", () => {
    const late = "2026-05-09T23:30:00Z";
    expect(dayOf({ utcOffsetSeconds: -7200 }, late)).toEqual(["2026-05-10", "place"]);
    expect(dayOf({ samples: unplaced, utcOffsetSeconds: -7200, startedAt: Date.parse(late) })).toEqual([
      "2026-05-09",
      "file",
    ]);
    expect(dayOf({ samples: unplaced, startedAt: Date.parse(late) })).toEqual([
      "2026-05-10",
      "home",
      "day_from_home",
    ]);
  });

  it("is that of home when the device says that it is in Greenwich, which some say wherever they are", () => {
    const change = { samples: unplaced, utcOffsetSeconds: 0, startedAt: Date.parse("2026-05-09T23:30:00Z") };
    expect(dayOf(change)).toEqual(["2026-05-10", "home", "day_from_home"]);
  });

  it.each(["1990-07-18T06:44:24Z", "2099-01-01T06:00:00Z", "1999-12-31T12:00:00Z"])(
    "is open after a clock that says %s",
    (at) => {
      expect(dayOf({}, at)).toEqual([undefined, undefined, "clock_wrong"]);
    },
  );

  it("is mended by another opinion", () => {
    const toldStart = Date.parse("2026-05-09T06:00:00Z");
    expect(dayOf({ toldStart }, "1990-07-18T06:44:24Z")).toEqual(["2026-05-09", "place", "clock_mended"]);
  });

  it("may be tomorrow, where tomorrow has begun, and no later", () => {
    expect(dayOf({}, "2026-11-23T09:00:00+01:00")[0]).toBe("2026-11-23");
    expect(dayOf({}, "2026-11-24T09:00:00+01:00")).toContain("clock_wrong");
  });

  it("does not break on a time that no calendar has", () => {
    for (const startedAt of [1e18, -1e18, Number.NaN])
      expect(activity(EASY, { startedAt }).cautions).toContain("clock_wrong");
  });
});

describe("the sport", () => {
  const sportOf = (change: Partial<Recording>, shape: RunShape = EASY) => {
    const { sport, surface } = activity(shape, change);
    return [sport, surface];
  };

  it.each([
    ["running", null, "run", "unknown"],
    ["running", "treadmill", "run", "treadmill"],
    ["running", "trail", "run", "trail"],
    ["running", "track", "run", "track"],
    ["Trail Run", null, "run", "trail"],
    ["Virtual Run", null, "run", "treadmill"],
    ["walking", null, "walk", "unknown"],
    ["Spaziergang", null, "walk", "unknown"],
    ["Hike", null, "hike", "unknown"],
    ["Wanderung", null, "hike", "unknown"],
    ["Lauf", null, "run", "unknown"],
    ["Course à pied", null, "run", "unknown"],
    ["Carrera", null, "run", "unknown"],
    ["Corsa", null, "run", "unknown"],
    ["Hardlopen", null, "run", "unknown"],
    ["9", null, "run", "unknown"],
    ["cycling", null, "ride", "unknown"],
    ["Radfahrt", null, "ride", "unknown"],
    ["Virtual Ride", null, "ride", "unknown"],
    ["swimming", null, "swim", "unknown"],
    ["training", "strengthTraining", "cross_training", "unknown"],
    ["rowing", null, "cross_training", "unknown"],
    ["trail_running", null, "run", "trail"],
    ["TrailRun", null, "run", "trail"],
    ["eBiking", null, "ride", "unknown"],
    ["Weight Training", null, "strength", "unknown"],
    ["Wheelchair", null, "other", "unknown"],
    ["Snowshoe", null, "cross_training", "unknown"],
    ["Pedalada", null, "ride", "unknown"],
    ["Corrida", null, "run", "unknown"],
    ["Caminhada", null, "walk", "unknown"],
    ["Pedalata", null, "ride", "unknown"],
    ["Camminata", null, "walk", "unknown"],
    ["Caminata", null, "walk", "unknown"],
    ["Hardloopsessie", null, "run", "unknown"],
    ["Jazda na rowerze", null, "ride", "unknown"],
    ["Spacer", null, "walk", "unknown"],
    ["Laufen (Trail)", null, "run", "trail"],
    ["달리기", null, "run", "unknown"],
    ["라이딩", null, "ride", "unknown"],
    ["骑行", null, "ride", "unknown"],
  ])("%s, %s is %s, %s", (sportWord, subSportWord, sport, surface) => {
    expect(sportOf({ sportWord, subSportWord })).toEqual([sport, surface]);
  });

  it("without a word goes by speed", () => {
    const silent = { sportWord: null, name: null };
    expect(sportOf(silent, { ...EASY, secondsPerKm: 300 })[0]).toBe("run");
    expect(sportOf(silent, { ...EASY, secondsPerKm: 700 })[0]).toBe("walk");
    expect(sportOf(silent, { ...EASY, secondsPerKm: 110 })[0]).toBe("ride");
  });

  it("without a word is no run that few in the world could run: forty kilometres at 21.8 km/h, nor at 18.5", () => {
    const silent = { sportWord: null, name: null };
    expect(sportOf(silent, { ...EASY, seconds: 6605, secondsPerKm: 165 })[0]).toBe("ride");
    expect(sportOf(silent, { ...EASY, seconds: 7780, secondsPerKm: 194.5 })[0]).toBe("ride");
    expect(sportOf(silent, { ...EASY, seconds: 600, secondsPerKm: 200 })[0]).toBe("run");
    expect(activity({ ...EASY, seconds: 6605, secondsPerKm: 165 }).cautions).toEqual(["impossible_speed"]);
  });

  it.each([
    ["Friday easy 8k", "run"],
    ["Cambridge half marathon", "run"],
    ["Bridge loop", "run"],
    ["Bradford 10k", "run"],
    ["Comrades Marathon", "run"],
    ["Simple easy 8k", "run"],
    ["Tempo with Brown", "run"],
    ["Training day 3", "run"],
    ["Climb to Skipton", "run"],
    ["Park row tempo", "run"],
    ["Astrid's parkrun", "run"],
    ["Run with the bike club", "run"],
    ["Morning Ride", "ride"],
    ["朝のラン", "run"],
    ["Evening walk", "walk"],
  ])("is told by whole words of a title: %s is a %s", (name, sport) => {
    expect(sportOf({ format: "gpx", sportWord: null, name })[0]).toBe(sport);
  });

  it("that is named and not known here is none until the athlete tells it, whatever title and speed say", () => {
    const unknown = activity(EASY, { format: "table", sportWord: "Zorbing", name: "Morning Run" });
    expect(unknown).toMatchObject({ sport: "other", cautions: ["sport_unknown"] });
  });

  it("of a slow runner stays running, and of a run at cycling speed does not", () => {
    expect(sportOf({}, { ...EASY, secondsPerKm: 720 })[0]).toBe("run");
    expect(sportOf({ sportWord: "Carrera" }, { ...EASY, secondsPerKm: 720 })[0]).toBe("run");
    expect(activity({ ...EASY, secondsPerKm: 110 })).toMatchObject({
      sport: "other",
      cautions: ["impossible_speed"],
    });
  });
});
