import { realActivityRules } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { isPermitted, permitted, PURPOSES } from "./permitted.ts";

const POLICIES = realActivityRules().sources;
const allowed = (thing: Parameters<typeof isPermitted>[0]) =>
  PURPOSES.filter((purpose) => isPermitted(thing, purpose, POLICIES));

describe("what may be done with a recording", () => {
  it("is everything with the athlete's own file, archive and words", () => {
    for (const source of ["file", "manual", "strava_archive"] as const)
      expect(allowed({ source, keptDays: 4000 })).toEqual(PURPOSES);
  });

  it("from the Strava API is to show it to its athlete for a week: no model, no coach, no joining", () => {
    expect(allowed({ source: "strava_api", keptDays: 7 })).toEqual(["show_athlete", "keep"]);
    expect(allowed({ source: "strava_api", keptDays: 8 })).toEqual([]);
  });

  it("holds for every number that was made from it", () => {
    expect(isPermitted({ sources: ["file", "strava_archive"] }, "model", POLICIES)).toBe(true);
    expect(isPermitted({ sources: ["file", "strava_api"] }, "model", POLICIES)).toBe(false);
  });

  it("leaves the others of a list alone", () => {
    const list = [{ source: "file" as const }, { source: "strava_api" as const }];
    expect(permitted(list, "model", POLICIES)).toEqual([{ source: "file" }]);
  });
});
