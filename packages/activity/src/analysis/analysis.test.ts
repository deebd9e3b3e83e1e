import { aRecording, onDate, PACES, realActivityRules, realRulebook } from "@strideiq/testing";
import { paceMidpoint } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import type { Activity } from "../activity/activity.ts";
import { activityOf } from "../activity/activity-of.ts";
import type { Recording } from "../recording/recording.ts";
import { bestEffortsOf } from "./best-efforts.ts";
import { fitnessOf } from "./fitness.ts";
import { gradientFactor, levelMetresOf } from "./gradient.ts";
import { loadFrom, loadOf, sessionRpeOf } from "./load.ts";
import { beatsOf } from "./rhythm.ts";
import { heartRateZonesOf, secondsByPaceZone } from "./zones.ts";

const RULES = realActivityRules();
const HOME = { timeZone: "Europe/Zurich", today: onDate("2026-11-22") };
const AT = "2026-05-09T08:00:00+02:00";

function run(
  seconds: number,
  secondsPerKm: number,
  change: (recording: Recording) => Partial<Recording> = () => ({}),
): Activity {
  const recording = aRecording({ at: AT, seconds, secondsPerKm, heartRate: 150 });
  const activity = activityOf({ ...recording, ...change(recording) }, HOME, RULES);
  if (activity === null) throw new Error("No activity.");
  return activity;
}

/** Eight kilometres at 5:00, and three more at 40 km/h. */
const drivenHome = (): Activity =>
  run(2670, 300, ({ samples }) => ({
    samples: samples.map((sample, index) => ({
      ...sample,
      metres: index * 5 <= 2400 ? (index * 5) / 0.3 : 8000 + (index * 5 - 2400) / 0.09,
    })),
  }));

/** A run whose altitude rises or falls by this much a metre. */
const sloping = (gradient: number): Activity =>
  run(1800, 300, ({ samples }) => ({
    samples: samples.map((sample) => ({ ...sample, altitude: 400 + (sample.metres ?? 0) * gradient })),
  }));

describe("grade-adjusted pace", () => {
  it.each([
    [0, 1],
    [0.1, 1.66],
    [0.05, 1.3],
    [-0.05, 0.88],
    [-0.1, 0.88],
    [-0.3, 0.88],
    [-0.45, 1.12],
    [2, 5.4],
  ])("costs %d of gradient %d times the level (Minetti 2002, downhill bounded)", (gradient, factor) => {
    expect(gradientFactor(gradient, RULES.elevation)).toBeCloseTo(factor, 1);
  });

  it("makes a climb of five percent nearly a third longer, and leaves the level as it is", () => {
    expect(levelMetresOf(sloping(0.05).track, RULES.elevation).at(-1)).toBeCloseTo(6000 * 1.3, -2);
    expect(levelMetresOf(sloping(0).track, RULES.elevation).at(-1)).toBeCloseTo(6000, 3);
  });
});

describe("ascent", () => {
  it("is what was climbed, not the trembling of the altitude", () => {
    expect(sloping(0.05).ascentMetres).toBeCloseTo(300, 0);
    expect(sloping(-0.05).ascentMetres).toBe(0);
    const trembling = run(1800, 300, ({ samples }) => ({
      samples: samples.map((sample, index) => ({ ...sample, altitude: 400 + (index % 2) * 2 })),
    }));
    expect(trembling.ascentMetres).toBe(0);
  });
});

describe("the time in zones", () => {
  it("is all in the zone of an even pace, and sums to the moving time", () => {
    for (const zone of ["easy", "marathon", "threshold", "interval", "repetition"] as const) {
      const seconds = secondsByPaceZone(
        beatsOf(run(1800, paceMidpoint(PACES[zone])), RULES.elevation),
        PACES,
      );
      expect(seconds[zone]).toBeCloseTo(1800, 5);
      expect(Object.values(seconds).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1800, 5);
    }
    expect(secondsByPaceZone(beatsOf(run(1800, 500), RULES.elevation), PACES).recovery).toBeCloseTo(1800, 5);
  });

  it("by heart rate counts from the shares of threshold", () => {
    const beats = beatsOf(run(1800, 300), RULES.elevation);
    const secondsOf = (threshold: number): readonly number[] =>
      heartRateZonesOf(beats, threshold, RULES.heartRateZones).map(({ seconds }) => Math.round(seconds));
    expect(secondsOf(150)).toEqual([0, 0, 0, 0, 1800]);
    expect(secondsOf(170)).toEqual([0, 1800, 0, 0, 0]);
  });

  it("by heart rate names the whole beats of each zone, as Friel's table does for a threshold of 170", () => {
    const zones = heartRateZonesOf([], 170, RULES.heartRateZones);
    expect(zones.map(({ from, to }) => [from, to])).toEqual([
      [null, 144],
      [145, 152],
      [153, 161],
      [162, 169],
      [170, null],
    ]);
  });
});

