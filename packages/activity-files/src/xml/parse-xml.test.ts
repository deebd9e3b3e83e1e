import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalIn, offsetIn, timeIn } from "./parse-xml.ts";

describe("a time in XML", () => {
  it("is what the platform reads, for every second of four centuries, with or without a fraction", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-01-01"), max: new Date("2299-12-31"), noInvalidDate: true }),
        (date) => {
          const text = date.toISOString();
          expect(timeIn(text)).toBe(date.getTime());
          expect(timeIn(`${text.slice(0, 19)}Z`)).toBe(Math.floor(date.getTime() / 1000) * 1000);
        },
      ),
    );
  });

  it.each([
    ["2026-05-09T08:00:00+02:00", "2026-05-09T06:00:00Z"],
    ["2026-05-09T06:00:00", "2026-05-09T06:00:00Z"],
    [" 2026-05-09T06:00:00.5Z\n", "2026-05-09T06:00:00.500Z"],
    ["2026-05-09T06:00:00.0999Z", "2026-05-09T06:00:00.0999Z"],
  ])("may be written as %j", (text, same) => {
    expect(timeIn(text)).toBeCloseTo(Date.parse(same), -1);
  });

  it.each([
    "",
    "yesterday",
    "2026-05-09",
    "2026-02-30T06:00:00Zz",
    "2026-05-09T25:00:00Z",
    "2026-05-09T06:xx:00Z",
    "2026-05-09T06:00:00x3Z",
  ])("is none in %j, or the platform's", (text) => {
    const platform = Date.parse(/Z$/i.test(text) ? text : `${text}Z`);
    expect(timeIn(text)).toBe(Number.isFinite(platform) ? platform : null);
  });

  it("tells the place only by an offset", () => {
    expect([
      offsetIn("2026-05-09T08:00:00+02:00"),
      offsetIn("2026-05-09T08:00:00-0330"),
      offsetIn("2026-05-09T08:00:00Z"),
    ]).toEqual([7200, -12_600, null]);
  });
});

describe("a number in XML", () => {
  it("is what the platform reads, digit for digit", () => {
    const anyDecimal = fc.tuple(
      fc.integer({ min: -99_999, max: 99_999 }),
      fc.stringMatching(/^[0-9]{0,12}$/),
    );
    fc.assert(
      fc.property(anyDecimal, ([whole, part]) => {
        const text = `${String(whole)}${part === "" ? "" : `.${part}`}`;
        expect(decimalIn(text)).toBe(Number(text));
      }),
      { numRuns: 2000 },
    );
    for (const text of ["1.", ".5", "-", "--1", "1.2.3", "1e3", " 7 ", "0x10", "-0"])
      expect(decimalIn(text)).toBe(Number.isFinite(Number(text)) ? Number(text) : null);
  });

  it("is finite, or none", () => {
    expect(["1.5", "-3", "NaN", "Infinity", "1e999", "", "x"].map(decimalIn)).toEqual([
      1.5,
      -3,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
