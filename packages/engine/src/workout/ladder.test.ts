import { aRequest, realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runnerOf } from "../generate/runner.ts";
import { isRepeat, type SingleStep, type Step } from "../plan/plan.ts";
import { ladderOf, type LadderFacts, rungAt, type Work } from "./ladder.ts";
import type { Pacing } from "./pacing.ts";

const rulebook = realRulebook();
const pacingOf = (estimated: boolean): Pacing => ({
  paces: runnerOf(aRequest(), 20, rulebook).paces,
  estimated,
  rules: rulebook.pace,
});

const facts = (wish: Partial<LadderFacts> = {}): LadderFacts => ({
  stimulus: "threshold",
  longRun: null,
  phase: "build",
  distance: "marathon",
  tier: "mid",
  ...wish,
});

const minutes = (dose: number, most = dose * 1.2) => ({ seconds: dose * 60, secondsMax: most * 60 });

const ladder = (wish: Partial<LadderFacts>, dose = minutes(30), estimated = false): readonly Work[] =>
  ladderOf(facts(wish), dose, pacingOf(estimated), rulebook);

const leaves = (steps: readonly Step[]): readonly SingleStep[] =>
  steps.flatMap((step) => (isRepeat(step) ? leaves(step.steps) : [step]));

const isContinuous = (work: Work): boolean => leaves(work.steps).length === 1;

describe("the ladder of a block", () => {
  it("climbs from short pieces to long ones, the unbroken run last", () => {
    const works = ladder({});
    const pieces = works.map((work) => work.longestPieceSeconds);
    expect(works.length).toBeGreaterThan(3);
    expect(pieces).toEqual(pieces.toSorted((a, b) => a - b));
    expect(works.map(isContinuous)).toEqual(works.map((_, i) => i === works.length - 1));
  });

  it("is climbed from its lowest rung to its highest over a block", () => {
    const works = ladder({});
    expect(rungAt(works, 0)).toBe(works[0]);
    expect(rungAt(works, 1)).toBe(works.at(-1));
    expect(rungAt([], 0.5)).toBeNull();
  });

  it("offers work near the dose, and never above the most that the week allows", () => {
    const anyDose = fc
      .record({ dose: fc.integer({ min: 8, max: 40 }), room: fc.double({ min: 1, max: 1.5, noNaN: true }) })
      .map(({ dose, room }) => minutes(dose, dose * room));
    fc.assert(
      fc.property(anyDose, fc.constantFrom("threshold", "interval", "fartlek"), (dose, stimulus) => {
        for (const work of ladder({ stimulus }, dose)) {
          expect(work.workSeconds).toBeLessThanOrEqual(dose.secondsMax * 1.002);
          expect(work.workSeconds).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("falls back on the nearest rung when none comes near, and is empty when none fits at all", () => {
    expect(ladder({ stimulus: "interval" }, minutes(60, 70))).toHaveLength(1);
    expect(ladder({ stimulus: "interval" }, minutes(1, 2))).toEqual([]);
  });

  it("holds only workouts of the race, the phase and the tier", () => {
    for (const { definition } of ladder({ stimulus: "interval", phase: "peak", tier: "low" }, minutes(15))) {
      expect(definition.phases).toContain("peak");
      expect(definition.distances).toContain("marathon");
      expect(definition.tiers).toContain("low");
    }
    expect(ladder({ stimulus: "repetition" }, minutes(6))).toEqual([]);
  });

  it("counts recoveries in the length of the work and not in its dose", () => {
    const [broken] = ladder({});
    const single = leaves(broken?.steps ?? []);
    expect(single.map(({ zone }) => zone)).toEqual(["threshold", "easy"]);
    expect(broken?.seconds).toBeGreaterThan(broken?.workSeconds ?? Infinity);
  });

  it("turns metres into quarter minutes for who has no race result", () => {
    const paced = ladder({ stimulus: "interval" }, minutes(16)).flatMap(({ steps }) => leaves(steps));
    const timed = ladder({ stimulus: "interval" }, minutes(16), true).flatMap(({ steps }) => leaves(steps));
    expect(paced.filter(({ by, zone }) => by === "distance" && zone === "interval")).not.toEqual([]);
    expect(timed.filter(({ by }) => by === "distance")).toEqual([]);
    for (const { seconds } of timed) expect(seconds % 15).toBe(0);
  });

  it("runs a block at marathon pace in whole kilometres, or in whole five minutes without a result", () => {
    const block = (estimated: boolean): readonly SingleStep[] =>
      ladder({ stimulus: null, longRun: "marathon_pace", phase: "peak" }, minutes(63), estimated).flatMap(
        ({ steps }) => leaves(steps),
      );
    expect(block(false)).toHaveLength(1);
    expect(block(false)[0]?.by).toBe("distance");
    expect((block(false)[0]?.metres ?? 1) % 1000).toBe(0);
    expect(block(true)[0]).toMatchObject({ by: "time", seconds: 3600 });
  });
});
