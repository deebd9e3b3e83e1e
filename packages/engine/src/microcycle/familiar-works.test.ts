import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { outlineOf } from "../generate/outline.fixture.ts";
import { stressOfZone } from "../plan/stimulus.ts";
import { qualityWorksOf } from "./quality-works.ts";

const rulebook = realRulebook();

const outlines = (["5k", "10k"] as const).flatMap((distance) =>
  ["2027-01-03", "2027-01-10", "2027-01-17", "2027-02-07"].flatMap((raceDate) =>
    [35_000, 55_000, 85_000].map((weeklyMetres) =>
      outlineOf(aRequest({ distance, raceDate: onDate(raceDate), weeklyMetres, daysPerWeek: 6 }), rulebook, {
        taperWeeks: 1,
      }),
    ),
  ),
);

describe("hard sessions of the last two weeks", () => {
  it("hold hardly more of an effort than one before them, in pieces at most twice as long", () => {
    let judged = 0;
    for (const outline of outlines) {
      const { frames, volumes, runner, request } = outline;
      const builds = volumes.filter((_, i) => frames[i]?.kind === "build");
      const peak = {
        metres: Math.max(...builds.map(({ metres }) => metres)),
        longRunMetres: Math.max(...builds.map(({ longRunMetres }) => longRunMetres)),
      };
      const pacing = { paces: runner.paces, estimated: runner.estimated, rules: rulebook.pace };
      const sized = qualityWorksOf({ ...outline, distance: request.distance, peak, pacing });
      const works = sized.flatMap((row, week) => {
        const late = frames[week]?.days.some(
          ({ daysToRace }) => daysToRace > rulebook.laws.S3.daysMin && daysToRace < rulebook.laws.T5.days,
        );
        return row.flatMap((work) => (work === null ? [] : [{ ...work, late: late === true }]));
      });
      for (const work of works.filter(({ late }) => late)) {
        const effort = stressOfZone(work.mainZone);
        const before = works.filter((one) => !one.late && stressOfZone(one.mainZone) === effort);
        if (before.length === 0) continue;
        judged += 1;
        const most = Math.max(...before.map(({ workSeconds }) => workSeconds));
        const longest = Math.max(...before.map(({ longestPieceSeconds }) => longestPieceSeconds));
        expect(work.workSeconds).toBeLessThanOrEqual((most * (1 + rulebook.laws.T5.workShareMax)) / 2);
        expect(work.longestPieceSeconds).toBeLessThanOrEqual(longest * rulebook.laws.T5.pieceShareMax);
      }
    }
    expect(judged).toBeGreaterThan(20);
  });
});
