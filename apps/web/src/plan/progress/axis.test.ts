import { describe, expect, it } from "vitest";
import { ticksOf } from "./axis.ts";

describe("the scale of the weeks", () => {
  it.each([
    [92, [25, 50, 75]],
    [57, [20, 40]],
    [6.4, [2, 4, 6]],
    [3.9, [1, 2, 3]],
    [0.5, []],
  ])("up to %s has few round lines", (most, lines) => {
    expect(ticksOf(most)).toEqual(lines);
  });
});
