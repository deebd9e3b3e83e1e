import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RepeatStep, SingleStep, Step } from "../plan.ts";
import type { Zone } from "../vocabulary.ts";
import { anySteps, paces, prescribed } from "./arbitraries.fixture.ts";
import { parseSteps } from "./parse-steps.ts";
import { printSteps } from "./print-steps.ts";

const read = (text: string): readonly Step[] => {
  const steps = parseSteps(text, paces);
  if (!steps.ok) throw new Error(steps.error.message);
  return steps.value;
};

const far = (metres: number, zone: Zone, effort?: string): SingleStep => ({
  zone,
  by: "distance",
  metres,
  seconds: Math.round(metres * paces(zone)),
  ...(effort === undefined ? {} : { effort }),
});

const long = (seconds: number, zone: Zone, effort?: string): SingleStep => ({
  zone,
  by: "time",
  metres: Math.round(seconds / paces(zone)),
  seconds,
  ...(effort === undefined ? {} : { effort }),
});

const times = (repeat: number, ...steps: readonly Step[]): RepeatStep => ({ repeat, steps });

const LINES: readonly (readonly [string, readonly Step[]])[] = [
  ["8km E", [far(8000, "easy")]],
  ["40min E, 6 x 20s R (60s walk)", [long(2400, "easy"), times(6, long(20, "repetition"), long(60, "walk"))]],
  [
    "2km E, 4 x 8min T (2min jog), 2km E",
    [far(2000, "easy"), times(4, long(480, "threshold"), long(120, "easy")), far(2000, "easy")],
  ],
  ["10 x 400m I (75s jog)", [times(10, far(400, "interval"), long(75, "easy"))]],
  ["18km E, 7km M, 3km E", [far(18_000, "easy"), far(7000, "marathon"), far(3000, "easy")]],
  ["42.195km race", [far(42_195, "race")]],
  ["21.0975km race", [far(21_097.5, "race")]],
  ["5 x 1km 10K (90s Rec)", [times(5, far(1000, "ten_k"), long(90, "recovery"))]],
  ["3 x 12min HM, 3 x 5min E", [times(3, long(720, "half_marathon")), times(3, long(300, "easy"))]],
  [
    "2 x [6 x 200m R (200m jog)] (4min jog)",
    [times(2, times(6, far(200, "repetition"), far(200, "easy")), long(240, "easy"))],
  ],
  [
    "3 x [1km T, 2 x 400m I (60s walk)]",
    [times(3, far(1000, "threshold"), times(2, far(400, "interval"), long(60, "walk")))],
  ],
  ["4 x [1km T, 1km S]", [times(4, far(1000, "threshold"), far(1000, "steady"))]],
  [
    '8 x 10s sprint "steep hill, powerful" (1:50min walk "walk down")',
    [times(8, long(10, "sprint", "steep hill, powerful"), long(110, "walk", "walk down"))],
  ],
  ['20min S "say \\"easy\\" and mean it"', [long(1200, "steady", 'say "easy" and mean it')]],
  [
    "99s T, 1:40min T, 2min T, 2:05min T",
    [long(99, "threshold"), long(100, "threshold"), long(120, "threshold"), long(125, "threshold")],
  ],
  [
    "999.9m E, 1km E, 83.5m E, 1.2km E",
    [far(999.9, "easy"), far(1000, "easy"), far(83.5, "easy"), far(1200, "easy")],
  ],
  ["", []],
];

describe("the notation of a workout", () => {
  it.each(LINES)("writes %j", (line, steps) => {
    expect(printSteps(steps)).toBe(line);
  });

  it.each(LINES)("reads %j, and reckons the rest from the paces", (line, steps) => {
    expect(read(line)).toEqual(steps);
  });

  it.each([
    ["2 km easy,4x8 min T(2 min jog) , 2km jog", "2km E, 4 x 8min T (2min jog), 2km E"],
    ["10 × 400m i (75s e)", "10 x 400m I (75s jog)"],
    ["1h30 E, 2h E, 1h05min half_marathon", "90min E, 120min E, 65min HM"],
    ["90min E, 2.5min T, 0.5km E, 3000m M", "90min E, 2:30min T, 500m E, 3km M"],
    ["4 x 1km T (1km S)", "4 x [1km T, 1km S]"],
    ["4 x [1km T] (60s walk)", "4 x 1km T (60s walk)"],
    ["4 x [1km T, 60s jog]", "4 x 1km T (60s jog)"],
    ["  8km E\t", "8km E"],
    ["2mi E, 4 x 0.5 mi I (2min jog)", "3.2187km E, 4 x 804.7m I (2min jog)"],
    ["2 x (3 x 3min I (2min jog), 5min jog)", "2 x [3 x 3min I (2min jog)] (5min jog)"],
    ["2 x (1km T, 1km S) (3min jog)", "2 x [1km T, 1km S] (3min jog)"],
  ])("reads %j as %j", (typed, written) => {
    expect(printSteps(read(typed))).toBe(written);
  });

  it("keeps what is prescribed, to the tenth of a metre and to the second", () => {
    fc.assert(
      fc.property(anySteps(), (steps) => {
        const text = printSteps(steps);
        expect(text).not.toContain("\n");
        expect(prescribed(read(text))).toEqual(prescribed(steps));
      }),
    );
  });

  it("of a runner who counts in miles is written in metres, and reads back the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (hundredths) => {
        const steps = read(`${String(hundredths / 100)}mi E`);
        expect(steps).toMatchObject([{ zone: "easy", by: "distance" }]);
        expect(read(printSteps(steps))).toEqual(steps);
      }),
    );
  });

  it("is written the same after it was read", () => {
    fc.assert(
      fc.property(anySteps(), (steps) => {
        const text = printSteps(steps);
        const once = read(text);
        expect(printSteps(once)).toBe(text);
        expect(read(printSteps(once))).toEqual(once);
      }),
    );
  });
});

