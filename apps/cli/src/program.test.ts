import { describe, expect, it } from "vitest";
import { run } from "./program.ts";

describe("a command line that makes no sense", () => {
  const nonsense: readonly [string, readonly string[], RegExp][] = [
    ["a missing race", ["--on", "2027-04-18", "--days", "5"], /^--race: is missing\. Choose 5k/],
    [
      "an unknown distance",
      ["--race", "ultra", "--on", "2027-04-18", "--days", "5"],
      /--race: "ultra" is not a race/,
    ],
    [
      "a word that every object knows",
      ["--race", "constructor", "--on", "2027-04-18", "--days", "5"],
      /--race: "constructor" is not a race/,
    ],
    [
      "a word without end",
      ["--race", "x".repeat(5000), "--on", "2027-04-18", "--days", "5"],
      /--race: "x{60}…" is not a race/,
    ],
    ["a missing day", ["--race", "5k", "--days", "5"], /--on: is missing.*--weeks 18 --tier mid/],
    [
      "a day that does not exist",
      ["--race", "5k", "--on", "2027-02-29", "--days", "5"],
      /--on: "2027-02-29" is not a day/,
    ],
    [
      "a race in the past",
      ["--race", "5k", "--on", "2026-11-01", "--days", "5"],
      /--on: .*has passed\. Choose a later day/,
    ],
    [
      "times off the clock",
      ["--race", "5k", "--on", "2027-04-18", "--days", "5", "--result", "half:1:99:00"],
      /--result: "1:99:00" has 99 minutes/,
    ],
    [
      "a world record",
      ["--race", "5k", "--on", "2027-04-18", "--days", "5", "--result", "half:50:00"],
      /--result: .*faster than the world record/,
    ],
    [
      "negative distances",
      ["--race", "5k", "--on", "2027-04-18", "--days", "5", "--weekly-km", "-5"],
      /--weekly-km: "-5" is less than nothing/,
    ],
    [
      "absurd distances",
      ["--race", "5k", "--on", "2027-04-18", "--days", "5", "--weekly-km", "5500"],
      /--weekly-km: .*5500 km is out of range\. Choose between/,
    ],
    [
      "eight days a week",
      ["--race", "5k", "--on", "2027-04-18", "--days", "8"],
      /--days: .*8 is out of range\. Choose between 3 and 7/,
    ],
    [
      "half a week",
      ["--race", "5k", "--weeks", "4.5", "--tier", "low", "--days", "4"],
      /^--weeks: .*4\.5 is out of range\. Choose between 4 and 24\.$/,
    ],
    [
      "weeks of the past",
      ["--race", "5k", "--weeks=-3", "--tier", "low", "--days", "4"],
      /^--weeks: .*-3 is out of range\. Choose between 4 and 24\.$/,
    ],
    [
      "no weekday",
      ["--race", "5k", "--on", "2027-04-18", "--days", "5", "--off", "mon,moonday"],
      /--off: "moonday" is not a weekday/,
    ],
    [
      "no time zone",
      ["--race", "5k", "--on", "2027-04-18", "--days", "5", "--time-zone", "Mars/Olympus"],
      /--time-zone: "Mars\/Olympus" is not a time zone/,
    ],
    [
      "two units",
      ["--race", "5k", "--on", "2027-04-18", "--days", "5", "--weekly-km", "5", "--weekly-mi", "3"],
      /cannot be used with option '--weekly-mi/,
    ],
  ];

  it.each(nonsense)("refuses %s, naming option and cure", async (_what, args, sentence) => {
    const complaints: string[] = [];
    const printed: string[] = [];
    const code = await run(["plan", ...args, "--today", "2026-11-23"], {
      out: (text) => {
        printed.push(text);
      },
      complain: (complaint) => {
        complaints.push(complaint);
      },
      note: () => undefined,
      width: 100,
      colour: false,
    });
    expect([code, printed]).toEqual([4, []]);
    expect(complaints.join("\n")).toMatch(sentence);
  });
});
