import {
  aCompletion,
  aRunOfParts,
  aSession,
  DAY_AFTER,
  middleOf,
  onDate,
  PACES,
  realActivityRules,
  repeated,
  RUN_DAY,
  type RunPart,
  TEST_RUNNER,
  timeStep,
} from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { matchSessions } from "../matching/match-sessions.ts";
import { NO_LINKS } from "../matching/matching.ts";
import { summaryOf } from "../matching/run-summary.ts";
import type { RecordedLap } from "../recording/recording.ts";
import { adherenceOf } from "./adherence.ts";
import { completionsOf } from "./complete.ts";

const RULES = realActivityRules();

const EASY = aSession("e", RUN_DAY, "easy", [timeStep("easy", 3600)]);
const CRUISE = aSession("t", RUN_DAY, "threshold", [
  timeStep("easy", 900),
  repeated(4, timeStep("threshold", 480), timeStep("recovery", 120)),
  timeStep("easy", 600),
]);

/** Warm-up, repeats at these paces with jogs, cool-down. */
const cruise = (paces: readonly number[], warmUp = 900): readonly RunPart[] => [
  { seconds: warmUp, pace: middleOf("easy") },
  ...paces.flatMap((pace) => [
    { seconds: 480, pace },
    { seconds: 120, pace: middleOf("recovery") },
  ]),
  { seconds: 600, pace: middleOf("easy") },
];

describe("an easy run", () => {
  it("run as planned is nailed", () => {
    const { intent, score, state, volume } = aCompletion(
      EASY,
      aRunOfParts([{ seconds: 3600, pace: middleOf("easy") }]),
    );
    expect([state, score, volume?.score, intent?.score]).toEqual(["done", "nailed", "nailed", "nailed"]);
    expect(volume?.ratio).toBeCloseTo(1, 2);
  });

  it("that was raced is not nailed, though it was exactly as long", () => {
    const raced = aCompletion(EASY, aRunOfParts([{ seconds: 3000, pace: middleOf("threshold") }]));
    expect(raced.volume?.score).toBe("nailed");
    expect(raced.intent).toMatchObject({ score: "missed", reasons: ["too_fast"], share: 1 });
    expect(raced.score).toBe("missed");
  });

  it("with a fast quarter is close", () => {
    const parts = [
      { seconds: 2700, pace: middleOf("easy") },
      { seconds: 900, pace: middleOf("threshold") },
    ];
    expect(aCompletion(EASY, aRunOfParts(parts)).intent).toMatchObject({
      score: "close",
      reasons: ["too_fast"],
    });
  });

  it("at easy pace with the heart at threshold is not nailed either", () => {
    const hot = aCompletion(EASY, aRunOfParts([{ seconds: 3600, pace: middleOf("easy"), heartRate: 168 }]));
    expect(hot.intent).toMatchObject({ score: "missed", reasons: ["heart_rate_high"] });
  });

  it("half as long is close, a quarter as long missed in volume and still easy", () => {
    expect(aCompletion(EASY, aRunOfParts([{ seconds: 2000, pace: middleOf("easy") }])).volume?.score).toBe(
      "close",
    );
    const short = aCompletion(EASY, aRunOfParts([{ seconds: 1400, pace: middleOf("easy") }]));
    expect([short.volume?.score, short.intent?.score]).toEqual(["missed", "nailed"]);
  });

  it("cannot be judged for intent without paces and without a threshold heart rate", () => {
    const unknown = aCompletion(EASY, aRunOfParts([{ seconds: 3600, pace: middleOf("easy") }]), DAY_AFTER, {
      paces: null,
      thresholdHeartRate: null,
    });
    expect(unknown).toMatchObject({ score: "nailed", intent: { score: null, reasons: ["unknown"] } });
  });
});

