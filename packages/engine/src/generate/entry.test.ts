import { aRequest, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { planningPacesOf } from "../pace/training-paces.ts";
import { RACE_DISTANCES, VOLUME_TIERS } from "../plan/vocabulary.ts";
import type { PlanRequest } from "../athlete/request.ts";
import { runnerOf, type Runner } from "./runner.ts";

const rulebook = realRulebook();
const runner = (wish: Partial<PlanRequest>, weeks = 16): Runner => runnerOf(aRequest(wish), weeks, rulebook);
const atVolume = (weeklyMetres: number, wish: Partial<PlanRequest> = {}): Runner =>
  runner({ weeklyMetres, longestMetres: null, ...wish });

const unknown = { weeklyMetres: null, longestMetres: null, result: null } as const;

describe.each(RACE_DISTANCES)("where a %s plan starts and ends", (distance) => {
  const kilometres = Array.from({ length: 130 }, (_, i) => 15_000 + 1000 * i);

  it("has no step at a tier's edge: one kilometre a week more changes the peak by little", () => {
    for (const metres of kilometres) {
      const [less, more] = [atVolume(metres, { distance }), atVolume(metres + 1000, { distance })];
      expect(Math.abs(more.peakMetres - less.peakMetres)).toBeLessThan(3500);
    }
  });

  it("gives who runs more no lower peak", () => {
    const peaks = kilometres.map((metres) => atVolume(metres, { distance }).peakMetres);
    expect(peaks).toEqual(peaks.toSorted((a, b) => a - b));
  });

  it("has the start and peak of the tier for who stands right at a tier's start", () => {
    for (const tier of VOLUME_TIERS) {
      const { startMetres, peakMetres } = rulebook.races[distance].tiers[tier];
      const hoursMetres =
        rulebook.volume.weekSecondsMax / atVolume(startMetres, { distance }).easySecondsPerMetre;
      const expected = Math.max(peakMetres, rulebook.laws.E4.peakMetres[distance].min);
      expect(atVolume(startMetres, { distance }).peakMetres / Math.min(expected, hoursMetres)).toBeCloseTo(
        1,
        1,
      );
    }
  });

  it("stays within what published plans hold, and within the hours of a week or those already run", () => {
    const { max } = rulebook.laws.E4.peakMetres[distance];
    const { weekSecondsMax, weekSecondsOwnMax } = rulebook.volume;
    for (const metres of [60_000, 120_000, 160_000, 250_000]) {
      const { startMetres, peakMetres, easySecondsPerMetre } = atVolume(metres, { distance });
      expect(peakMetres).toBeLessThanOrEqual(max);
      expect(startMetres).toBeLessThanOrEqual(peakMetres);
      const own = Math.min(metres * easySecondsPerMetre, weekSecondsOwnMax);
      expect(peakMetres * easySecondsPerMetre).toBeLessThanOrEqual(Math.max(weekSecondsMax, own) + 1);
    }
  });

  it("has no step in the peak long run above the highest tier", () => {
    const { startMetres } = rulebook.races[distance].tiers.elite;
    const result = { metres: 10_000, seconds: 1850 };
    const longRun = (metres: number): number => atVolume(metres, { distance, result }).longRunPeakMetres;
    expect(Math.abs(longRun(startMetres + 500) - longRun(startMetres - 500))).toBeLessThanOrEqual(500);
  });
});

describe("who starts a plan", () => {
  it("is of the tier that was chosen, or else of the one that the weekly distance says, or of the low one", () => {
    expect(runner({ tier: "high" }).tier).toBe("high");
    expect(runner({ weeklyMetres: 55_000 }).tier).toBe("mid");
    expect(runner(unknown).tier).toBe("low");
  });

  it("has the volumes of a standard plan when it is asked for by weeks and tier", () => {
    expect(runner({ ...unknown, tier: "mid", weeks: 12 }, 12)).toMatchObject({
      startMetres: 56_000,
      peakMetres: 86_000,
    });
  });

  it("runs at planning paces without a result, and is marked as estimated", () => {
    const [known, estimated] = [runner({}), runner({ ...unknown, tier: "mid" })];
    expect(known.estimated).toBe(false);
    expect(estimated.estimated).toBe(true);
    expect(estimated.paces).toEqual(planningPacesOf("marathon", "mid", rulebook));
    expect(estimated.paces).not.toEqual(known.paces);
  });

  it("below the entry of law E1 has weeks of base to run first, the more the lower", () => {
    const entry = rulebook.laws.E1.entryMetres.marathon;
    expect(atVolume(entry).baseWeeksMin).toBe(0);
    expect(atVolume(entry - 1000).baseWeeksMin).toBeGreaterThanOrEqual(rulebook.laws.E1.baseWeeksMin);
    expect(atVolume(6000).baseWeeksMin).toBeGreaterThan(atVolume(entry - 1000).baseWeeksMin);
  });
});

describe("the peak long run", () => {
  it("has at least the distance that law L1 asks of the tier", () => {
    for (const distance of RACE_DISTANCES)
      for (const tier of ["low", "mid", "high"] as const)
        expect(runner({ distance, tier }).longRunPeakMetres).toBeGreaterThanOrEqual(
          rulebook.laws.L1.tierMetresMin[distance][tier],
        );
  });

  it("is kept to three hours for slow runners where the minimum of the tier allows, and to 3:30 by law", () => {
    const slow = runner({ weeklyMetres: 30_000, result: { metres: 10_000, seconds: 4200 } });
    const hours = (slow.longRunPeakMetres * slow.easySecondsPerMetre) / 3600;
    expect(hours).toBeGreaterThan(3);
    expect(hours).toBeLessThanOrEqual(3.5);
    const quick = runner({ weeklyMetres: 30_000, result: { metres: 10_000, seconds: 3300 } });
    expect((quick.longRunPeakMetres * quick.easySecondsPerMetre) / 3600).toBeLessThanOrEqual(3.1);
  });

  it("is no longer than its day has room for", () => {
    const busy = runner({ dayLimits: { sun: 7200 } });
    expect(busy.longRunPeakMetres * busy.easySecondsPerMetre).toBeLessThanOrEqual(7200);
  });
});

describe("who runs more than the elite tier starts with", () => {
  const elite = (kilometres: number): Runner =>
    atVolume(kilometres * 1000, { distance: "marathon", result: { metres: 42_195, seconds: 8400 } });

  it("peaks above its own volume, up to what published plans hold", () => {
    expect(elite(140).peakMetres).toBeGreaterThan(160_000);
    expect(elite(180).peakMetres).toBeGreaterThanOrEqual(180_000);
    expect(elite(220).peakMetres).toBeLessThanOrEqual(rulebook.laws.E4.peakMetres.marathon.max);
  });

  it("keeps the hours that are run already, though no plan leads there", () => {
    const { weekSecondsMax } = rulebook.volume;
    expect(elite(180).startMetres * elite(180).easySecondsPerMetre).toBeGreaterThan(weekSecondsMax);
    expect(elite(140).peakMetres * elite(140).easySecondsPerMetre).toBeLessThanOrEqual(weekSecondsMax + 1);
  });
});
