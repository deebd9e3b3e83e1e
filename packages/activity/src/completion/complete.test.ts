import {
  aRecording,
  aSession,
  onDate,
  PACES,
  realActivityRules,
  repeated,
  timeStep,
} from "@strideiq/testing";
import { paceMidpoint, type Zone } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import type { Activity } from "../activity/activity.ts";
import { activityOf } from "../activity/activity-of.ts";
import type { Athlete } from "../analysis/load.ts";
import { matchSessions } from "../matching/match-sessions.ts";
import { NO_LINKS } from "../matching/matching.ts";
import type { PlannedSession } from "../matching/planned-session.ts";
import { summaryOf } from "../matching/run-summary.ts";
import type { RecordedLap, Sample } from "../recording/recording.ts";
import { adherenceOf } from "./adherence.ts";
import { completionsOf } from "./complete.ts";

const RULES = realActivityRules();
const DAY = "2026-05-04";
const TODAY = onDate("2026-05-05");
const ATHLETE: Athlete = { paces: PACES, thresholdHeartRate: 170 };

interface Part {
  readonly seconds: number;
  readonly pace: number;
  readonly heartRate?: number;
}

const at = (zone: Exclude<Zone, "walk" | "sprint">): number => paceMidpoint(PACES[zone]);

/** A run of parts at even paces, a sample every four seconds. */
function run(parts: readonly Part[], id = "a", laps: readonly RecordedLap[] = []): Activity {
  const startedAt = Date.parse(`${DAY}T05:00:00Z`);
  const samples: Sample[] = [];
  let [second, metres] = [0, 0];
  const add = (heartRate: number | undefined): void => {
    const base = aRecording({ at: `${DAY}T05:00:00Z`, seconds: 0, secondsPerKm: 300 }).samples[0];
    if (base)
      samples.push({
        ...base,
        at: startedAt + second * 1000,
        metres,
        latitude: 47.37,
        heartRate: heartRate ?? 140,
      });
  };
  add(parts[0]?.heartRate);
  for (const { heartRate, pace, seconds } of parts)
    for (let step = 0; step < seconds; step += 4) {
      second += 4;
      metres += 4000 / pace;
      add(heartRate);
    }
  const recording = {
    ...aRecording({ id, at: `${DAY}T05:00:00Z`, seconds: 0, secondsPerKm: 300 }),
    samples,
    laps,
  };
  const activity = activityOf(recording, { timeZone: "Europe/Zurich", today: TODAY }, RULES);
  if (activity === null) throw new Error("No activity.");
  return activity;
}

function completionOf(session: PlannedSession, activity: Activity | null, today = TODAY, athlete = ATHLETE) {
  const runs = activity === null ? [] : [activity];
  const summaries = runs.flatMap((one) => summaryOf(one, athlete.paces, RULES.elevation) ?? []);
  const matching = matchSessions([session], summaries, NO_LINKS, RULES.matching);
  const byId = new Map(runs.map((one) => [one.id, one]));
  const [completion] = completionsOf([session], matching, byId, today, athlete, RULES);
  if (completion === undefined) throw new Error("No completion.");
  return completion;
}

const EASY = aSession("e", DAY, "easy", [timeStep("easy", 3600)]);
const CRUISE = aSession("t", DAY, "threshold", [
  timeStep("easy", 900),
  repeated(4, timeStep("threshold", 480), timeStep("recovery", 120)),
  timeStep("easy", 600),
]);

/** Warm-up, repeats at these paces with jogs, cool-down. */
const cruise = (paces: readonly number[], warmUp = 900): readonly Part[] => [
  { seconds: warmUp, pace: at("easy") },
  ...paces.flatMap((pace) => [
    { seconds: 480, pace },
    { seconds: 120, pace: at("recovery") },
  ]),
  { seconds: 600, pace: at("easy") },
];

describe("an easy run", () => {
  it("run as planned is nailed", () => {
    const { intent, score, state, volume } = completionOf(EASY, run([{ seconds: 3600, pace: at("easy") }]));
    expect([state, score, volume?.score, intent?.score]).toEqual(["done", "nailed", "nailed", "nailed"]);
    expect(volume?.ratio).toBeCloseTo(1, 2);
  });

  it("that was raced is not nailed, though it was exactly as long", () => {
    const raced = completionOf(EASY, run([{ seconds: 3000, pace: at("threshold") }]));
    expect(raced.volume?.score).toBe("nailed");
    expect(raced.intent).toMatchObject({ score: "missed", reasons: ["too_fast"], share: 1 });
    expect(raced.score).toBe("missed");
  });

  it("with a fast quarter is close", () => {
    const parts = [
      { seconds: 2700, pace: at("easy") },
      { seconds: 900, pace: at("threshold") },
    ];
    expect(completionOf(EASY, run(parts)).intent).toMatchObject({ score: "close", reasons: ["too_fast"] });
  });

  it("at easy pace with the heart at threshold is not nailed either", () => {
    const hot = completionOf(EASY, run([{ seconds: 3600, pace: at("easy"), heartRate: 168 }]));
    expect(hot.intent).toMatchObject({ score: "missed", reasons: ["heart_rate_high"] });
  });

  it("half as long is close, a quarter as long missed in volume and still easy", () => {
    expect(completionOf(EASY, run([{ seconds: 2000, pace: at("easy") }])).volume?.score).toBe("close");
    const short = completionOf(EASY, run([{ seconds: 1400, pace: at("easy") }]));
    expect([short.volume?.score, short.intent?.score]).toEqual(["missed", "nailed"]);
  });

  it("cannot be judged for intent without paces and without a threshold heart rate", () => {
    const unknown = completionOf(EASY, run([{ seconds: 3600, pace: at("easy") }]), TODAY, {
      paces: null,
      thresholdHeartRate: null,
    });
    expect(unknown).toMatchObject({ score: "nailed", intent: { score: null, reasons: ["unknown"] } });
  });
});

