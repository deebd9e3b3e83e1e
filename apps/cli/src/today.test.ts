import { describe, expect, it } from "vitest";
import { localToday, systemTimeZone } from "./today.ts";

describe("today", () => {
  const newYear = new Date("2026-12-31T23:30:00Z");

  it.each([
    ["UTC", "2026-12-31"],
    ["Europe/Berlin", "2027-01-01"],
    ["America/New_York", "2026-12-31"],
    ["Pacific/Kiritimati", "2027-01-01"],
  ])("is the day it is for a runner in %s", (zone, date) => {
    expect(localToday(zone, newYear)).toBe(date);
  });

  it("is unknown in a zone that does not exist", () => {
    expect(localToday("Mars/Olympus", newYear)).toBeNull();
  });

  it("is known where the machine stands", () => {
    expect(localToday(systemTimeZone())).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
