import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  type CalendarDate,
  daysBetween,
  epochDay,
  nextWeekday,
  parseCalendarDate,
  weekdayOf,
} from "./calendar-date.ts";
import { WEEKDAYS, weekdaysFrom } from "./weekday.ts";

const day = (text: string): CalendarDate => {
  const parsed = parseCalendarDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

const anyDay = fc.integer({ min: -60_000, max: 120_000 }).map((days) => addDays(day("1970-01-01"), days));

describe("parseCalendarDate", () => {
  it.each(["2026-11-23", "2028-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("reads %s", (text) => {
    expect(parseCalendarDate(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    "2027-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "0000-01-01",
    "26-01-01",
    "2026-1-1",
    "2026-11-23T00:00:00Z",
    " 2026-11-23",
    "2026-11-23\n",
    "tomorrow",
    "",
  ])("refuses %j", (text) => {
    expect(parseCalendarDate(text)).toEqual({ ok: false, error: { type: "InvalidCalendarDate", text } });
  });
});

describe("calendar arithmetic", () => {
  it("agrees with the platform's UTC calendar over four centuries", () => {
    const start = Date.UTC(1800, 0, 1) / 86_400_000;
    let date = day("1800-01-01");
    for (let days = 0; days < 146_097; days += 1) {
      const utc = new Date((start + days) * 86_400_000);
      if (date !== utc.toISOString().slice(0, 10)) expect(date).toBe(utc.toISOString().slice(0, 10));
      if (epochDay(date) !== start + days) expect(epochDay(date)).toBe(start + days);
      if (weekdayOf(date) !== WEEKDAYS[(utc.getUTCDay() + 6) % 7])
        expect(weekdayOf(date)).toBe(utc.getUTCDay());
      date = addDays(date, 1);
    }
    expect(date).toBe("2200-01-01");
  });

  it("walks back as far as it walked forth", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it("orders days like their text", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a === b ? 0 : a < b ? 1 : -1);
      }),
    );
  });

  it("knows the fixed Monday of the golden plans", () => {
    expect(weekdayOf(day("2026-11-23"))).toBe("mon");
  });
});

describe("nextWeekday", () => {
  it("is the day itself, or one of the six that follow", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...WEEKDAYS), (date, weekday) => {
        const next = nextWeekday(date, weekday);
        expect(weekdayOf(next)).toBe(weekday);
        expect(daysBetween(date, next)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(date, next)).toBeLessThan(7);
      }),
    );
  });
});

describe("weekdaysFrom", () => {
  it("is every weekday once, in the athlete's order", () => {
    expect(weekdaysFrom("sun")).toEqual(["sun", "mon", "tue", "wed", "thu", "fri", "sat"]);
    expect(weekdaysFrom("mon")).toEqual(WEEKDAYS);
  });
});
