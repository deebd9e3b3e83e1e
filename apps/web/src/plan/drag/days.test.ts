import { describe, expect, it } from "vitest";
import { day } from "../../testing/sample-plan.ts";
import { dayOn } from "./days.ts";

const NEW_YEARS_EVE = day("2026-12-31");

describe("the arrow keys while a session is held", () => {
  it("go a day to the side and a week up and down on the calendar, over the turn of the year", () => {
    expect(dayOn(NEW_YEARS_EVE, "ArrowRight", "grid")).toBe("2027-01-01");
    expect(dayOn(NEW_YEARS_EVE, "ArrowDown", "grid")).toBe("2027-01-07");
    expect(dayOn(NEW_YEARS_EVE, "ArrowUp", "grid")).toBe("2026-12-24");
  });

  it("go a day up and down in the agenda, and nowhere to the side", () => {
    expect(dayOn(NEW_YEARS_EVE, "ArrowDown", "list")).toBe("2027-01-01");
    expect(dayOn(NEW_YEARS_EVE, "ArrowLeft", "list")).toBeNull();
    expect(dayOn(NEW_YEARS_EVE, "KeyA", "grid")).toBeNull();
  });
});
