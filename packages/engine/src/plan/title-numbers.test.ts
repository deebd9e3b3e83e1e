import { stretch } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { strangeNumbersIn } from "./title-numbers.ts";

const steps = [
  stretch("easy", 2000),
  { repeat: 5, steps: [stretch("threshold", 1000), stretch("recovery", 200)] },
  stretch("easy", 2040),
];
const strange = (title: string): readonly string[] =>
  strangeNumbersIn({ title, metres: 10_040, seconds: 3000, steps });

describe("strangeNumbersIn", () => {
  it.each([
    "Cruise intervals",
    "Threshold 5 × 1 km",
    "10 km with 5 km at threshold",
    "10.0 km in 50 min",
    "1000 m pieces",
  ])("finds nothing strange in %j", (title) => {
    expect(strange(title)).toEqual([]);
  });

  it("finds measures that the session does not have", () => {
    expect(strange("10.1 km with 6 km at threshold, 45 min")).toEqual(["10.1 km", "6 km", "45 min"]);
  });

  it("finds them in the efforts of steps, and written out", () => {
    const effortOf = (effort: string): readonly string[] =>
      strangeNumbersIn({
        title: "Threshold",
        metres: 10_040,
        seconds: 3000,
        steps: [{ repeat: 5, steps: [{ ...stretch("threshold", 1000), effort }] }],
      });
    expect(effortOf("run it for 99 minutes")).toEqual(["99 minutes"]);
    expect(effortOf("2 kilometres at once, then 7 km")).toEqual(["2 kilometres", "7 km"]);
    expect(effortOf("1 kilometre at 5K effort")).toEqual([]);
  });

  it("leaves counts alone", () => {
    expect(strange("Week 3 of 12, 5K effort")).toEqual([]);
  });
});
