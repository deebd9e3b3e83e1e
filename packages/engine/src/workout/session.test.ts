import { aRequest, realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runnerOf } from "../generate/runner.ts";
import { isRepeat, type Step } from "../plan/plan.ts";
import type { WorkoutDefinition } from "../rulebook/workout-definition.ts";
import { ladderOf, rungAt, type Work } from "./ladder.ts";
import { type Pacing, secondsPerMetre, stepByDistance, stepByTime } from "./pacing.ts";
import {
  type DraftSession,
  framedSession,
  longSession,
  raceSession,
  steadySession,
  touchSession,
} from "./session.ts";
import { totalsOf } from "./totals.ts";

const rulebook = realRulebook();
const pacingOf = (estimated: boolean): Pacing => ({
  paces: runnerOf(aRequest(), 20, rulebook).paces,
  estimated,
  rules: rulebook.pace,
});
const paced = pacingOf(false);

function definition(id: string): WorkoutDefinition {
  const found = rulebook.workouts.find((workout) => workout.id === id);
  if (found === undefined) throw new Error(`There is no workout ${id}.`);
  return found;
}

function workFor(stimulus: "threshold" | "interval" | "strides", seconds: number, pacing: Pacing): Work {
  const facts = { stimulus, longRun: null, phase: "build", distance: "marathon", tier: "mid" } as const;
  const work = rungAt(ladderOf(facts, { seconds, secondsMax: seconds * 1.3 }, pacing, rulebook), 0);
  if (work === null) throw new Error(`There is no work of ${String(seconds)} s.`);
  return work;
}

const isEasy = (step: Step | undefined): boolean =>
  step !== undefined && !isRepeat(step) && step.zone === "easy";
const secondsOf = (step: Step | undefined): number =>
  step === undefined || isRepeat(step) ? Number.NaN : step.seconds;

const framed = (metres: number, pacing: Pacing): DraftSession =>
  framedSession(workFor("threshold", 1500, pacing), metres, rulebook.days, pacing);

describe("a quality session", () => {
  it("begins with a warm-up and ends with a cool-down", () => {
    const { steps } = framed(12_000, paced);
    expect(isEasy(steps[0])).toBe(true);
    expect(isEasy(steps.at(-1))).toBe(true);
    expect(steps).toHaveLength(3);
  });

  it("keeps warm-up and cool-down within their minutes at every sensible distance", () => {
    const { warmUpSeconds, coolDownSeconds } = rulebook.days;
    const work = workFor("threshold", 1500, paced);
    const easyLeast = (warmUpSeconds.min + coolDownSeconds.min) / secondsPerMetre("easy", paced);
    const easyMost = (warmUpSeconds.max + coolDownSeconds.max - 1) / secondsPerMetre("easy", paced);
    fc.assert(
      fc.property(fc.double({ min: easyLeast, max: easyMost, noNaN: true }), (easy) => {
        const { steps } = framedSession(work, work.metres + easy, rulebook.days, paced);
        expect(secondsOf(steps[0])).toBeGreaterThanOrEqual(warmUpSeconds.min - 1);
        expect(secondsOf(steps[0])).toBeLessThanOrEqual(warmUpSeconds.max + 1);
        expect(secondsOf(steps.at(-1))).toBeGreaterThanOrEqual(coolDownSeconds.min - 1);
      }),
    );
  });
});

describe("the warm-up of a quality session", () => {
  const { coolDownSeconds, warmUpAimSeconds, warmUpSeconds } = rulebook.days;
  const around = (minutes: number, work: Work): DraftSession =>
    framedSession(work, work.metres + (minutes * 60) / secondsPerMetre("easy", paced), rulebook.days, paced);

  it.each([21, 24, 26])(
    "has its fifteen minutes where %i are run easily, and the cool-down the rest",
    (minutes) => {
      const { steps } = around(minutes, workFor("threshold", 1500, paced));
      expect(Math.abs(secondsOf(steps[0]) - warmUpAimSeconds)).toBeLessThanOrEqual(1);
      expect(secondsOf(steps.at(-1))).toBeGreaterThanOrEqual(coolDownSeconds.min);
    },
  );

  it("leaves the cool-down its five minutes where less is run easily", () => {
    const { steps } = around(17, workFor("threshold", 1500, paced));
    expect(Math.abs(secondsOf(steps.at(-1)) - coolDownSeconds.min)).toBeLessThanOrEqual(1);
  });

  it("shares more than both may have with the cool-down, which is no second run", () => {
    const { steps } = around(
      (warmUpSeconds.max + coolDownSeconds.max) / 60 + 20,
      workFor("threshold", 1500, paced),
    );
    expect(secondsOf(steps[0])).toBeGreaterThan(secondsOf(steps.at(-1)));
  });

  it("ends with strides before quick work, and not before threshold work", () => {
    const effortOf = ([step]: readonly Step[]): string | undefined =>
      step === undefined || isRepeat(step) ? undefined : step.effort;
    expect(effortOf(around(25, workFor("interval", 1200, paced)).steps)).toContain("strides");
    expect(effortOf(around(25, workFor("threshold", 1500, paced)).steps)).toBeUndefined();
  });
});

