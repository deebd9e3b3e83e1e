import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VOLUME_TIERS } from "../plan/vocabulary.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { HistoryWeek, PlanRequest } from "./request.ts";
import { classifyTier, longestMetresOf, weeklyMetresOf } from "./volume-tier.ts";

const tiersFrom = (...metres: readonly number[]) =>
  Object.fromEntries(VOLUME_TIERS.map((tier, index) => [tier, { fromMetres: metres[index] }]));
const rulebook = {
  races: {
    "5k": { tiers: tiersFrom(0, 16_000, 30_000, 48_000, 85_000) },
    marathon: { tiers: tiersFrom(0, 27_000, 42_000, 68_000, 115_000) },
  },
} as unknown as Rulebook;

describe("classifyTier", () => {
  it.each([
    ["marathon", 0, "builder"],
    ["marathon", 26_999, "builder"],
    ["marathon", 27_000, "low"],
    ["marathon", 55_000, "mid"],
    ["5k", 55_000, "high"],
    ["marathon", 400_000, "elite"],
  ] as const)("calls a %s runner of %d m a week %s", (distance, metres, tier) => {
    expect(classifyTier(distance, metres, rulebook)).toBe(tier);
  });
});

const week = (metres: number, longestMetres = metres / 3): HistoryWeek => ({
  metres,
  longestMetres,
  runs: 4,
});
const asked = (wish: Partial<Pick<PlanRequest, "weeklyMetres" | "longestMetres" | "history">>): PlanRequest =>
  ({ weeklyMetres: null, longestMetres: null, history: null, ...wish }) as PlanRequest;

describe("weeklyMetresOf", () => {
  it("believes the athlete before the history", () => {
    expect(weeklyMetresOf(asked({ weeklyMetres: 40_000, history: { weeks: [week(60_000)] } }))).toBe(40_000);
    expect(weeklyMetresOf(asked({ weeklyMetres: 0, history: { weeks: [week(60_000)] } }))).toBe(0);
  });

  it("knows nothing without either", () => {
    expect(weeklyMetresOf(asked({}))).toBeNull();
    expect(weeklyMetresOf(asked({ history: { weeks: [] } }))).toBeNull();
  });

  it("is not carried away by one huge week", () => {
    const weeks = [week(40_000), week(42_000), week(110_000), week(44_000)];
    expect(weeklyMetresOf(asked({ history: { weeks } }))).toBe(43_000);
  });

  it("counts a week lost to illness", () => {
    const weeks = [week(40_000), week(40_000), week(0), week(40_000)];
    expect(weeklyMetresOf(asked({ history: { weeks } }))).toBe(30_000);
  });

  it("looks no further back than four weeks", () => {
    const weeks = [week(90_000), week(30_000), week(30_000), week(30_000), week(30_000)];
    expect(weeklyMetresOf(asked({ history: { weeks } }))).toBe(30_000);
  });

  it("is never more than the mean, so that no first week outgrows it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 1, maxLength: 4 }),
        (metres) => {
          const mean = metres.reduce((sum, value) => sum + value, 0) / metres.length;
          const history = { weeks: metres.map((value) => week(value)) };
          expect(weeklyMetresOf(asked({ history }))).toBeLessThanOrEqual(mean);
        },
      ),
    );
  });
});

describe("longestMetresOf", () => {
  it("is the longest run of the last four weeks unless the athlete names it", () => {
    const weeks = [
      week(60_000, 30_000),
      week(50_000, 12_000),
      week(50_000, 18_000),
      week(50_000, 15_000),
      week(0, 0),
    ];
    expect(longestMetresOf(asked({ history: { weeks } }))).toBe(18_000);
    expect(longestMetresOf(asked({ longestMetres: 16_000, history: { weeks } }))).toBe(16_000);
    expect(longestMetresOf(asked({}))).toBeNull();
  });
});
