import type { SingleStep, Step, Units, Zone } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { describeSteps } from "./describe-steps.ts";

const time = (zone: Zone, seconds: number, effort?: string): SingleStep => ({
  zone,
  by: "time",
  metres: seconds * 3,
  seconds,
  ...(effort === undefined ? {} : { effort }),
});
const distance = (zone: Zone, metres: number): SingleStep => ({
  zone,
  by: "distance",
  metres,
  seconds: metres / 3,
});

const table: readonly [string, Units, readonly Step[]][] = [
  [
    "15 min easy, 4 x 8 min threshold (2 min jog), 10 min easy",
    "km",
    [
      time("easy", 900),
      { repeat: 4, steps: [time("threshold", 480), time("recovery", 120)] },
      time("easy", 600),
    ],
  ],
  [
    "15 km easy, 10 km at marathon pace, 2 km easy",
    "km",
    [distance("easy", 15_000), distance("marathon", 10_000), distance("easy", 2000)],
  ],
  [
    "5 x 1200 m at interval pace (400 m jog)",
    "km",
    [{ repeat: 5, steps: [distance("interval", 1200), distance("easy", 400)] }],
  ],
  [
    "6 x 20 s fast, relaxed (1 min walk)",
    "km",
    [{ repeat: 6, steps: [time("repetition", 20, "fast, relaxed"), time("walk", 60)] }],
  ],
  [
    "4 x (2 min at 10K pace, 3 min at marathon pace)",
    "km",
    [{ repeat: 4, steps: [time("ten_k", 120), time("marathon", 180)] }],
  ],
  [
    "2 x (10 x 30 s at interval pace (30 s jog)) (3 min jog)",
    "km",
    [
      {
        repeat: 2,
        steps: [{ repeat: 10, steps: [time("interval", 30), time("recovery", 30)] }, time("recovery", 180)],
      },
    ],
  ],
  ["10 mi easy", "mi", [distance("easy", 16_093.44)]],
];

describe("describeSteps", () => {
  it.each(table)("writes %s", (line, units, steps) => {
    expect(describeSteps(steps, units)).toBe(line);
  });

  it("speaks of effort where the runner has no paces", () => {
    const steps = [time("easy", 900), { repeat: 4, steps: [time("threshold", 480), time("recovery", 120)] }];
    expect(describeSteps(steps, "km", { byEffort: true })).toBe(
      "15 min easy, 4 x 8 min comfortably hard (2 min jog)",
    );
  });

  it("keeps an easy last step of a whole workout outside the brackets", () => {
    expect(describeSteps([time("threshold", 1200), time("easy", 600)], "km")).toBe(
      "20 min threshold, 10 min easy",
    );
  });
});