describe("a line that is no workout", () => {
  it.each([
    [
      "8min X, 2km E",
      'Character 6, at "X, 2km E": X is no zone. Write one of walk, Rec, E, S, M, HM, T, 10K, I, R, sprint, race.',
    ],
    [
      "2km E, 8min",
      "Character 12, at the end: A zone belongs here: walk, Rec, E, S, M, HM, T, 10K, I, R, sprint, race.",
    ],
    [
      "2km E,",
      "Character 7, at the end: A distance or a time belongs here, such as 400m, 2km, 90s, 8min or 1:45min.",
    ],
    [
      "easy 40min",
      'Character 1, at "easy 40min": A distance or a time belongs here, such as 400m, 2km, 90s, 8min or 1:45min.',
    ],
    [
      "3yd E",
      'Character 1, at "3yd E": 3 has no unit that is known here. Write a distance or a time such as 400m, 2km, 90s, 8min or 1:45min.',
    ],
    ["2km E 4 x 8min T", 'Character 7, at "4 x 8min T": A comma, or the end of the line, belongs here.'],
    [
      "20min T (2min jog), 10min T",
      'Character 9, at "(2min jog), 10min T": A recovery in parentheses belongs to a repeat: write 4 x 8min T (2min jog), or put a comma before it.',
    ],
    ["0 x 400m I", 'Character 1, at "0 x 400m I": A repeat is run 1 to 100 times, not 0.'],
    ["2km E, 101 x 400m I", 'Character 8, at "101 x 400m I": A repeat is run 1 to 100 times, not 101.'],
    ["4 x 8min T (2min jog", 'Character 12, at "(2min jog": This parenthesis is never closed.'],
    [
      "4 x 8min T (60s walk, 60s jog)",
      'Character 21, at ", 60s jog)": The parentheses hold one step; write several in brackets: 3 x [1km T, 60s walk, 60s jog].',
    ],
    [
      "2 x [4 x 200m R (200m jog), 4min jog",
      'Character 5, at "[4 x 200m R (200m jog), ...": This bracket is never closed.',
    ],
    [
      "2 x [1km T (60s jog)]",
      'Character 12, at "(60s jog)]": A recovery in parentheses belongs to a repeat: write 4 x 8min T (2min jog), or put a comma before it.',
    ],
    ["2km E)", 'Character 6, at ")": This closes what was never opened.'],
    ['20min S "let it come', 'Character 9, at ""let it come": These quotes are never closed.'],
    [
      '20min S "a\\q"',
      'Character 9, at ""a\\q"": Inside quotes a backslash stands before " or another backslash only.',
    ],
    [
      "1.23456km E",
      'Character 1, at "1.23456km E": Distances are exact to a tenth of a metre, and no finer.',
    ],
    [
      "2km E, 123456789m E",
      'Character 8, at "123456789m E": 123456789 is longer than any number here: 8 digits at most.',
    ],
    [
      `${"9".repeat(60)}km E`,
      `Character 1, at "${"9".repeat(24)}...": ${"9".repeat(24)}... is longer than any number here: 8 digits at most.`,
    ],
    ["2 x (1km T, 60s jog", 'Character 5, at "(1km T, 60s jog": This bracket is never closed.'],
    [`${"2 x [".repeat(9)}1km E`, 'Character 41, at "2 x [1km E": Repeats stand 8 deep at most.'],
    ["2km E\n2km E", "Line 1, character 6, at the end: A comma, or the end of the line, belongs here."],
  ])("%j is answered with the place and the cure", (line, message) => {
    const answer = parseSteps(line, paces);
    expect(answer.ok ? answer.value : answer.error.message).toBe(message);
  });

  it("never ends in an exception, whatever was typed", () => {
    const scraps = fc.constantFrom(
      "2km",
      "E",
      ",",
      "4 x",
      "[",
      "]",
      "(",
      ")",
      '"',
      "8min",
      "\\",
      "|",
      "1h",
      ":",
      "~",
      "\n",
      "🏃",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(scraps, fc.string({ maxLength: 3 }))), (pieces) => {
        const answer = parseSteps(pieces.join(" "), paces);
        if (answer.ok) expect(parseSteps(printSteps(answer.value), paces)).toEqual(answer);
        else expect(answer.error.message).toMatch(/^(Line \d+, c|C)haracter \d+, at /);
      }),
    );
  });
});
