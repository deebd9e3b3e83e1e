import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeCutbacks } from "./cutbacks.ts";

const MID = { aim: 3, max: 4, keepsFirst: false };
const LOW = { aim: 3, max: 3, keepsFirst: false };

/** Lengths of the runs of build weeks between cutbacks, the last one leading into the taper. */
function streaks(weeks: number, cutbacks: readonly number[]): readonly number[] {
  const edges = [0, ...cutbacks, weeks + 1];
  return edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0) - 1);
}

const anyCase = fc.record({
  weeks: fc.integer({ min: 3, max: 22 }),
  streak: fc.constantFrom(MID, LOW),
  phaseEnds: fc.uniqueArray(fc.integer({ min: 1, max: 22 }), { maxLength: 3 }),
});

describe("cutback weeks", () => {
  it("keep every streak of build weeks within what the runner's tier allows", () => {
    fc.assert(
      fc.property(anyCase, ({ weeks, streak, phaseEnds }) => {
        const cutbacks = placeCutbacks(weeks, streak, phaseEnds, true);
        expect(cutbacks.length).toBeGreaterThan(0);
        expect(Math.max(...streaks(weeks, cutbacks))).toBeLessThanOrEqual(streak.max);
      }),
    );
  });

  it("never stand in the first week, beside each other or right before the taper", () => {
    fc.assert(
      fc.property(anyCase, ({ weeks, streak, phaseEnds }) => {
        const cutbacks = placeCutbacks(weeks, streak, phaseEnds, true);
        expect(Math.min(...streaks(weeks, cutbacks))).toBeGreaterThan(0);
      }),
    );
  });

  it("come after three build weeks when nothing else presses", () => {
    expect(placeCutbacks(15, MID, [], false)).toEqual([4, 8, 12]);
    expect(placeCutbacks(11, LOW, [], false)).toEqual([4, 8]);
  });

  it("end a phase where they can", () => {
    expect(placeCutbacks(16, MID, [], false)).not.toContain(5);
    expect(placeCutbacks(16, MID, [5, 11], false)).toContain(5);
    expect(placeCutbacks(15, MID, [4, 10], false)).toContain(4);
  });

  it("come after two build weeks from the start for masters, wherever a phase ends", () => {
    const MASTERS = { aim: 2, max: 3, keepsFirst: true };
    const phaseEnds = fc.uniqueArray(fc.integer({ min: 1, max: 22 }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 22 }), phaseEnds, (weeks, ends) => {
        // Seven weeks are three, one and three: with two at the start the last cutback would stand beside the taper.
        fc.pre(weeks !== 7);
        expect(placeCutbacks(weeks, MASTERS, ends, true)[0]).toBeLessThanOrEqual(3);
      }),
    );
    expect(placeCutbacks(13, MASTERS, [4, 8], true)).toEqual([3, 6, 10]);
  });

  it("are none where the whole horizon is one streak and no law asks for any", () => {
    expect(placeCutbacks(3, LOW, [], false)).toEqual([]);
    expect(placeCutbacks(4, MID, [1, 3], false)).toEqual([]);
    expect(placeCutbacks(4, LOW, [], false)).not.toEqual([]);
  });

  it("are there in a short horizon too when law V5 asks for one", () => {
    expect(placeCutbacks(4, MID, [], true)).toHaveLength(1);
    expect(placeCutbacks(3, MID, [], true)).toEqual([2]);
  });

  it("are given up in two weeks, which have no room for one", () => {
    expect(placeCutbacks(2, MID, [], true)).toEqual([]);
  });

  it("leave two build weeks before the taper rather than one, even where that would end a phase", () => {
    const short = { aim: 2, max: 3, keepsFirst: false };
    expect(placeCutbacks(4, short, [], false)).toEqual([2]);
    expect(placeCutbacks(4, short, [3], false)).toEqual([2]);
    expect(placeCutbacks(7, short, [], false)).toEqual([4]);
  });
});
