import { describe, expect, it } from "vitest";
import { wrap } from "../plan-text/wrap.ts";
import { tieUnits, untieUnits } from "./tie-units.ts";

const shown = (text: string): string => tieUnits(text).replaceAll("\u00A0", "_");

describe("numbers and their units", () => {
  it.each([
    ["32 min at threshold, 9.1 % of this week's 58 km.", "32_min at threshold, 9.1_% of this week's 58_km."],
    ["About 2 h 30 min at 5:34 /km.", "About 2_h_30_min at 5:34_/km."],
    ["75 to 90 g an hour, after 400 m", "75 to 90_g an hour, after 400_m"],
    ["week 3 may hold 2 hard days", "week 3 may hold 2 hard days"],
  ])("of %j stay together", (text, tied) => {
    expect(shown(text)).toBe(tied);
    expect(untieUnits(tieUnits(text))).toBe(text);
  });

  it("stay on one line of the terminal, in plain spaces", () => {
    const lines = wrap("A long run of 27.1 km in 3 h 5 min", 17, "  ");
    expect(lines).toEqual(["A long run of", "  27.1 km in", "  3 h 5 min"]);
  });
});
