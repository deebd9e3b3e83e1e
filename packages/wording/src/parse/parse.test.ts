import type { Result } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { parseDistance } from "./parse-distance.ts";
import type { ParseProblem } from "./parse-problem.ts";
import { parseResult } from "./parse-result.ts";
import { parseDuration, parseTime } from "./parse-time.ts";

const messageOf = (parsed: Result<unknown, ParseProblem>): string => (parsed.ok ? "" : parsed.error.message);

describe("reading a distance", () => {
  it.each([
    ["55", "km", 55_000],
    ["34", "mi", 34 * 1609.344],
    ["34mi", "km", 34 * 1609.344],
    ["12,5 km", "mi", 12_500],
    ["3000m", "km", 3000],
  ] as const)("reads %s in %s", (text, units, metres) => {
    expect(parseDistance(text, units)).toEqual({ ok: true, value: metres });
  });

  it.each(["", "-5", "far", "5 furlongs", "1e3", "Infinity", "5constructor"])("refuses %j", (text) => {
    expect(parseDistance(text, "km")).toMatchObject({ ok: false, error: { type: "ParseProblem", text } });
  });
});

describe("what is told of text that cannot be read", () => {
  it.each([
    ["a distance", parseDistance("x".repeat(900), "km")],
    ["a time", parseTime("x".repeat(900))],
    ["a result", parseResult("x".repeat(900))],
    ["a race", parseResult(`${"x".repeat(900)}:19:59`)],
  ] as const)("does not repeat %s that goes on for ever", (_, parsed) => {
    expect(messageOf(parsed)).toContain("x…");
    expect(messageOf(parsed).length).toBeLessThan(200);
  });
});

describe("reading a time", () => {
  it.each([
    ["1:38:20", 5900],
    ["19:48", 1188],
    ["95:00", 5700],
    ["0:59", 59],
  ])("reads %s", (text, seconds) => {
    expect(parseTime(text)).toEqual({ ok: true, value: seconds });
  });

  it.each([
    ["1:99:00", /99 minutes; on a clock they go from 0 to 59/],
    ["1:38:75", /75 seconds/],
    ["98", /is not a time.*1:38:20/],
    ["1.38.20", /is not a time/],
    ["-1:38:20", /is not a time/],
  ])("refuses %s and says why", (text, message) => {
    expect(messageOf(parseTime(text))).toMatch(message);
  });

  it.each([
    ["45", 2700],
    ["45min", 2700],
    ["1h", 3600],
    ["1h15", 4500],
    ["1 h 15 min", 4500],
    ["1:15:00", 4500],
  ])("reads %s as the room a day has", (text, seconds) => {
    expect(parseDuration(text)).toEqual({ ok: true, value: seconds });
  });

  it.each(["", "soon", "-45", "h"])("refuses %j as the room a day has", (text) => {
    expect(parseDuration(text).ok).toBe(false);
  });
});

describe("reading a race result", () => {
  it.each([
    ["half_marathon:1:38:20", 21_097.5, 5900],
    ["half:1:38:20", 21_097.5, 5900],
    ["Half Marathon:1:38:20", 21_097.5, 5900],
    ["marathon:3:29:00", 42_195, 12_540],
    ["5k:19:48", 5000, 1188],
    ["10mi:1:13:00", 16_093.44, 4380],
    ["mile:5:59", 1609.344, 359],
    ["3000m:11:02", 3000, 662],
  ])("reads %s", (text, metres, seconds) => {
    expect(parseResult(text)).toEqual({ ok: true, value: { metres, seconds } });
  });

  it.each([
    ["5k:9:00", 5000, 540],
    ["100m:0:09", 100, 9],
  ])("takes %s at its word: in hours nobody would walk that slowly", (text, metres, seconds) => {
    expect(parseResult(text)).toEqual({ ok: true, value: { metres, seconds } });
  });

  it.each([
    ["1:38:20", /"1" is not a race distance.*half_marathon/],
    ["half_marathon", /distance:time, such as half_marathon:1:38:20/],
    ["ultra:9:00:00", /"ultra" is not a race distance/],
    ["half_marathon:1:99:00", /99 minutes/],
    ["half_marathon:1:38", /reads as 1:38 min. Write the hours too: 1:38:00/],
  ])("refuses %s and names the cure", (text, message) => {
    expect(messageOf(parseResult(text))).toMatch(message);
  });
});

describe("reading a race", () => {
  it("knows no race by a name that every object has", () => {
    expect(parseResult("constructor:19:59").ok).toBe(false);
  });
});
