import type { Adjustment, Units } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { explainAdjustment } from "./explain-adjustment.ts";

describe("a wish that gave way", () => {
  const table: readonly [Adjustment, Units, RegExp][] = [
    [
      { wish: "days_per_week", law: "E3", asked: 6, given: 4 },
      "km",
      /^You asked for 6 run days a week; the plan has 4, because .* \(law E3\)\.$/,
    ],
    [
      { wish: "weekly_metres", law: "E4", asked: 160_000, given: 120_000 },
      "km",
      /160 km a week; the plan starts at 120 km, because/,
    ],
    [
      { wish: "long_run_day", law: "S5", asked: "sun", given: "sat" },
      "km",
      /^You asked for the long run on Sunday and marked that day as not free; it is on Saturday, because/,
    ],
    [
      { wish: "horizon", law: "horizon", asked: 30, given: 24 },
      "km",
      /^The race is 30 weeks away; the plan starts 24 weeks before it\.$/,
    ],
    [
      { wish: "long_run", law: "L6", asked: 32_000, given: 27_000 },
      "mi",
      /19\.9 mi would be usual; yours stops at 16\.8 mi, because/,
    ],
    [
      { wish: "long_run", law: "S5", asked: null, given: 24_000 },
      "km",
      /^The longest run stops at 24 km, because/,
    ],
    [
      { wish: "quality", law: "H2", asked: 2, given: 1 },
      "km",
      /^2 hard sessions would be usual; the plan has 1, because/,
    ],
    [
      { wish: "base_block", law: "E1", asked: 12_000, given: 4 },
      "km",
      /^You run 12 km a week; 4 weeks of easy running come first, because/,
    ],
    [
      { wish: "base_block", law: "E1", asked: 0, given: 8 },
      "km",
      /^You are starting out; 8 weeks of easy running come first, because/,
    ],
    [
      { wish: "break_to_race", law: "C2", asked: 97, given: 0 },
      "km",
      /^After 97 days without running there is no time for a new base: do not run it for time\. Walk it,/,
    ],
    [
      { wish: "break_to_race", law: "C2", asked: 40, given: 12 },
      "km",
      /^After 40 days without running 12 days to the race are too few for a new base: do not/,
    ],
    [
      { wish: "base_block", law: "E1", asked: null, given: 8 },
      "km",
      /^Your longest run so far belongs to a small week; 8 weeks of easy running come first, because/,
    ],
    [
      { wish: "health", law: "C5", asked: "caution", given: null },
      "km",
      /^See a doctor before you train hard, .*You asked for walking and easy running only, and so it is until you say/,
    ],
    [
      { wish: "health", law: "C5", asked: null, given: null },
      "km",
      /^You told of pain, illness or a warning sign: walking and easy running alone/,
    ],
  ];

  it.each(table)("explains %j in %s", (adjustment, units, sentence) => {
    expect(explainAdjustment(adjustment, units)).toMatch(sentence);
  });
});