describe("a threshold session", () => {
  const paces = Array.from({ length: 4 }, () => at("threshold"));

  it("is nailed when its repeats were on target, wherever in the run they lay", () => {
    for (const warmUp of [300, 900, 1500]) {
      const { intent } = completionOf(CRUISE, run(cruise(paces, warmUp)));
      expect(intent).toMatchObject({ score: "nailed", reasons: [] });
      expect(intent?.steps.map(({ verdict }) => verdict)).toEqual(
        Array.from({ length: 4 }, () => "on_target"),
      );
    }
  });

  it("tells which repeat was where, and how fast", () => {
    const { intent } = completionOf(CRUISE, run(cruise([...paces.slice(0, 3), at("marathon")])));
    expect(intent?.steps.map(({ verdict }) => verdict)).toEqual([
      "on_target",
      "on_target",
      "on_target",
      "too_slow",
    ]);
    expect(intent?.steps[1]?.done?.fromSeconds).toBeCloseTo(900 + 600, -1);
    expect(intent?.steps[1]?.done?.secondsPerKm).toBeCloseTo(at("threshold"), -1);
  });

  it("run as repetitions is too fast, jogged it is missed", () => {
    const fast = completionOf(CRUISE, run(cruise(paces.map(() => at("repetition")))));
    expect(fast.intent).toMatchObject({ score: "missed", reasons: ["too_fast"] });
    const jogged = completionOf(CRUISE, run([{ seconds: 3900, pace: at("easy") }]));
    expect(jogged.volume?.score).toBe("nailed");
    expect(jogged.intent).toMatchObject({ score: "missed", reasons: ["too_slow"] });
  });

  it("broken off after two repeats is close", () => {
    const broken = completionOf(CRUISE, run(cruise(paces.slice(0, 2)).slice(0, -1)));
    expect(broken.intent?.score).toBe("close");
    expect(broken.intent?.steps.slice(0, 2).map(({ verdict }) => verdict)).toEqual([
      "on_target",
      "on_target",
    ]);
  });

  it("goes by the laps of the watch when it followed the workout", () => {
    const startedAt = Date.parse(`${DAY}T05:00:00Z`);
    const parts = cruise([...paces.slice(0, 3), at("interval")]);
    let from = 0;
    const laps = parts.map(({ seconds }, index): RecordedLap => {
      const lap = {
        startedAt: startedAt + from * 1000,
        seconds,
        metres: null,
        averageHeartRate: null,
        workoutStep: index,
      };
      from += seconds;
      return lap;
    });
    const { intent } = completionOf(CRUISE, run(parts, "a", laps));
    expect(intent?.steps.map(({ done }) => done?.fromSeconds)).toEqual([900, 1500, 2100, 2700]);
    expect(intent?.steps.at(-1)?.verdict).toBe("too_fast");
  });
});

describe("a session without a run", () => {
  it("is open until the athlete's day has closed, and missed from then on", () => {
    expect(completionOf(EASY, null, onDate(DAY)).state).toBe("open");
    expect(completionOf(EASY, null, onDate("2026-05-03")).state).toBe("open");
    expect(completionOf(EASY, null, TODAY)).toMatchObject({ state: "missed", score: "missed" });
  });
});

describe("adherence", () => {
  it("counts what was due, by week and phase, and no extra run", () => {
    const sessions = [
      EASY,
      aSession("f", "2026-05-03", "easy", [timeStep("easy", 3600)]),
      aSession("g", "2026-05-12", "easy", [timeStep("easy", 3600)], { week: 2, phase: "peak" }),
    ];
    const runs = [run([{ seconds: 3600, pace: at("easy") }]), run([{ seconds: 600, pace: at("easy") }], "b")];
    const summaries = runs.flatMap((one) => summaryOf(one, PACES, RULES.elevation) ?? []);
    const matching = matchSessions(sessions, summaries, NO_LINKS, RULES.matching);
    const completions = completionsOf(
      sessions,
      matching,
      new Map(runs.map((one) => [one.id, one])),
      TODAY,
      ATHLETE,
      RULES,
    );
    const { byPhase, byWeek, plan } = adherenceOf(sessions, completions);
    expect(plan).toMatchObject({ due: 2, done: 1, missed: 1, nailed: 1, share: 0.5 });
    expect(byWeek.get(2)).toMatchObject({ due: 0, share: null });
    expect([...byPhase.keys()]).toEqual(["build", "peak"]);
    expect(matching.extra).toEqual(["b"]);
  });
});
