import { describe, expect, it } from "vitest";
import { dayAt, offsetInZone, secondOfDay } from "./local-time.ts";
import { zoneAt } from "./zone-at.ts";

describe("the zone of a place", () => {
  it.each([
    [-40.956, 173.055, "Pacific/Auckland"],
    [28.223, -80.714, "America/New_York"],
    [47.37, 8.54, "Europe/Zurich"],
    [27.7, 85.32, "Asia/Kathmandu"],
    [30, -40, "Etc/GMT+3"],
  ])("at %d, %d is %s", (latitude, longitude, zone) => {
    expect(zoneAt(latitude, longitude)).toBe(zone);
  });

  it("is none where no place is", () => {
    expect(zoneAt(91, 0)).toBeNull();
    expect(zoneAt(Number.NaN, 0)).toBeNull();
  });
});

describe("the clock of a zone", () => {
  it.each([
    ["2020-01-06T22:33:00Z", "Pacific/Auckland", 13],
    ["2020-07-06T22:33:00Z", "Pacific/Auckland", 12],
    ["2026-03-29T00:59:59Z", "Europe/Zurich", 1],
    ["2026-03-29T01:00:00Z", "Europe/Zurich", 2],
    ["2026-01-01T00:00:00Z", "Asia/Kathmandu", 5.75],
    ["2026-01-01T00:00:00Z", "Etc/GMT+11", -11],
  ])("at %s in %s is %d hours from UTC", (instant, zone, hours) => {
    expect(offsetInZone(Date.parse(instant), zone)).toBe(hours * 3600);
  });

  it("is unknown in a zone that is none", () => {
    expect(offsetInZone(0, "Mars/Olympus")).toBeNull();
  });

  it("tells the day on which the run in New Zealand was", () => {
    const at = Date.parse("2020-01-06T22:33:00Z");
    expect(dayAt(at, 13 * 3600)).toBe("2020-01-07");
    expect(dayAt(at, 0)).toBe("2020-01-06");
    expect(secondOfDay(at, 13 * 3600)).toBe((11 * 60 + 33) * 60);
  });
});
