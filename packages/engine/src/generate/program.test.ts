import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import type { Outline } from "./build-plan.ts";
import { outlineOf } from "./outline.fixture.ts";
import type { Policy } from "./policy.ts";
import { isRacePaceLong } from "./race-pace-long.ts";

const rulebook = realRulebook();
const outline = (wish: Partial<PlanRequest> = {}, policy: Partial<Policy> = {}): Outline =>
  outlineOf(aRequest(wish), rulebook, policy);

const stimuliOf = ({ programs }: Outline): readonly string[] =>
  programs.flatMap((program) => program.quality.map(({ stimulus }) => stimulus));

describe("what the weeks train", () => {
  it("is no quality in base and none in race week", () => {
    const { frames, programs } = outline();
    frames.forEach((frame, i) => {
      if (frame.phase === "base" || frame.kind === "race") expect(programs[i]?.quality).toEqual([]);
    });
  });

  it("is two quality days at most, a long run at race pace counted, and one in a cutback", () => {
    const { frames, programs } = outline({ weeklyMetres: 80_000, daysPerWeek: 6 });
    programs.forEach(({ quality, longRun }, i) => {
      const days = quality.length + (isRacePaceLong(longRun?.kind ?? null) ? 1 : 0);
      expect(days).toBeLessThanOrEqual(frames[i]?.kind === "cutback" ? 1 : 2);
    });
    expect(stimuliOf(outline({ weeklyMetres: 80_000, daysPerWeek: 6 })).length).toBeGreaterThan(10);
  });

  it("is easy running alone for builders and where the policy says so", () => {
    expect(stimuliOf(outline({ weeklyMetres: 24_000, longestMetres: 10_000 }))).toEqual([]);
    expect(stimuliOf(outline({}, { qualityMax: 0 }))).toEqual([]);
  });

  it("puts the last long run at marathon pace into the last build weeks, never three in a row", () => {
    const { frames, programs } = outline();
    const build = programs.filter((_, i) => frames[i]?.kind === "build").map(({ longRun }) => longRun?.kind);
    expect(build.at(-1)).toBe("marathon_pace");
    const threeInARow = build.some((kind, i) =>
      [kind, build[i + 1], build[i + 2]].every((k) => k === "marathon_pace"),
    );
    expect(threeInARow).toBe(false);
    expect(build.slice(0, 4)).not.toContain("marathon_pace");
  });

  it("never puts threshold work beside a long run at marathon pace below 110 km a week (H6)", () => {
    for (const { quality, longRun } of outline({ weeklyMetres: 70_000, daysPerWeek: 6 }).programs)
      if (longRun?.kind === "marathon_pace")
        expect(quality.map(({ stimulus }) => stimulus)).not.toContain("threshold");
  });

  it("lets every stimulus progress from the start of its block to the end", () => {
    const { frames, programs } = outline();
    const threshold = programs
      .filter((_, i) => frames[i]?.kind === "build")
      .flatMap(({ quality }) => quality.filter(({ stimulus }) => stimulus === "threshold"));
    const progress = threshold.map((intent) => intent.progress);
    expect(progress[0]).toBe(0);
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  it("holds less in cutbacks and less and less in the taper", () => {
    const { frames, programs } = outline();
    const shares = (kind: string): readonly number[] =>
      programs
        .filter((_, i) => frames[i]?.kind === kind)
        .flatMap(({ quality }) => quality.map((one) => one.doseShare));
    expect(new Set(shares("build"))).toEqual(new Set([1]));
    expect(new Set(shares("cutback"))).toEqual(new Set([rulebook.quality.cutbackDoseShare]));
    expect(shares("taper")).toEqual(shares("taper").toSorted((a, b) => b - a));
    expect(Math.max(...shares("taper"))).toBeLessThan(1);
  });

  it("keeps races apart: five-kilometre pace for a 5K, ten-kilometre pace for a 10K", () => {
    const wish = { raceDate: onDate("2027-02-14"), weeklyMetres: 50_000 };
    expect(stimuliOf(outline({ ...wish, distance: "5k" }))).toContain("five_k_pace");
    expect(stimuliOf(outline({ ...wish, distance: "10k" }))).toContain("ten_k_pace");
    expect(stimuliOf(outline({ ...wish, distance: "5k" }))).not.toContain("ten_k_pace");
  });
});
