import { aRequest, realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runnerOf } from "../generate/runner.ts";
import { VOLUME_TIERS } from "../plan/vocabulary.ts";
import { STIMULI } from "../rulebook/workout-definition.ts";
import { doseOf, type DoseFacts } from "./dose.ts";
import { type Pacing, secondsPerMetre } from "./pacing.ts";

const rulebook = realRulebook();
const { paces } = runnerOf(aRequest(), 20, rulebook);
const pacing: Pacing = { paces, estimated: false, rules: rulebook.pace };

const threshold = (facts: Partial<DoseFacts> = {}): number =>
  doseOf(
    { stimulus: "threshold", weekMetres: 60_000, tier: "mid", progress: 1, doseShare: 1, ...facts },
    pacing,
    rulebook,
  )?.seconds ?? Number.NaN;

const rules = rulebook.quality.doses.threshold;

describe("the dose of a session", () => {
  it("is a share of the week, run at the pace of its zone", () => {
    const share = (rules?.shareOfWeek.mid ?? 0) * 60_000;
    expect(threshold()).toBeCloseTo(share * secondsPerMetre("threshold", pacing));
  });

  it("keeps within the minutes of the runner's tier, however small or large the week", () => {
    expect(threshold({ weekMetres: 46_000 })).toBeGreaterThanOrEqual(rules?.seconds.mid.min ?? Infinity);
    expect(threshold({ weekMetres: 160_000 })).toBe(rules?.seconds.mid.max);
    expect(threshold({ weekMetres: 160_000, tier: "low" })).toBe(rules?.seconds.low.max);
  });

  it("grows over the block while the pace stays", () => {
    const block = [0, 0.25, 0.5, 0.75, 1].map((progress) => threshold({ progress }));
    expect(block).toEqual(block.toSorted((a, b) => a - b));
    expect((block[0] ?? 0) / (block[4] ?? 1)).toBeCloseTo(rules?.firstShare ?? 0);
  });

  it("is smaller in a cutback", () => {
    const { cutbackDoseShare } = rulebook.quality;
    expect(threshold({ doseShare: cutbackDoseShare })).toBeCloseTo(threshold() * cutbackDoseShare);
  });

  it("never exceeds its largest share of the week, nor its most metres, for anybody", () => {
    const anyFacts = fc.record({
      stimulus: fc.constantFrom(...STIMULI),
      tier: fc.constantFrom(...VOLUME_TIERS),
      weekMetres: fc.integer({ min: 8000, max: 180_000 }),
      progress: fc.double({ min: 0, max: 1, noNaN: true }),
      doseShare: fc.double({ min: 0.3, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const dose = doseOf(facts, pacing, rulebook);
        const limits = rulebook.quality.doses[facts.stimulus];
        if (dose === null || limits === undefined) {
          expect([dose, limits]).toEqual([null, undefined]);
          return;
        }
        const metres = dose.secondsMax / secondsPerMetre(limits.zone, pacing);
        expect(dose.seconds).toBeLessThanOrEqual(dose.secondsMax);
        expect(metres).toBeLessThanOrEqual(limits.shareOfWeekMax * facts.weekMetres + 0.001);
        expect(metres).toBeLessThanOrEqual(limits.metresMax + 0.001);
      }),
    );
  });

  it("is none for what is no quality session", () => {
    const facts = { weekMetres: 60_000, tier: "mid", progress: 1, doseShare: 1 } as const;
    expect(doseOf({ ...facts, stimulus: "strides" }, pacing, rulebook)).toBeNull();
  });
});
