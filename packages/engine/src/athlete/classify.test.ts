import { aRequest, realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RACE_DISTANCES, type VolumeTier } from "../plan/vocabulary.ts";
import { classifiedTierOf, tierOf, usualWeekOf } from "./classify.ts";
import type { HistoryWeek, PlanRequest } from "./request.ts";

const rulebook = realRulebook();
const asked = (wish: Partial<PlanRequest>): PlanRequest =>
  aRequest({ weeklyMetres: null, longestMetres: null, result: null, ...wish });
const tier = (wish: Partial<PlanRequest>): VolumeTier | null => classifiedTierOf(asked(wish), rulebook);

const week = (km: number, longestKm = km / 3, runs = 5): HistoryWeek => ({
  metres: km * 1000,
  longestMetres: longestKm * 1000,
  runs,
});
const history = (...weeks: readonly HistoryWeek[]): Pick<PlanRequest, "history"> => ({ history: { weeks } });

describe("the tier that the running so far says", () => {
  it("is that of the weekly distance", () => {
    expect(tier({ weeklyMetres: 30_000 })).toBe("low");
    expect(tier({ weeklyMetres: 55_000 })).toBe("mid");
    expect(tier({ weeklyMetres: 80_000, distance: "5k" })).toBe("high");
  });

  it("is unknown where nothing is known, and then the lowest of the standard plans serves", () => {
    expect(tier({})).toBeNull();
    expect(tierOf(asked({}), rulebook)).toBe("low");
  });

  it("gives way to the athlete's own choice", () => {
    expect(tierOf(asked({ weeklyMetres: 30_000, tier: "high" }), rulebook)).toBe("high");
  });

  it("is one lower for who reaches the distance with short runs only", () => {
    expect(tier({ weeklyMetres: 50_000, longestMetres: 10_000 })).toBe("low");
    expect(tier({ weeklyMetres: 50_000, longestMetres: 12_000 })).toBe("mid");
  });

  it("is one lower for who runs on few days, which only a history tells", () => {
    const often = history(week(75, 25, 6), week(76, 25, 6), week(74, 25, 5));
    const seldom = history(week(75, 25, 3), week(76, 25, 3), week(74, 25, 3));
    expect([tier(often), tier(seldom)]).toEqual(["high", "mid"]);
  });

  it("makes nobody a builder who has the distance of the low tier", () => {
    expect(tier({ weeklyMetres: 30_000, longestMetres: 5000 })).toBe("low");
  });

  it("makes builders of those who have not run half an hour yet, whatever they say of their weeks", () => {
    expect(tier({ longestMetres: 0, distance: "5k" })).toBe("builder");
    expect(tier({ longestMetres: 1500, distance: "5k" })).toBe("builder");
    expect(tier({ longestMetres: 1500, weeklyMetres: 20_000, distance: "5k" })).toBe("builder");
    expect(tier({ longestMetres: 3000, distance: "marathon" })).toBe("builder");
    expect(tier({ longestMetres: 1500, result: { metres: 5000, seconds: 1500 } })).toBe("builder");
  });

  it("makes no builder of who has run half an hour, has raced, or runs the weeks of the mid tier", () => {
    expect(tier({ longestMetres: 4500, distance: "5k" })).toBeNull();
    expect(tier({ longestMetres: 4500, weeklyMetres: 20_000, distance: "5k" })).toBe("low");
    const result = { metres: 5000, seconds: 1500 };
    expect(tier({ longestMetres: 3500, weeklyMetres: 20_000, distance: "5k", result })).toBe("low");
    expect(tier({ longestMetres: 3500, weeklyMetres: 36_000, distance: "5k" })).toBe("low");
  });

  it("leaves half an hour to the athlete's own choice", () => {
    expect(tierOf(asked({ longestMetres: 1500, tier: "low" }), rulebook)).toBe("low");
  });

  it("believes the history before a mean that one huge week has lifted", () => {
    const weeks = history(week(30), week(31), week(90), week(29));
    expect(tier({ ...weeks, weeklyMetres: 45_000 })).toBe("low");
  });

  it("takes a history of two weeks for too short to show an exception", () => {
    expect(usualWeekOf(asked({ weeklyMetres: 45_000, ...history(week(45), week(0)) }), rulebook)).toEqual({
      metres: 45_000,
      longestMetres: 15_000,
      runs: null,
    });
  });
});

describe("one odd week", () => {
  /** Three to six weeks around one volume, each of which alone says the same tier. */
  const steady = fc
    .record({
      distance: fc.constantFrom(...RACE_DISTANCES),
      km: fc.integer({ min: 8, max: 150 }),
      wobble: fc.array(fc.double({ min: 0.9, max: 1.1, noNaN: true }), { minLength: 3, maxLength: 6 }),
      longShare: fc.double({ min: 0.2, max: 0.45, noNaN: true }),
      runs: fc.integer({ min: 3, max: 7 }),
    })
    .map(({ distance, km, wobble, longShare, runs }) => ({
      distance,
      weeks: wobble.map((share) => week(km * share, km * share * longShare, runs)),
    }))
    .filter(({ distance, weeks }) => {
      const alone = weeks.map((one) => tier({ distance, ...history(one, one, one) }));
      return alone.every((name) => name === alone[0]);
    });

  it("without running, or with three times as much as usual, does not change the tier", () => {
    fc.assert(
      fc.property(steady, fc.nat({ max: 5 }), fc.constantFrom(0, 3), ({ distance, weeks }, at, times) => {
        const odd = weeks.map((one, index) =>
          index === at % weeks.length
            ? {
                metres: one.metres * times,
                longestMetres: one.longestMetres * times,
                runs: times === 0 ? 0 : Math.min(7, one.runs * times),
              }
            : one,
        );
        expect(tier({ distance, ...history(...odd) })).toBe(tier({ distance, ...history(...weeks) }));
      }),
      { numRuns: 500 },
    );
  });
});
