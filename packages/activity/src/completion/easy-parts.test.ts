import {
  aCompletion,
  aMarathonPlan,
  aPlan,
  aRunOfParts,
  aSession,
  DAY_AFTER,
  middleOf,
  PACES,
  realActivityRules,
  repeated,
  RUN_DAY,
  type RunPart,
  TEST_RUNNER,
  timeStep,
} from "@strideiq/testing";
import { isRepeat, type Step } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { activityFromTold } from "../activity/told-run.ts";
import { plannedSessionsOf, type PlannedSession } from "../matching/planned-session.ts";

const RULES = realActivityRules();

const STRIDES = aSession("s", RUN_DAY, "strides", [
  timeStep("easy", 2700),
  repeated(6, timeStep("repetition", 20), timeStep("easy", 60)),
]);
const SIX = aSession("t", RUN_DAY, "threshold", [
  timeStep("easy", 1200),
  repeated(6, timeStep("threshold", 240), timeStep("recovery", 60)),
  timeStep("easy", 900),
]);

const easily = (seconds: number): RunPart => ({ seconds, pace: middleOf("easy") });
const strides = Array.from({ length: 6 }, () => [
  { seconds: 20, pace: middleOf("repetition") },
  easily(60),
]).flat();
const repeats = (times: number, jog = middleOf("recovery")) =>
  Array.from({ length: times }, () => [
    { seconds: 240, pace: middleOf("threshold") },
    { seconds: 60, pace: jog },
  ]).flat();

/** A session exactly as it stands in the plan. */
const asPlanned = (steps: readonly Step[]): readonly RunPart[] =>
  steps.flatMap((step): readonly RunPart[] =>
    isRepeat(step)
      ? Array.from({ length: step.repeat }, () => asPlanned(step.steps)).flat()
      : [{ seconds: step.seconds, pace: step.zone === "walk" ? 600 : (1000 * step.seconds) / step.metres }],
  );

const intentOf = (session: PlannedSession, parts: readonly RunPart[]) =>
  aCompletion(session, aRunOfParts(parts)).intent;

describe("an easy run with strides", () => {
  it("is nailed with its strides, and without them", () => {
    expect(intentOf(STRIDES, [easily(2700), ...strides])).toMatchObject({ score: "nailed", steps: [] });
    expect(intentOf(STRIDES, [easily(3180)])).toMatchObject({ score: "nailed", steps: [] });
  });

  it("is missed when it was raced, whether strides stand at its end or not", () => {
    const raced = { seconds: 2400, pace: middleOf("threshold") };
    for (const parts of [[raced], [raced, ...strides]])
      expect(intentOf(STRIDES, parts)).toMatchObject({ score: "missed", reasons: ["too_fast"] });
  });
});

describe("a session of work", () => {
  it("is nailed by its repeats, with jogs, standing rests and strides in the warm-up", () => {
    expect(intentOf(SIX, [easily(1200), ...repeats(6), easily(900)])).toMatchObject({
      score: "nailed",
      reasons: [],
    });
    const warm = [easily(900), ...strides.slice(0, 8)];
    expect(intentOf(SIX, [...warm, ...repeats(6), easily(900)])).toMatchObject({ score: "nailed" });
  });

  it("is missed when it was one race from the first step to the last", () => {
    const raced = intentOf(SIX, [{ seconds: 3660, pace: middleOf("threshold") }]);
    expect(raced).toMatchObject({ score: "missed", reasons: ["rest_too_fast"] });
    expect(raced?.steps.every(({ verdict }) => verdict === "on_target")).toBe(true);
  });

  it("is missed when twice the work was run", () => {
    expect(intentOf(SIX, [easily(600), ...repeats(12), easily(300)])?.score).toBe("missed");
  });

  it("is not nailed when its jogs and its cool-down were run as hard as its work", () => {
    const hard = [
      easily(1200),
      ...repeats(6, middleOf("threshold")),
      { seconds: 900, pace: middleOf("threshold") },
    ];
    expect(intentOf(SIX, hard)).toMatchObject({ score: "missed", reasons: ["rest_too_fast"] });
  });
});

describe("every session of a plan", () => {
  const sessions = [...plannedSessionsOf(aPlan()), ...plannedSessionsOf(aMarathonPlan())].filter(
    ({ isRun }) => isRun,
  );

  it("is nailed when it is run as it stands there", () => {
    const missed = sessions.flatMap((session) => {
      const intent = intentOf({ ...session, day: RUN_DAY }, asPlanned(session.steps));
      return intent?.score === "nailed" ? [] : [`${session.id} ${session.title} ${intent?.reasons.join()}`];
    });
    expect(sessions.length).toBeGreaterThan(80);
    expect(missed).toEqual([]);
  });
});

describe("an easy run that was only told", () => {
  const told = (effort: number | null) => {
    const one = { day: DAY_AFTER, sport: "run", metres: null, seconds: 3600, name: null, effort } as const;
    const activity = activityFromTold("a", one, RULES);
    const session = aSession("e", DAY_AFTER, "easy", [timeStep("easy", 3600)]);
    return aCompletion(session, activity, DAY_AFTER, { ...TEST_RUNNER, paces: PACES }).intent;
  };

  it("is of unknown intent while nothing but its time is known", () => {
    expect(told(null)).toMatchObject({ score: null, reasons: ["unknown"], share: null });
  });

  it("is judged by how hard it was found", () => {
    expect(told(3)).toMatchObject({ score: "nailed", reasons: [] });
    expect(told(7)).toMatchObject({ score: "close", reasons: ["effort_high"] });
    expect(told(10)).toMatchObject({ score: "missed", reasons: ["effort_high"] });
  });
});
