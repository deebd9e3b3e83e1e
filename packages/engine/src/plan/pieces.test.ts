import { aRulebook, sessionFrom, stretch, timed } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { dosesOf } from "./doses.ts";
import { longRunInsideOf } from "./long-run-kind.ts";
import type { OptionFacts } from "./measured-plan.ts";
import { groundOf, longestSecondsIn, piecesOf, workText } from "./pieces.ts";
import type { Step } from "./plan.ts";
import { effortsOf, holdsThreshold, stressOf } from "./stimulus.ts";
import type { SessionKind } from "./vocabulary.ts";

const words = aRulebook().laws.H1;
const bookingOf = (kind: SessionKind) => ({ distance: "10k", kind, words }) as const;

const option = (kind: SessionKind, ...steps: readonly Step[]): OptionFacts => ({
  kind,
  title: "A session",
  metres: 10_000,
  seconds: 3000,
  doses: dosesOf(steps, bookingOf(kind)),
  pieces: piecesOf(steps, bookingOf(kind)),
  ground: groundOf("A session", steps),
});

describe("piecesOf", () => {
  it("writes repeats out, and joins what is run without a break", () => {
    const set = { repeat: 2, steps: [timed("threshold", 300), timed("easy", 60)] };
    const pieces = piecesOf([timed("easy", 600), set, timed("easy", 600)], bookingOf("threshold"));
    expect(pieces.map(({ zone, seconds }) => [zone, Math.round(seconds)])).toEqual([
      ["easy", 600],
      ["threshold", 300],
      ["easy", 60],
      ["threshold", 300],
      ["easy", 660],
    ]);
    const joined = piecesOf([timed("threshold", 300), timed("threshold", 240)], bookingOf("threshold"));
    expect(longestSecondsIn(joined, "threshold")).toBeCloseTo(540);
  });

  it("tells sessions apart by their work alone", () => {
    const text = (warmUp: number, work: number): string =>
      workText(piecesOf([timed("easy", warmUp), timed("threshold", work)], bookingOf("threshold")));
    expect(text(600, 1200)).toBe(text(900, 1200));
    expect(text(600, 1200)).not.toBe(text(600, 1260));
  });
});

describe("groundOf", () => {
  it.each([
    ["Tempo run over hills", "any", "hills"],
    ["Long run on trails", "any", "trail"],
    ["Intervals on the track", "any", "track"],
    ["Repeats", "uphill, strong", "hills"],
    ["Repeats", "strong", "any"],
  ])("reads %s, %s, as %s", (title, effort, ground) => {
    const work = { repeat: 3, steps: [{ ...timed("interval", 60), effort }] };
    expect(groundOf(title, [timed("easy", 600), work])).toBe(ground);
  });
});

describe("stressOf", () => {
  it("calls a long run with a short fast finish endurance, and one with a block race pace", () => {
    expect(stressOf(option("long", stretch("easy", 15_000), timed("marathon", 840)), words)).toBe(
      "endurance",
    );
    expect(stressOf(option("long", stretch("easy", 15_000), timed("marathon", 900)), words)).toBe(
      "race_pace",
    );
    expect(stressOf(option("threshold", timed("threshold", 300)), words)).toBe("threshold");
  });

  it("calls a session of two efforts what it holds most of, and counts it for both", () => {
    const mixed = option("interval", timed("threshold", 600), timed("interval", 720));
    expect(stressOf(mixed, words)).toBe("interval");
    expect(holdsThreshold(mixed, words)).toBe(true);
    expect(holdsThreshold(option("interval", timed("threshold", 100), timed("interval", 720)), words)).toBe(
      false,
    );
  });

  it("books the short pieces of a repetition session as what they are", () => {
    const hills = { repeat: 12, steps: [timed("repetition", 30), timed("walk", 80)] };
    expect(effortsOf(option("repetition", hills))).toEqual(["repetition"]);
    expect(effortsOf(option("easy", hills))).toEqual(["strides"]);
  });
});

describe("longRunInsideOf", () => {
  it.each([
    ["easy", [stretch("easy", 20_000)]],
    ["progression", [stretch("easy", 15_000), stretch("steady", 5000)]],
    ["fast_finish", [stretch("easy", 15_000), timed("marathon", 840)]],
    ["surges", [stretch("easy", 9000), { repeat: 5, steps: [timed("threshold", 60), timed("easy", 300)] }]],
    ["race_pace", [stretch("easy", 15_000), timed("marathon", 1200)]],
    [
      "strides",
      [stretch("easy", 15_000), { repeat: 4, steps: [timed("repetition", 20), timed("easy", 60)] }],
    ],
  ] as const)("finds %s", (inside, steps) => {
    expect(longRunInsideOf(option("long", ...steps), words)).toBe(inside);
  });

  it("finds hills by their name", () => {
    const { steps } = sessionFrom("L18");
    expect(longRunInsideOf({ ...option("long", ...steps), ground: "hills" }, words)).toBe("hills");
  });
});
