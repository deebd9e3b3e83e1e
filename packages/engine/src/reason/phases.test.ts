import { aPlan, withWeek } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { phasesOf } from "./phases.ts";

describe("the phases of a plan", () => {
  it("are weeks in a row", () => {
    expect(phasesOf(aPlan().weeks)).toEqual([
      { phase: "base", firstWeek: 1, lastWeek: 4 },
      { phase: "build", firstWeek: 5, lastWeek: 8 },
      { phase: "peak", firstWeek: 9, lastWeek: 10 },
      { phase: "taper", firstWeek: 11, lastWeek: 12 },
    ]);
  });

  it("are told twice where somebody cut one in two", () => {
    const cut = withWeek(aPlan(), 6, (week) => ({ ...week, phase: "peak" as const }));
    expect(phasesOf(cut.weeks).map(({ phase }) => phase)).toEqual([
      "base",
      "build",
      "peak",
      "build",
      "peak",
      "taper",
    ]);
  });
});
