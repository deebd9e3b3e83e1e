import { anyRequest, aRequest, onDate, realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import type { Outline } from "../generate/build-plan.ts";
import { outlineOf } from "../generate/outline.fixture.ts";
import type { WeekKind } from "../plan/vocabulary.ts";
import type { WeekVolume } from "./week-volume.ts";

const rulebook = realRulebook();

const weeksOf = ({ frames, volumes }: Outline, kind: WeekKind): readonly WeekVolume[] =>
  volumes.filter((_, i) => frames[i]?.kind === kind);

const peakOf = (outline: Outline): number =>
  Math.max(...weeksOf(outline, "build").map((week) => week.metres));

const longRunsOf = (outline: Outline): readonly number[] =>
  weeksOf(outline, "build").map((week) => week.longRunMetres);

/** Runners with room and time: what presses the others is tested with whole plans. */
const anyComfortable: fc.Arbitrary<PlanRequest> = anyRequest(onDate("2026-11-23")).map((request) => ({
  ...request,
  raceDate: onDate("2027-04-11"),
  dayLimits: {},
  unavailable: [],
  weeklyMetres: Math.max(request.weeklyMetres ?? 0, 30_000),
  longestMetres: Math.max(request.longestMetres ?? 0, 10_000),
}));

describe("the volume of a plan", () => {
  it("starts at the athlete's own volume and climbs to the peak of runners like them", () => {
    const outline = outlineOf(aRequest(), rulebook);
    const build = weeksOf(outline, "build");
    expect(build[0]?.metres).toBe(55_000);
    expect(peakOf(outline) / outline.runner.peakMetres).toBeGreaterThan(0.98);
    expect(peakOf(outline)).toBeLessThanOrEqual(outline.runner.peakMetres);
  });

  it("never falls from one build week to the next, nor grows beyond its limit", () => {
    const { growthAim, growthStepMetres } = rulebook.volume;
    fc.assert(
      fc.property(anyComfortable, (request) => {
        const build = weeksOf(outlineOf(request, rulebook), "build");
        build.slice(1).forEach(({ metres }, i) => {
          const before = build[i]?.metres ?? 0;
          expect(metres).toBeGreaterThanOrEqual(before);
          expect(metres).toBeLessThanOrEqual(Math.max(before * growthAim, before + growthStepMetres));
        });
      }),
    );
  });

  it("resumes after a cutback at 97 to 110 % of the last build week", () => {
    const { min, max } = rulebook.laws.V6.share;
    fc.assert(
      fc.property(anyComfortable, (request) => {
        const { frames, volumes } = outlineOf(request, rulebook);
        frames.forEach((frame, i) => {
          if (frame.kind !== "build" || frames[i - 1]?.kind !== "cutback") return;
          const share = (volumes[i]?.metres ?? 0) / (volumes[i - 2]?.metres ?? 1);
          expect(share).toBeGreaterThanOrEqual(min);
          expect(share).toBeLessThanOrEqual(max);
        });
      }),
    );
  });

  it("falls by 15 to 40 % in a cutback, and the long run with it", () => {
    const { depth, depthMax, longRunShare } = rulebook.laws.V5;
    fc.assert(
      fc.property(anyComfortable, (request) => {
        const { frames, volumes } = outlineOf(request, rulebook);
        frames.forEach((frame, i) => {
          if (frame.kind !== "cutback") return;
          const [before, cutback] = [volumes[i - 1], volumes[i]];
          const fallen = 1 - (cutback?.metres ?? 0) / (before?.metres ?? 1);
          expect(fallen).toBeGreaterThanOrEqual(depth.min);
          expect(fallen).toBeLessThanOrEqual(depthMax);
          expect(cutback?.longRunMetres).toBeLessThanOrEqual(
            (before?.longRunMetres ?? 0) * longRunShare.max + 1,
          );
        });
      }),
    );
  });
});

describe("the long runs of a plan", () => {
  it("are a staircase from what the athlete has run to the peak", () => {
    const longRuns = longRunsOf(outlineOf(aRequest(), rulebook));
    expect(longRuns).toEqual(longRuns.toSorted((a, b) => a - b));
    expect(longRuns[0]).toBeLessThan(0.75 * (longRuns.at(-1) ?? 0));
    expect(longRuns[0]).toBeLessThanOrEqual(18_000 * rulebook.laws.E2.growthMax);
    expect(longRuns.at(-1)).toBeGreaterThanOrEqual(rulebook.laws.L1.tierMetresMin.marathon.mid);
  });

  it("are whole or half kilometres", () => {
    for (const metres of longRunsOf(outlineOf(aRequest(), rulebook))) expect(metres % 500).toBe(0);
  });

  it("begin below a longest run that is already the peak, when there are weeks to climb in", () => {
    const longRuns = longRunsOf(outlineOf(aRequest({ longestMetres: 32_000 }), rulebook));
    expect(longRuns[0]).toBeLessThan(0.8 * (longRuns.at(-1) ?? 0));
  });

  it("never stay on one stair for three build weeks", () => {
    const { sameMetres } = rulebook.laws.L8;
    fc.assert(
      fc.property(anyComfortable, fc.constantFrom("aim", "hard", "exact"), (request, growth) => {
        const longRuns = longRunsOf(outlineOf(request, rulebook, { growth }));
        longRuns.slice(2).forEach((metres, i) => {
          const row = [metres, ...longRuns.slice(i, i + 2)];
          expect(Math.max(...row) - Math.min(...row)).toBeGreaterThanOrEqual(sameMetres - 1);
        });
      }),
    );
  });

  it("take the week with them where it leans on them, and never beyond what its days carry", () => {
    const leaning = aRequest({ distance: "5k", weeklyMetres: 60_000, longestMetres: 18_000, daysPerWeek: 3 });
    const outline = outlineOf(leaning, rulebook);
    const build = weeksOf(outline, "build");
    expect(build[0]?.metres).toBeLessThan(build.at(-1)?.metres ?? 0);
    for (const { metres, longRunMetres } of build)
      expect(metres).toBeLessThanOrEqual(longRunMetres * (1 + rulebook.laws.E4.carryFactor * 2));
  });

  it("take no step beyond law L3, however hard the horizon presses", () => {
    const { growthMax, smallMetres, smallStepMetres } = rulebook.laws.L3;
    fc.assert(
      fc.property(anyComfortable, fc.constantFrom("aim", "hard", "exact"), (request, growth) => {
        const longRuns = longRunsOf(outlineOf(request, rulebook, { growth }));
        longRuns.slice(1).forEach((metres, i) => {
          const before = longRuns[i] ?? 0;
          const step = before < smallMetres ? before + smallStepMetres : 0;
          expect(metres).toBeLessThanOrEqual(Math.max(before * growthMax, step) + 1);
        });
      }),
    );
  });
});

describe("a pressed horizon", () => {
  const hurried = aRequest({ raceDate: onDate("2027-01-31"), weeklyMetres: 32_000, longestMetres: 14_000 });

  it("grows faster, from the upper edge that law V4 allows", () => {
    const usual = outlineOf(hurried, rulebook);
    const pressed = outlineOf(hurried, rulebook, { growth: "hard" });
    const first = weeksOf(pressed, "build")[0]?.metres ?? 0;
    expect(first).toBeGreaterThan(32_000);
    expect(first).toBeLessThanOrEqual(32_000 * rulebook.laws.V4.share.max);
    expect(peakOf(pressed)).toBeGreaterThan(peakOf(usual));
  });

  it("grows only to a modest peak where that is the policy", () => {
    const modest = outlineOf(aRequest(), rulebook, { peakShare: 0.8 });
    expect(peakOf(modest)).toBeLessThan(peakOf(outlineOf(aRequest(), rulebook)) * 0.9);
  });
});
