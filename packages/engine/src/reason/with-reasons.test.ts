import {
  aMarathonPlan,
  aPlan,
  realRulebook,
  withoutResult,
  withRequest,
  withSession,
  withWeek,
} from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Reason, ReasonKind } from "./reason.ts";
import { withReasons } from "./with-reasons.ts";

const RULES = realRulebook();

const phaseReasons = (plan: PlanUnderLaw, index: number): readonly Reason[] =>
  withReasons(plan, RULES).phases[index]?.why ?? [];

const weekReasons = (plan: PlanUnderLaw, week: number): readonly Reason[] =>
  withReasons(plan, RULES).weeks[week - 1]?.why ?? [];

/** The reasons of the first session of a day, both counted from 1. */
const reasons = (plan: PlanUnderLaw, week: number, day: number): readonly Reason[] =>
  withReasons(plan, RULES).weeks[week - 1]?.days[day - 1]?.sessions[0]?.why ?? [];

const kinds = (all: readonly Reason[]): readonly ReasonKind[] => all.map(({ kind }) => kind);

describe("why a hard session", () => {
  it("tells its step in the block, its work, its share of the week and the step before", () => {
    // Week 9, Friday: 2 x 2.5 km.
    expect(reasons(aPlan(), 9, 5)[0]).toMatchObject({
      kind: "block_step",
      law: "I6",
      effort: "threshold",
      isLong: false,
      step: 4,
      steps: 5,
      workMetres: 5000,
      weekMetres: 56_000,
      share: 0.0893,
    });
  });

  it("has no step before the first of its block", () => {
    expect(reasons(aPlan(), 5, 2)[0]).toMatchObject({ step: 1, last: null });
  });

  it("tells the hard and long days on either side", () => {
    expect(reasons(aPlan(), 6, 5)[1]).toMatchObject({
      kind: "spaced_day",
      before: { session: "threshold", weekday: "tue", days: 3 },
      after: { session: "long", weekday: "sun", days: 2, metres: 16_000 },
    });
  });

  it("is lighter work in a cutback, beside the last full step", () => {
    const cutback = aPlan({ 8: "- T8/3 E8.5 - S8 E7 L11.5" });
    expect(reasons(cutback, 8, 2)[0]).toMatchObject({
      kind: "light_session",
      law: "V5",
      effort: "threshold",
    });
    expect(reasons(aPlan(), 11, 2)[0]).toMatchObject({ law: "T4", effort: "interval" });
    expect(reasons(aPlan(), 12, 2)[0]).toMatchObject({ law: "T4", effort: "repetition", usualSeconds: null });
  });

  it("goes by the option that was chosen", () => {
    const longer = withSession(aPlan(), 5, 2, (session) => ({
      ...session,
      chosen: "b",
      optionB: {
        kind: session.kind,
        title: "Tempo run",
        metres: 9000,
        seconds: 3000,
        steps: [{ zone: "threshold", by: "time", metres: 5000, seconds: 1400 }],
      },
    }));
    expect(reasons(longer, 5, 2)[0]).toMatchObject({ workSeconds: 1400, pieceSeconds: 1400 });
    expect(reasons(longer, 6, 2)[0]).toMatchObject({ last: { workSeconds: 1400, pieceSeconds: 1400 } });
  });
});

describe("why a long run", () => {
  it("tells its step in the staircase, what is inside, and the day that was wished for", () => {
    expect(reasons(aPlan(), 6, 7)).toMatchObject([
      {
        kind: "long_step",
        step: 5,
        steps: 8,
        metres: 16_000,
        lastMetres: 15_000,
        peakMetres: 18_000,
      },
      { kind: "long_inside", inside: "progression" },
      { kind: "wished_day", weekday: "sun" },
    ]);
  });

  it("is a rehearsal where the last big block at race pace stands", () => {
    const last = aMarathonPlan();
    expect(kinds(reasons(last, 10, 7))).toEqual(["rehearsal", "long_step", "block_step"]);
    expect(reasons(last, 10, 7)[0]).toMatchObject({ workMetres: 16_000, daysToRace: 21 });
    expect(kinds(reasons(last, 9, 7))).not.toContain("rehearsal");
  });

  it("is shorter in a cutback and in the taper, beside the run it is measured by", () => {
    expect(reasons(aPlan(), 4, 7)[0]).toMatchObject({
      kind: "long_cutback",
      metres: 9500,
      lastMetres: 14_000,
      share: 0.6786,
    });
    expect(reasons(aPlan(), 11, 7)[0]).toMatchObject({
      kind: "long_taper",
      peakMetres: 18_000,
      daysToRace: 7,
    });
  });

  it("says which wish gave way when it stands on another day", () => {
    const moved: PlanUnderLaw = {
      ...withRequest(aPlan(), { longRunDay: "sat", unavailable: ["sat"] }),
      adjustments: [{ wish: "long_run_day", law: "S5", asked: "sat", given: "sun" }],
    };
    expect(reasons(moved, 1, 7)).toContainEqual({
      kind: "adjusted",
      wish: "long_run_day",
      law: "S5",
      asked: "sat",
      given: "sun",
    });
  });

  it("says when hours or the day end its growth", () => {
    const limited = withRequest(aPlan(), { dayLimits: { sun: 6200 } });
    expect(kinds(reasons(limited, 10, 7))).toContain("day_limit");
    expect(kinds(reasons(limited, 1, 7))).not.toContain("day_limit");
  });
});

