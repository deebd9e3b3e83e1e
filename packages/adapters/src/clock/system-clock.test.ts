import { describe, expect, it } from "vitest";
import { createSystemClock } from "./system-clock.ts";

describe("the system clock", () => {
  const clock = createSystemClock(() => new Date("2026-11-23T03:30:00Z"));

  it("knows that it is still yesterday in New York and already this day in Auckland", () => {
    expect(clock.today("America/New_York")).toBe("2026-11-22");
    expect(clock.today("UTC")).toBe("2026-11-23");
    expect(clock.today("Pacific/Auckland")).toBe("2026-11-23");
  });

  it("has no day for a zone that does not exist", () => {
    expect(clock.today("Mars/Olympus_Mons")).toBeUndefined();
    expect(clock.today("")).toBeUndefined();
  });
});
