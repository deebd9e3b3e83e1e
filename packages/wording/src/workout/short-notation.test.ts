import type { Session, SessionKind, SingleStep, Step, Units, Zone } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { formatSessionSize } from "./session-view.ts";
import { shortNotation } from "./short-notation.ts";

const time = (zone: Zone, seconds: number): SingleStep => ({
  zone,
  by: "time",
  metres: seconds * 3,
  seconds,
});
const distance = (zone: Zone, metres: number): SingleStep => ({
  zone,
  by: "distance",
  metres,
  seconds: metres / 3,
});

const session = (
  kind: SessionKind,
  metres: number,
  steps: readonly Step[],
  more: Partial<Session> = {},
): Session => ({
  id: "s001",
  kind,
  title: "",
  quality: false,
  metres,
  seconds: metres / 3,
  steps,
  chosen: "a",
  ...more,
});

const written = (one: Session, units: Units = "km"): string => {
  const { code, detail, size } = shortNotation(one, units);
  return [size, code, detail].filter((part) => part !== "").join(" ");
};

const warmUp = time("easy", 900);

describe("a session in short", () => {
  const table: readonly [string, Session, Units?][] = [
    ["8 E", session("easy", 8000, [distance("easy", 8000)])],
    [
      "12 T 4x8'",
      session("threshold", 12_000, [
        warmUp,
        { repeat: 4, steps: [time("threshold", 480), time("recovery", 120)] },
      ]),
    ],
    ["14.5 T 32'", session("threshold", 14_500, [warmUp, time("threshold", 1920), time("easy", 600)])],
    [
      "8.4 E 15'+14'",
      session("easy", 8_400, [
        time("walk", 300),
        time("easy", 900),
        time("walk", 60),
        time("easy", 840),
        time("walk", 300),
      ]),
    ],
    [
      "8.4 E 3x8'+2'",
      session("easy", 8_400, [
        time("walk", 300),
        { repeat: 3, steps: [time("easy", 480), time("walk", 60)] },
        time("easy", 120),
      ]),
    ],
    [
      '8.4 E 3x20"',
      session("strides", 8_400, [
        time("walk", 300),
        time("easy", 1_200),
        { repeat: 3, steps: [time("repetition", 20), time("walk", 60)] },
        time("walk", 300),
      ]),
    ],
    [
      "13 I 10x400",
      session("interval", 13_000, [
        warmUp,
        { repeat: 10, steps: [distance("interval", 400), time("recovery", 75)] },
      ]),
    ],
    [
      "11 I 5x1k",
      session("interval", 11_000, [
        { repeat: 5, steps: [distance("interval", 1000), time("recovery", 150)] },
      ]),
    ],
    [
      "6.8 I 5x1000",
      session("interval", 11_000, [
        { repeat: 5, steps: [distance("interval", 1000), time("recovery", 150)] },
      ]),
      "mi",
    ],
    [
      "30 L 12k M",
      session("long", 30_000, [
        distance("easy", 15_000),
        distance("marathon", 12_000),
        distance("easy", 3000),
      ]),
    ],
    ["15 M 9k", session("race_pace", 15_000, [warmUp, distance("marathon", 9000)])],
    [
      '9 E 6x20"',
      session("strides", 9000, [
        distance("easy", 8000),
        { repeat: 6, steps: [time("repetition", 20), time("walk", 60)] },
      ]),
    ],
    [
      "10 T 4x(2' 10K+3' M)",
      session("threshold", 10_000, [{ repeat: 4, steps: [time("ten_k", 120), time("marathon", 180)] }]),
    ],
    ["42.2 RACE", session("race", 42_195, [distance("race", 42_195)])],
    ["26.2 RACE", session("race", 42_195, [distance("race", 42_195)]), "mi"],
  ];

  it.each(table)("reads %s", (text, one, units) => {
    expect(written(one, units)).toBe(text);
  });

  it("shows option B where that is what will be run", () => {
    const optionB = {
      kind: "easy",
      title: "",
      metres: 6000,
      seconds: 2000,
      steps: [distance("easy", 6000)],
    } as const;
    const steps = [distance("easy", 8000)];
    expect(written(session("long", 8000, steps, { optionB, chosen: "b" }))).toBe("6 E");
    expect(written(session("long", 8000, steps, { optionB, chosen: "a" }))).toBe("8 L");
  });
});

describe("the size of a session without paces", () => {
  const estimated = { estimated: true } as const;

  it("is its time where it is prescribed by time", () => {
    const easy = session("easy", 8000, [time("easy", 2700)], { ...estimated, seconds: 2700 });
    expect([written(easy), formatSessionSize(easy, "km")]).toEqual(["45' E", "45 min"]);
    const long = session("long", 27_000, [time("easy", 9000)], { ...estimated, seconds: 9000 });
    expect([written(long), formatSessionSize(long, "km")]).toEqual(["2h30 L", "2 h 30 min"]);
  });

  it("is marked as an estimate where it is a distance", () => {
    const easy = session("easy", 8000, [distance("easy", 8000)], estimated);
    expect([written(easy), formatSessionSize(easy, "mi")]).toEqual(["~8 E", "~5 mi"]);
  });

  it("is exact on race day", () => {
    const race = session("race", 10_000, [distance("race", 10_000)], estimated);
    expect([written(race), formatSessionSize(race, "km")]).toEqual(["10 RACE", "10 km"]);
  });
});