describe("a threshold session", () => {
  const paces = Array.from({ length: 4 }, () => middleOf("threshold"));

  it("is nailed when its repeats were on target, wherever in the run they lay", () => {
    for (const warmUp of [300, 900, 1500]) {
      const { intent } = aCompletion(CRUISE, aRunOfParts(cruise(paces, warmUp)));
      expect(intent).toMatchObject({ score: "nailed", reasons: [] });
      expect(intent?.steps.map(({ verdict }) => verdict)).toEqual(
        Array.from({ length: 4 }, () => "on_target"),
      );
    }
  });

  it("tells which repeat was where, and how fast", () => {
    const { intent } = aCompletion(CRUISE, aRunOfParts(cruise([...paces.slice(0, 3), middleOf("marathon")])));
    expect(intent?.steps.map(({ verdict }) => verdict)).toEqual([
      "on_target",
      "on_target",
      "on_target",
      "too_slow",
    ]);
    expect(intent?.steps[1]?.done?.fromSeconds).toBeCloseTo(900 + 600, -1);
    expect(intent?.steps[1]?.done?.secondsPerKm).toBeCloseTo(middleOf("threshold"), -1);
  });

  it("run as repetitions is too fast, jogged it is missed", () => {
    const fast = aCompletion(CRUISE, aRunOfParts(cruise(paces.map(() => middleOf("repetition")))));
    expect(fast.intent).toMatchObject({ score: "missed", reasons: ["too_fast"] });
    const jogged = aCompletion(CRUISE, aRunOfParts([{ seconds: 3900, pace: middleOf("easy") }]));
    expect(jogged.volume?.score).toBe("nailed");
    expect(jogged.intent).toMatchObject({ score: "missed", reasons: ["too_slow"] });
  });

  it("broken off after two repeats is close", () => {
    const broken = aCompletion(CRUISE, aRunOfParts(cruise(paces.slice(0, 2)).slice(0, -1)));
    expect(broken.intent?.score).toBe("close");
    expect(broken.intent?.steps.slice(0, 2).map(({ verdict }) => verdict)).toEqual([
      "on_target",
      "on_target",
    ]);
  });

  it("goes by the laps of the watch when it followed the workout", () => {
    const startedAt = Date.parse(`${RUN_DAY}T05:00:00Z`);
    const parts = cruise([...paces.slice(0, 3), middleOf("interval")]);
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
    const { intent } = aCompletion(CRUISE, aRunOfParts(parts, "a", laps));
    expect(intent?.steps.map(({ done }) => done?.fromSeconds)).toEqual([900, 1500, 2100, 2700]);
    expect(intent?.steps.at(-1)?.verdict).toBe("too_fast");
  });
});

describe("a session without a run", () => {
  it("is open until the athlete's day has closed, and missed from then on", () => {
    expect(aCompletion(EASY, null, onDate(RUN_DAY)).state).toBe("open");
    expect(aCompletion(EASY, null, onDate("2026-05-03")).state).toBe("open");
    expect(aCompletion(EASY, null, DAY_AFTER)).toMatchObject({ state: "missed", score: "missed" });
  });
});

describe("adherence", () => {
  it("counts what was due, by week and phase, and no extra run", () => {
    const sessions = [
      EASY,
      aSession("f", "2026-05-03", "easy", [timeStep("easy", 3600)]),
      aSession("g", "2026-05-12", "easy", [timeStep("easy", 3600)], { week: 2, phase: "peak" }),
    ];
    const runs = [
      aRunOfParts([{ seconds: 3600, pace: middleOf("easy") }]),
      aRunOfParts([{ seconds: 600, pace: middleOf("easy") }], "b"),
    ];
    const summaries = runs.flatMap((one) => summaryOf(one, PACES, RULES.elevation) ?? []);
    const matching = matchSessions(sessions, summaries, NO_LINKS, RULES.matching);
    const completions = completionsOf(
      sessions,
      matching,
      new Map(runs.map((one) => [one.id, one])),
      DAY_AFTER,
      TEST_RUNNER,
      RULES,
    );
    const { byPhase, byWeek, plan } = adherenceOf(sessions, completions);
    expect(plan).toMatchObject({ due: 2, done: 1, missed: 1, nailed: 1, share: 0.5 });
    expect(byWeek.get(2)).toMatchObject({ due: 0, share: null });
    expect([...byPhase.keys()]).toEqual(["build", "peak"]);
    expect(matching.extra).toEqual(["b"]);
  });
});
