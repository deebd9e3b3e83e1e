import { realActivityRules } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { SOURCES } from "../recording/recording.ts";
import { keepLimits } from "./kept.ts";
import { isPermitted } from "./permitted.ts";

const NOW = Date.parse("2026-11-23T03:17:00Z");
const DAY = 24 * 3_600_000;
const POLICIES = realActivityRules().sources;

describe("what has to go in a night", () => {
  it("is nothing of the athlete's own, and of the Strava API all that would be over a week old by the next night", () => {
    expect(keepLimits(NOW, POLICIES)).toEqual([{ source: "strava_api", before: NOW - 6 * DAY }]);
  });

  it.each(SOURCES)("of %s is what its line in the table says, whatever that is", (source) => {
    const of = (keepDays: number | null) =>
      keepLimits(NOW, { ...POLICIES, [source]: { ...POLICIES[source], keepDays } }).find(
        (limit) => limit.source === source,
      );
    expect(of(null)).toBeUndefined();
    const before = of(3)?.before ?? Number.NaN;
    const table = { ...POLICIES, [source]: { ...POLICIES[source], keepDays: 3 } };
    // What came in just after the limit is allowed until the next night, and no more after it.
    const keptDays = (NOW + DAY - before) / DAY;
    expect(isPermitted({ source, keptDays }, "keep", table)).toBe(true);
    expect(isPermitted({ source, keptDays: keptDays + 0.01 }, "keep", table)).toBe(false);
  });
});
