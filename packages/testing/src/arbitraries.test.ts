import { daysBetween, nextWeekday, WEEKDAYS } from "@strideiq/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { onDate } from "./a-plan.ts";
import { anyRequest } from "./arbitraries.ts";

const today = onDate("2026-11-23");

describe("anyRequest", () => {
  it("leaves every athlete enough free days and a race within the horizon", () => {
    fc.assert(
      fc.property(anyRequest(today), (request) => {
        expect(WEEKDAYS.length - request.unavailable.length).toBeGreaterThanOrEqual(request.daysPerWeek);
        const start = nextWeekday(today, request.weekStart);
        const weeks = Math.floor(daysBetween(start, request.raceDate) / 7) + 1;
        expect(weeks).toBeGreaterThanOrEqual(4);
        expect(weeks).toBeLessThanOrEqual(24);
        expect(request.longestMetres ?? 0).toBeLessThanOrEqual(request.weeklyMetres ?? 0);
      }),
    );
  });

  it("meets every race, week start, weekday of the race, and runners with and without a result or an age", () => {
    const requests = fc.sample(anyRequest(today), { numRuns: 500, seed: 1 });
    const seen = (pick: (request: (typeof requests)[number]) => unknown): number =>
      new Set(requests.map(pick)).size;
    expect(seen((request) => request.distance)).toBe(4);
    expect(seen((request) => request.weekStart)).toBe(2);
    expect(seen((request) => daysBetween(today, request.raceDate) % 7)).toBe(7);
    expect(seen((request) => request.result === null)).toBe(2);
    expect(seen((request) => request.age === null)).toBe(2);
    expect(seen((request) => request.weeklyMetres === null)).toBe(2);
    expect(seen((request) => request.unavailable.length > 0)).toBe(2);
    expect(seen((request) => Object.keys(request.dayLimits).length > 0)).toBe(2);
  });
});