describe("why an easy run", () => {
  it("follows a hard day, leads to one, or adds distance", () => {
    expect(reasons(aPlan(), 6, 3)).toMatchObject([{ kind: "easy_after", law: "H1", after: { days: 1 } }]);
    expect(reasons(aPlan(), 1, 6)).toMatchObject([{ kind: "easy_before", law: "L2" }]);
    expect(reasons(aPlan(), 1, 3)).toMatchObject([{ kind: "easy_distance", weekMetres: 40_000 }]);
  });

  it("is easy after a long run across the edge of the week", () => {
    const monday = aPlan({ 2: "E6 S8 E7 - E9 - L13" });
    expect(reasons(monday, 2, 1)).toMatchObject([
      { kind: "easy_after", law: "L7", after: { weekday: "sun" } },
    ]);
  });

  it("has its strides counted, which in the taper are the touch of speed", () => {
    expect(reasons(aPlan(), 1, 2)[0]).toEqual({
      kind: "strides",
      rule: "touches",
      pieces: 6,
      pieceSeconds: 20,
      isUphill: false,
    });
    expect(reasons(aPlan(), 12, 5)[0]).toMatchObject({
      kind: "taper_touch",
      workSeconds: 120,
      daysToRace: 2,
    });
  });

  it("only loosens up on the eve of the race", () => {
    expect(reasons(aPlan(), 12, 6)).toEqual([{ kind: "race_eve", law: "S2", metres: 4000 }]);
  });
});

describe("why the race, and what stands beside running", () => {
  it("tells what leads to the race", () => {
    expect(reasons(aPlan(), 12, 7)).toMatchObject([
      { kind: "the_race", metres: 10_000, weeks: 12, longestMetres: 18_000 },
      { kind: "race_pacing", rule: "race_day", metres: 10_000, firstMetres: 1000 },
    ]);
  });

  it("divides the race by its pace: even, with the first tenth held back", () => {
    const [, pacing] = reasons(aPlan(), 12, 7);
    if (pacing?.kind !== "race_pacing") throw new Error("no pacing");
    const { firstSecondsPerKm, seconds, secondsPerKm } = pacing;
    expect((secondsPerKm ?? 0) * 10).toBeCloseTo(seconds ?? 0, -1);
    expect((firstSecondsPerKm ?? 0) / (secondsPerKm ?? 1)).toBeCloseTo(1.01, 5);
    const byEffort = reasons({ ...aPlan(), paces: null }, 12, 7)[1];
    expect(byEffort).toMatchObject({ seconds: null, secondsPerKm: null, firstSecondsPerKm: null });
  });

  it("tells what to take on the way where the race outlasts ninety minutes, and nothing where it does not", () => {
    const marathon = aMarathonPlan();
    expect(reasons(marathon, marathon.weeks.length, 7)[2]).toMatchObject({
      kind: "race_fuelling",
      gramsPerHour: { min: expect.any(Number) as number },
    });
    expect(reasons(aPlan(), 12, 7)).toHaveLength(2);
  });

  it("tells how far before the race a tune-up stands, and what its week is for", () => {
    const tuneUp = withWeek(aPlan({ 8: "- P8 E8.5 - S8 - U10" }), 8, (week) => ({
      ...week,
      kind: "tune_up",
    }));
    expect(reasons(tuneUp, 8, 7)).toMatchObject([{ kind: "tune_up_race", daysToRace: 28 }]);
    expect(weekReasons(tuneUp, 8)[0]).toMatchObject({ kind: "tune_up_week", raceMetres: 10_000 });
  });

  it("counts strength by its time", () => {
    const strong = withSession(aPlan(), 1, 3, (session) => ({ ...session, kind: "strength", seconds: 1800 }));
    expect(reasons(strong, 1, 3)).toEqual([
      { kind: "beside_running", rule: "beside_running", seconds: 1800 },
    ]);
  });
});

describe("why a phase", () => {
  it("tells its part of the weeks, its law, and what the athlete brought once", () => {
    const busy = withRequest(withoutResult(aPlan()), {
      age: 61,
      unavailable: ["mon"],
      dayLimits: { tue: 3600 },
    });
    expect(kinds(phaseReasons(busy, 0))).toEqual([
      "phase_purpose",
      "phase_length",
      "easy_base",
      "no_result",
      "masters",
      "days_kept",
    ]);
    expect(kinds(phaseReasons(busy, 1))).toEqual(["phase_purpose", "phase_length", "block_grows"]);
    expect(phaseReasons(aPlan(), 1)[1]).toMatchObject({ weeks: 4, weeksBeforeTaper: 10, share: 0.4 });
  });

  it("tells how long the taper is and how it falls", () => {
    expect(phaseReasons(aPlan(), 3).slice(1)).toMatchObject([
      { kind: "taper_length", weeks: 2, weeksMin: 1, weeksMax: 3 },
      { kind: "taper_falls", peakMetres: 60_000, weekMetres: [48_000, 22_000] },
    ]);
  });

  it("puts base first for a runner below the entry of the race", () => {
    const little = withRequest(aPlan(), { weeklyMetres: 12_000 });
    expect(phaseReasons(little, 0)).toContainEqual({
      kind: "base_first",
      law: "E1",
      weeks: 4,
      weeklyMetres: 12_000,
      entryMetres: RULES.laws.E1.entryMetres["10k"],
    });
  });
});
