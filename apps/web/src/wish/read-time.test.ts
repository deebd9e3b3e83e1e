import { describe, expect, it } from "vitest";
import { readRaceTime } from "./read-time.ts";

const HALF = 21_097.5;
const FIVE_K = 5000;

describe("reading a race time", () => {
  it.each([
    ["1:38:20", HALF, 5900],
    [" 1:38:20 ", HALF, 5900],
    ["1.38.20", HALF, 5900],
    ["1 38 20", HALF, 5900],
    ["1h38m20s", HALF, 5900],
    ["1h 38min 20", HALF, 5900],
    ["1h38", HALF, 5880],
    ["98 min", HALF, 5880],
    ["98:20", HALF, 5900],
    ["98m20", HALF, 5900],
    ["22:30", FIVE_K, 1350],
    ["22m5s", FIVE_K, 1325],
    ["3:5:09", 42_195, 11_109],
  ])("reads %s over %d m as %d seconds", (text, metres, seconds) => {
    expect(readRaceTime(text, metres)).toEqual({ ok: true, value: seconds });
  });

  it("takes 1:38 for a half as hours and minutes, and 22:30 for a 5K as minutes and seconds", () => {
    expect(readRaceTime("1:38", HALF)).toEqual({ ok: true, value: 5880 });
    expect(readRaceTime("22:30", FIVE_K)).toEqual({ ok: true, value: 1350 });
  });

  it.each(["1:99:00", "22:75", "", "fast", "98", "1:38:20:10"])("says what is wrong with %o", (text) => {
    expect(readRaceTime(text, HALF)).toMatchObject({ ok: false });
  });

  it("names the minutes that no clock has", () => {
    const read = readRaceTime("1:99:00", HALF);
    expect(read.ok ? "" : read.error).toContain("99 minutes");
  });
});
