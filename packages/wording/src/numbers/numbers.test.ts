import { type CalendarDate, parseCalendarDate } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { formatDate, formatDateRange, formatDay, formatLongDate, formatMonth } from "./format-date.ts";
import { formatDistance, formatRepetition } from "./format-distance.ts";
import { formatClock, formatDuration, formatMinutes } from "./format-duration.ts";
import { formatPace, formatPaceRange } from "./format-pace.ts";

const day = (text: string): CalendarDate => {
  const parsed = parseCalendarDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

describe("distances", () => {
  it.each([
    [12_000, "km", "12 km"],
    [12_500, "km", "12.5 km"],
    [400, "km", "400 m"],
    [400, "mi", "400 m"],
    [42_195, "km", "42.2 km"],
    [42_195, "mi", "26.2 mi"],
    [21_097.5, "km", "21.1 km"],
    [1609.344, "mi", "1 mi"],
    [0, "km", "0 km"],
    [-5, "km", "-5 m"],
    [99_400, "km", "99.4 km"],
    [99_960, "km", "100 km"],
    [118_400, "km", "118 km"],
    [999.7, "km", "1 km"],
  ] as const)("says %d m in %s as %s", (metres, units, text) => {
    expect(formatDistance(metres, units)).toBe(text);
  });

  it.each([
    [1200, "km", "1200 m"],
    [1000, "km", "1 km"],
    [1000, "mi", "1000 m"],
    [1609.344, "mi", "1 mi"],
    [3000, "km", "3 km"],
  ] as const)("calls a repetition of %d m in %s %s, as on the track", (metres, units, text) => {
    expect(formatRepetition(metres, units)).toBe(text);
  });
});

describe("durations", () => {
  it.each([
    [30, "30 s"],
    [90, "90 s"],
    [60, "1 min"],
    [150, "2:30 min"],
    [2700, "45 min"],
    [5400, "90 min"],
    [7200, "2 h"],
    [9000, "2 h 30 min"],
    [5900, "1:38:20"],
  ])("says %d s as %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it.each([
    [1188, "19:48"],
    [5900, "1:38:20"],
    [3600, "1:00:00"],
    [59.6, "1:00"],
  ])("shows %d s on a clock as %s", (seconds, text) => {
    expect(formatClock(seconds)).toBe(text);
  });

  it("rounds a derived duration to the minute", () => {
    expect(formatMinutes(3571)).toBe("60 min");
  });
});

describe("paces", () => {
  it.each([
    [278, "km", "4:38 /km"],
    [278, "mi", "7:27 /mi"],
  ] as const)("says %d s per km in %s as %s", (seconds, units, text) => {
    expect(formatPace(seconds, units)).toBe(text);
  });

  it("says an easy range with the faster end first", () => {
    expect(formatPaceRange({ fast: 334, slow: 368 }, "km")).toBe("5:34–6:08 /km");
    expect(formatPaceRange({ fast: 334, slow: 368 }, "mi")).toBe("8:58–9:52 /mi");
  });

  it("says one pace where both ends read alike", () => {
    expect(formatPaceRange({ fast: 277.8, slow: 278.2 }, "km")).toBe("4:38 /km");
  });
});

describe("dates", () => {
  it("names the weekday, also across leap days and centuries", () => {
    expect(formatDate(day("2027-04-18"))).toBe("Sun 18 Apr");
    expect(formatDate(day("2028-02-29"))).toBe("Tue 29 Feb");
    expect(formatDay(day("2027-01-01"))).toBe("1 Jan");
    expect(formatLongDate(day("2100-03-01"))).toBe("Monday 1 March 2100");
  });

  it("names a month once in a week that stays inside it", () => {
    expect(formatMonth(day("2026-12-31"))).toBe("December 2026");
    expect(formatDateRange(day("2026-11-23"), day("2026-11-29"))).toBe("23–29 Nov");
    expect(formatDateRange(day("2026-11-30"), day("2026-12-06"))).toBe("30 Nov–6 Dec");
  });
});