describe("every session", () => {
  const anyEasy = fc.integer({ min: 3000, max: 30_000 });

  it.each([
    [
      "steady",
      (metres: number, pacing: Pacing) => steadySession(definition("easy-run"), "easy", metres, pacing),
    ],
    ["quality", framed],
    [
      "long",
      (metres: number, pacing: Pacing) =>
        longSession(
          definition("long-easy"),
          workFor("threshold", 900, pacing),
          metres + 8000,
          rulebook.longRun,
          pacing,
        ),
    ],
    [
      "touch",
      (metres: number, pacing: Pacing) => touchSession(workFor("strides", 100, pacing), metres, pacing),
    ],
  ] as const)("of the kind %s is as far and as long as its steps together", (_, make) => {
    fc.assert(
      fc.property(anyEasy, fc.boolean(), (metres, estimated) => {
        const session = make(metres + 6000, pacingOf(estimated));
        expect(totalsOf(session.steps)).toEqual({ metres: session.metres, seconds: session.seconds });
      }),
      { numRuns: 40 },
    );
  });

  it("is as far as it was asked to be, within rounding of its steps", () => {
    fc.assert(
      fc.property(anyEasy, (metres) => {
        expect(Math.abs(framed(metres + 8000, paced).metres - metres - 8000)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it("is told in whole minutes and marked as estimated without a race result", () => {
    const session = steadySession(definition("easy-run"), "easy", 10_123, pacingOf(true));
    expect(session.estimated).toBe(true);
    expect(session.seconds % 60).toBe(0);
    expect(session.steps).toMatchObject([{ by: "time" }]);
    expect(steadySession(definition("easy-run"), "easy", 10_123, paced)).toMatchObject({
      metres: 10_123,
      steps: [{ by: "distance" }],
    });
  });
});

describe("a long run", () => {
  it("has most of its easy running before the work, and a little after it", () => {
    const work = workFor("threshold", 1500, paced);
    const { steps } = longSession(definition("long-easy"), work, 24_000, rulebook.longRun, paced);
    const after = totalsOf(steps.slice(-1)).metres;
    expect(totalsOf(steps.slice(0, 1)).metres).toBeGreaterThan(2 * after);
    expect(after).toBeLessThanOrEqual(rulebook.longRun.afterWorkMetresMax);
  });

  it("is one easy run when nothing stands in it", () => {
    const session = longSession(definition("long-easy"), null, 24_000, rulebook.longRun, paced);
    expect(session).toMatchObject({ kind: "long", metres: 24_000, steps: [{ zone: "easy" }] });
  });
});

describe("the race", () => {
  it("has its exact distance and the time that the index predicts", () => {
    const race = raceSession("Race day", 42_195, paced);
    expect(race).toMatchObject({ kind: "race", quality: true, metres: 42_195 });
    expect(race.seconds).toBe(Math.round(42_195 * secondsPerMetre("race", paced)));
  });
});

describe("the sum of steps", () => {
  it("counts repeats as often as they are run, also inside each other", () => {
    const fast = stepByDistance("interval", 400, paced);
    const jog = stepByTime("easy", 60, paced);
    const set: Step = { repeat: 3, steps: [fast, jog] };
    const { metres, seconds } = totalsOf([jog, { repeat: 2, steps: [set, jog] }]);
    expect(metres).toBe(jog.metres * 9 + fast.metres * 6);
    expect(seconds).toBe(jog.seconds * 9 + fast.seconds * 6);
  });
});
