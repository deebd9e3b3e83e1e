import { aRequest, realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runnerOf } from "../generate/runner.ts";
import type { Stimulus } from "../rulebook/workout-definition.ts";
import { type BlockStep, climb, sessionText } from "./block.ts";
import { waysOf, type Work } from "./ladder.ts";

const rulebook = realRulebook();
const rules = rulebook.quality.block;
const pacing = { paces: runnerOf(aRequest(), 20, rulebook).paces, estimated: false, rules: rulebook.pace };

/** A block whose dose grows by these minutes. */
function blockOf(stimulus: Stimulus, minutes: readonly number[]): readonly BlockStep[] {
  const facts = { stimulus, longRun: null, phase: "build", distance: "half_marathon", tier: "mid" } as const;
  return minutes.map((dose, i) => ({
    ways: waysOf(facts, { seconds: dose * 60, secondsMax: 2280 }, pacing, rulebook),
    doseSeconds: dose * 60,
    progress: minutes.length === 1 ? 0.5 : i / (minutes.length - 1),
  }));
}

const climbed = (stimulus: Stimulus, minutes: readonly number[]): readonly Work[] =>
  climb(blockOf(stimulus, minutes), new Set(), rules).flatMap((work) => work ?? []);

const growing = fc
  .tuple(fc.integer({ min: 14, max: 22 }), fc.integer({ min: 2, max: 9 }))
  .map(([first, count]) => Array.from({ length: count }, (_, i) => first + (14 * i) / count));

describe("a block of threshold sessions", () => {
  it("goes from short pieces to long ones, and ends in one unbroken run", () => {
    const works = climbed("threshold", [18, 21, 24, 27, 30]);
    const pieces = works.map((work) => work.longestPieceSeconds);
    expect(pieces).toEqual(pieces.toSorted((a, b) => a - b));
    expect(works[0]?.pieces).toBeGreaterThan(2);
    expect(works.at(-1)?.pieces).toBe(1);
  });

  it("hardly falls in minutes, never repeats the session before, and has no rests after an unbroken run", () => {
    fc.assert(
      fc.property(growing, (minutes) => {
        const works = climbed("threshold", minutes);
        expect(works).toHaveLength(minutes.length);
        works.slice(1).forEach((now, i) => {
          const before = works[i];
          if (before === undefined) return;
          const joins = before.pieces > 1 && now.pieces === 1;
          const most = joins ? rules.fallToContinuousMax : rules.fallMax;
          expect(now.workSeconds).toBeGreaterThanOrEqual(before.workSeconds * (1 - most) - 1);
          expect(sessionText(now)).not.toBe(sessionText(before));
          if (before.pieces === 1) expect(now.pieces).toBe(1);
        });
      }),
    );
  });

  it("holds on to its minutes where a lighter week asks for fewer", () => {
    const seconds = climbed("threshold", [22, 26, 20, 28]).map((work) => work.workSeconds);
    expect(seconds[2]).toBeGreaterThanOrEqual((seconds[1] ?? 0) * (1 - rules.fallMax));
  });
});

describe("a block of intervals", () => {
  it("goes from short to long, or from few to many, and does not jump back", () => {
    const works = climbed("interval", [12, 13, 14, 15]);
    works.slice(1).forEach((now, i) => {
      const before = works[i];
      const longer = now.longestPieceSeconds > (before?.longestPieceSeconds ?? 0);
      const more = now.pieces > (before?.pieces ?? 0);
      expect(longer || more).toBe(true);
      expect(now.longestPieceSeconds).toBeGreaterThanOrEqual(before?.longestPieceSeconds ?? 0);
    });
  });

  it("looks for something else where the plan holds the session already", () => {
    const steps = blockOf("interval", [14]);
    const [usual] = climb(steps, new Set(), rules);
    if (!usual) throw new Error("There is no session.");
    const [other] = climb(steps, new Set([sessionText(usual)]), rules);
    expect(other && sessionText(other)).not.toBe(sessionText(usual));
  });
});

describe("a session that cannot be cut", () => {
  it("is left out, and the block goes on over it", () => {
    const [first, second, third] = blockOf("threshold", [18, 22, 26]);
    if (!first || !second || !third) throw new Error("The block is too short.");
    const works = climb([first, { ...second, ways: [] }, third], new Set(), rules);
    expect(works.map((work) => work === null)).toEqual([false, true, false]);
    expect(works[2]?.workSeconds).toBeGreaterThan(works[0]?.workSeconds ?? Infinity);
  });
});
