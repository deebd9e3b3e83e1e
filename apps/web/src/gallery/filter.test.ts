import { describe, expect, it } from "vitest";
import { matching, NO_FILTER, restoreFilter, weeksOffered } from "./filter.ts";

const plan = (distance: "marathon" | "5k", weeks: number, tier: "low" | "mid" | "high") => ({
  id: `${distance}-${String(weeks)}-weeks-${tier}`,
  distance,
  weeks,
  tier,
  daysPerWeek: 4,
  startMetres: 30_000,
  peakMetres: 60_000,
});
const PLANS = [
  plan("marathon", 18, "mid"),
  plan("5k", 8, "low"),
  plan("marathon", 12, "mid"),
  plan("marathon", 12, "low"),
];

describe("the shelves of the gallery", () => {
  it("hold the shorter plans first, and of the same length the ones with less running", () => {
    const found = matching(PLANS, { ...NO_FILTER, distance: "marathon" });
    expect(found.map(({ weeks, tier }) => [weeks, tier])).toEqual([
      [12, "low"],
      [12, "mid"],
      [18, "mid"],
    ]);
  });

  it("are narrowed by length and level together", () => {
    expect(matching(PLANS, { distance: "all", weeks: "12", tier: "mid" })).toEqual([PLANS[2]]);
    expect(matching(PLANS, { distance: "5k", weeks: "8", tier: "high" })).toEqual([]);
  });

  it("offer only lengths that there are for the distance", () => {
    expect(weeksOffered(PLANS, "marathon")).toEqual([12, 18]);
    expect(weeksOffered(PLANS, "all")).toEqual([8, 12, 18]);
  });

  it.each([null, "", "[]", "7", "{", '{"distance":"100k","weeks":"many","tier":3}'])(
    "show everything where %o is remembered",
    (text) => {
      expect(restoreFilter(text)).toEqual(NO_FILTER);
    },
  );

  it("are found again as they were left", () => {
    const filter = { distance: "marathon", weeks: "18", tier: "high" } as const;
    expect(restoreFilter(JSON.stringify(filter))).toEqual(filter);
  });
});