describe("load", () => {
  const nothing = { paces: null, thresholdHeartRate: null };

  it("of an hour at threshold pace is 100, and falls with the square of the pace", () => {
    const threshold = paceMidpoint(PACES.threshold);
    expect(loadOf(run(3600, threshold), { ...nothing, paces: PACES }, RULES).value).toBeCloseTo(100, 0);
    expect(loadOf(run(3600, threshold / 0.8), { ...nothing, paces: PACES }, RULES).value).toBeCloseTo(64, 0);
    expect(loadOf(run(1800, threshold), { ...nothing, paces: PACES }, RULES)).toMatchObject({ from: "pace" });
  });

  it("weighs a climb as its effort, not as its pace", () => {
    const [level, climb] = [sloping(0), sloping(0.05)].map(
      (one) => loadOf(one, { ...nothing, paces: PACES }, RULES).value,
    );
    expect((climb ?? 0) / (level ?? 1)).toBeCloseTo(1.3 ** 2, 1);
  });

  it("does not believe a pace that nobody could have run, or that is far above threshold", () => {
    const athlete = { ...nothing, paces: PACES };
    const easy = loadFrom(run(1800, 400), [[2.5, 1800]], athlete, RULES).value;
    expect(
      loadFrom(
        run(1800, 400),
        [
          [2.5, 1800],
          [2000, 20],
        ],
        athlete,
        RULES,
      ).value,
    ).toBe(easy);
    expect(
      loadFrom(
        run(1800, 400),
        [
          [2.5, 1780],
          [12, 200],
        ],
        athlete,
        RULES,
      ).from,
    ).toBe("assumed");
  });

  it("of a walk of which only its time is known is a third of that of an easy run", () => {
    const walk = run(3600, 720, () => ({ sportWord: "walking" }));
    expect(loadOf(walk, nothing, RULES).value).toBeCloseTo(16, 6);
    expect(loadOf(walk, { ...nothing, paces: PACES }, RULES).value).toBeCloseTo(16, 6);
  });

  it("goes by the heart, by perceived effort, or by time, when no more is known", () => {
    const hour = run(3600, 300);
    expect(loadOf(hour, { ...nothing, thresholdHeartRate: 150 }, RULES)).toEqual({
      value: 100,
      from: "heart_rate",
    });
    const told = run(3600, 300, ({ samples, totals }) => ({
      samples: samples.map((sample) => ({ ...sample, heartRate: null })),
      totals: { ...totals, effort: 7 },
    }));
    expect(loadOf(told, nothing, RULES)).toEqual({ value: 100, from: "effort" });
    expect(sessionRpeOf(told)).toBe(420);
    expect(loadOf(hour, nothing, RULES)).toEqual({ value: 56.25, from: "assumed" });
  });
});

describe("best efforts", () => {
  it("are the fastest stretch of each distance, exact between two samples", () => {
    const efforts = bestEffortsOf(run(1800, 300), RULES);
    expect(efforts.map(({ metres }) => metres)).toEqual([400, 1000, 1609.344, 3000, 5000]);
    for (const { metres, seconds } of efforts) expect(seconds).toBeCloseTo(metres * 0.3, 3);
  });

  it("make no record of a fault of reception", () => {
    const jump = run(1800, 300, ({ samples }) => ({
      samples: samples.map((sample, index) => ({
        ...sample,
        metres: (sample.metres ?? 0) + (index >= 100 ? 400 : 0),
      })),
    }));
    const efforts = bestEffortsOf(jump, RULES);
    expect(efforts.map(({ metres }) => metres)).toEqual([400, 1000, 1609.344, 3000]);
    for (const { metres, seconds } of efforts) expect(seconds).toBeCloseTo(metres * 0.3, 3);
  });

  it("make none of a whole run that beats the world record", () => {
    expect(bestEffortsOf(run(1800, 140), RULES)).toEqual([]);
  });

  it("make none of a run and a drive home with the watch on, however slow the two are together", () => {
    const efforts = bestEffortsOf(drivenHome(), RULES);
    expect(efforts.map(({ metres }) => metres)).toEqual([400, 1000, 1609.344, 3000, 5000]);
    for (const { metres, seconds } of efforts) expect(seconds).toBeCloseTo(metres * 0.3, 3);
  });

  it("are held against the records that results of races are held against", () => {
    const known = RULES.records.worldRecordSeconds.map(({ metres, seconds }) => [metres, seconds]);
    for (const { metres, seconds } of realRulebook().pace.worldRecordSeconds)
      expect(known).toContainEqual([metres, seconds]);
  });

  it("are none of a walk", () => {
    expect(
      bestEffortsOf(
        run(1800, 300, () => ({ sportWord: "walking" })),
        RULES,
      ),
    ).toEqual([]);
  });
});

describe("fitness and fatigue", () => {
  const first = onDate("2026-01-01");
  const steady = Array.from({ length: 100 }, () => ({ day: first, load: 0 })).map((_, index) => ({
    day: onDate(new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)),
    load: 50,
  }));

  it("stay where they are under an even load, from the first day on", () => {
    const curve = fitnessOf(steady, onDate("2026-04-10"), RULES.fitness);
    expect(curve).toHaveLength(100);
    expect(curve[0]).toMatchObject({ fitness: 50, fatigue: 50, form: 0, isSettling: true });
    expect(curve.at(-1)).toMatchObject({ fitness: 50, fatigue: 50, isSettling: false });
  });

  it("fall with rest, fatigue six times as fast, so that form rises", () => {
    const rested = fitnessOf(steady, onDate("2026-04-17"), RULES.fitness).at(-1);
    expect(rested?.fitness).toBeCloseTo(50 * (41 / 42) ** 7, 6);
    expect(rested?.fatigue).toBeCloseTo(50 * (6 / 7) ** 7, 6);
    expect(rested?.form).toBeGreaterThan(20);
  });

  it("are none without a load", () => {
    expect(fitnessOf([], onDate("2026-04-17"), RULES.fitness)).toEqual([]);
  });
});
