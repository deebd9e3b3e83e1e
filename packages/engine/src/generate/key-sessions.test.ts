import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import { keySessionsOf } from "./key-sessions.ts";
import { stressOfStimulus } from "./key-week.ts";
import { outlineOf } from "./outline.fixture.ts";

const rulebook = realRulebook();

/** The key sessions of a wish, week by week. */
function chosen(wish: Partial<PlanRequest>, capacities: (week: number) => number = () => Infinity) {
  const { frames, volumes, programs, runner, policy, request } = outlineOf(aRequest(wish), rulebook);
  const longRuns = programs.map(({ longRun }) => longRun?.kind ?? null);
  const weeks = keySessionsOf({
    frames,
    volumes,
    longRuns,
    runner,
    distance: request.distance,
    policy,
    capacities: frames.map((_, i) => capacities(i)),
    rulebook,
  });
  return { frames, weeks };
}

const counted = (weeks: readonly (readonly string[])[], stimulus: string): number =>
  weeks.flat().filter((one) => one === stimulus).length;

const FIVE_K = {
  distance: "5k",
  raceDate: onDate("2027-01-24"),
  weeklyMetres: 30_000,
  longestMetres: 10_000,
  daysPerWeek: 4,
} as const satisfies Partial<PlanRequest>;

describe("the key sessions of a plan", () => {
  it("hold a repetition session for a 5K however short and small the plan is", () => {
    expect(counted(chosen(FIVE_K).weeks, "repetition")).toBeGreaterThanOrEqual(1);
  });

  it("meet the quotas of the race elsewhere when a week has no room", () => {
    const full = chosen(FIVE_K);
    const build = full.frames.findIndex(({ phase, kind }) => phase === "build" && kind === "build");
    const tight = chosen(FIVE_K, (week) => (week === build ? 0 : Infinity));
    expect(full.weeks[build]).not.toEqual([]);
    expect(tight.weeks[build]).toEqual([]);
    expect(counted(tight.weeks, "threshold")).toBeGreaterThanOrEqual(2);
    expect(counted(tight.weeks, "repetition")).toBeGreaterThanOrEqual(1);
  });

  it("are never more in a week than the week has room for", () => {
    for (const { length } of chosen(FIVE_K, () => 1).weeks) expect(length).toBeLessThanOrEqual(1);
    expect(chosen(FIVE_K, () => 0).weeks.flat()).toEqual([]);
  });

  it("bring nothing new in the last two weeks, even where the phase would (T5)", () => {
    for (const distance of ["5k", "10k", "half_marathon"] as const)
      for (const raceDate of ["2027-01-03", "2027-01-10", "2027-01-24"]) {
        const { frames, weeks } = chosen({ ...FIVE_K, distance, raceDate: onDate(raceDate) });
        const early = frames.map(({ days }) => days.every(({ daysToRace }) => daysToRace >= 14));
        const stresses = (some: readonly (readonly string[])[]) =>
          new Set(
            rulebook.workouts
              .flatMap(({ stimulus }) => stimulus ?? [])
              .filter((stimulus) => some.flat().includes(stimulus))
              .map((stimulus) => stressOfStimulus(stimulus, rulebook)),
          );
        const known = stresses(weeks.filter((_, i) => early[i] === true));
        for (const stress of stresses(weeks.filter((_, i) => early[i] !== true)))
          expect([...known]).toContain(stress);
      }
  });

  it("are intervals in a cutback, and race pace in the weeks around it", () => {
    const { frames, weeks } = chosen({ ...FIVE_K, raceDate: onDate("2027-04-18"), weeklyMetres: 50_000 });
    const cutbacks = weeks.filter((_, i) => frames[i]?.kind === "cutback");
    expect(cutbacks.flat()).not.toContain("five_k_pace");
    expect(weeks.flat()).toContain("five_k_pace");
  });

  it("hold marathon pace neither in a cutback nor before two fifths of the plan are over", () => {
    for (const weeklyMetres of [50_000, 80_000, 110_000]) {
      const { frames, weeks } = chosen({ weeklyMetres, raceDate: onDate("2027-03-21"), daysPerWeek: 6 });
      const all = frames[0]?.days[0]?.daysToRace ?? 0;
      const paced = frames.filter((_, i) => weeks[i]?.includes("marathon_pace"));
      expect(paced.length).toBeGreaterThan(0);
      expect(paced.map(({ kind }) => kind)).not.toContain("cutback");
      for (const { days } of paced)
        expect(days[0]?.daysToRace ?? all).toBeLessThanOrEqual(
          all * (1 - rulebook.laws.I7.marathon.earliestShareAim),
        );
    }
  });
});
