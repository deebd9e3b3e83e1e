import { describe, expect, it } from "vitest";
import { ratioOf, tableOf } from "../../tools/bench/figure.ts";
import { quantile } from "../../tools/bench/quantile.ts";

describe("the figures of npm run bench", () => {
  it("are quantiles by nearest rank: a value that was measured, never one between two", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect([0.01, 0.5, 0.99, 1].map((share) => quantile(hundred, share))).toEqual([1, 50, 99, 100]);
    expect(quantile([7], 0.01)).toBe(7);
  });

  it("stand beside their limit as so many times as much", () => {
    const limit = { name: "copying", value: 4 };
    expect(ratioOf({ name: "making", value: 10, unit: "ms", limit })).toBe(2.5);
    expect(ratioOf({ name: "making", value: 10, unit: "ms" })).toBeNull();
  });

  it("are one line each, numbers flush right", () => {
    const limit = { name: "copying", value: 0.4567 };
    const table = tableOf([
      { name: "making", value: 1.2345, unit: "ms", aim: 5, limit },
      { name: "making many", value: 1234.5, unit: "/s" },
    ]);
    expect(table.split("\n")).toEqual([
      "figure         value   aim  raw limit of the same run     limit  ratio",
      "making       1.23 ms  5 ms  copying                    0.457 ms    2.7",
      "making many   1235/s",
    ]);
  });
});
