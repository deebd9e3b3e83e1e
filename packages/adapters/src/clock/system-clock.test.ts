import { describe, expect, it } from "vitest";
import { parseCalendarDate } from "@strideiq/engine";
import { createSystemClock, fixedDay } from "./system-clock.ts";

describe("the system clock", () => {
  const clock = createSystemClock(() => new Date("2026-11-23T03:30:00Z"));

  it("knows that it is still yesterday in New York and already this day in Auckland", () => {
    expect(clock.today("America/New_York")).toBe("2026-11-22");
    expect(clock.today("UTC")).toBe("2026-11-23");
    expect(clock.today("Pacific/Auckland")).toBe("2026-11-23");
  });

  it("can stand still on one day, wherever the athlete lives", () => {
    const parsed = parseCalendarDate("2027-01-01");
    if (!parsed.ok) throw new Error("no such day");
    const still = fixedDay(clock, parsed.value);
    expect(still.today("Pacific/Auckland")).toBe("2027-01-01");
    expect(still.today("Mars/Olympus_Mons")).toBeUndefined();
  });

  it("has no day for a zone that does not exist", () => {
    expect(clock.today("Mars/Olympus_Mons")).toBeUndefined();
    expect(clock.today("")).toBeUndefined();
  });
});
