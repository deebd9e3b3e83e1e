import { realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { planningPacesOf } from "../pace/training-paces.ts";
import { printSteps } from "../plan/notation/print-steps.ts";
import type { WorkoutDefinition } from "../rulebook/workout-definition.ts";
import type { Pacing } from "./pacing.ts";
import { type OutingSize, runWalkSession } from "./run-walk-session.ts";

const rulebook = realRulebook();
const pacing: Pacing = {
  paces: planningPacesOf("5k", "builder", rulebook),
  estimated: true,
  rules: rulebook.pace,
};
const library = (id: string): WorkoutDefinition => {
  const found = rulebook.workouts.find((workout) => workout.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const { rungs } = library("run-walk");

const outing = (stage: number, size: Partial<OutingSize> = {}) => {
  const rung = rungs[stage];
  if (rung === undefined) throw new Error(`no stage ${String(stage)}`);
  const full: OutingSize = { metres: 4000, runMetresMax: Infinity, end: [], ...size };
  return runWalkSession(library("run-walk"), rung, full, rulebook.builder, pacing);
};
const text = (stage: number, size: Partial<OutingSize> = {}): string => printSteps(outing(stage, size).steps);

describe("a run with walks", () => {
  it("begins and ends with five minutes of walking at least, and is prescribed by the clock", () => {
    expect(text(0)).toBe("5min walk, 12 x 60s E (90s walk), 5min walk");
    expect(outing(0).steps.every((step) => "repeat" in step || step.by === "time")).toBe(true);
  });

  it("comes out as far as was asked, to the minute", () => {
    for (const stage of rungs.keys())
      for (const metres of [2500, 3300, 4100, 5800, 8200])
        expect(Math.abs(outing(stage, { metres }).metres - metres)).toBeLessThan(120);
  });

  it("ends long pieces with a shorter one where there is room for it", () => {
    expect(text(5)).toBe("6min walk, 2 x 8min E (60s walk), 5min E, 5min walk");
  });

  it("walks what may not be run yet", () => {
    expect(text(0, { runMetresMax: 1000 })).toBe("13min walk, 7 x 60s E (90s walk), 13min walk");
  });

  it("walks less before and after the short outings of race week, and never goes without running", () => {
    expect(text(4, { metres: 1200 })).toMatch(/^\dmin walk, \dmin E/);
    for (const stage of rungs.keys()) expect(text(stage, { metres: 1400 })).toContain(" E");
  });

  it("has its strides right after the running", () => {
    const strides = [
      { repeat: 4, steps: [{ zone: "repetition", by: "time", metres: 80, seconds: 20 }] },
    ] as const;
    expect(text(5, { end: strides })).toMatch(/E, 4 x 20s R, \dmin walk$/);
  });
});
