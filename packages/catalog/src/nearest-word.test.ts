import { describe, expect, it } from "vitest";
import { nearestWord } from "./nearest-word.ts";

const KNOWN = ["growthAim", "growthHard", "weeksMin", "weeksMax", "source"];

describe("nearestWord", () => {
  it.each([
    ["growthAIM", "growthAim"],
    ["growtAim", "growthAim"],
    ["grwothHard", "growthHard"],
    ["sorce", "source"],
    ["weekMax", "weeksMax"],
  ])("takes %s for %s", (word, meant) => {
    expect(nearestWord(word, KNOWN)).toBe(meant);
  });

  it.each(["mood", "x", "distance", ""])("has no suggestion for %s", (word) => {
    expect(nearestWord(word, KNOWN)).toBeUndefined();
  });
});
