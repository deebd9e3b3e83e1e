import { aPlan, aRulebook, onDate, withRequest, withWeek } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import { certify } from "./certify.ts";
import { entryVolume } from "./entry-volume.ts";
import type { Judgement } from "./judgement.ts";

const judged = (weeklyMetres: number, plan = aPlan()): Judgement =>
  entryVolume.judge(factsOf(withRequest(plan, { weeklyMetres }), aRulebook()));

/** The plan whose base is its first weeks, so many of them. */
const basedFor = (weeks: number, plan = aPlan()): PlanUnderLaw =>
  [1, 2, 3, 4]
    .filter((week) => week > weeks)
    .reduce((some, number) => withWeek(some, number, (week) => ({ ...week, phase: "build" })), plan);

describe("the entry to a 10K plan (E1)", () => {
  it("is fourteen kilometres a week", () => {
    expect(judged(14_000, basedFor(0))).toMatchObject({ verdict: "pass", measured: 14_000, limit: 14_000 });
    expect(judged(13_900, basedFor(0))).toMatchObject({
      verdict: "breach",
      measured: 0,
      limit: 2,
      quantity: "weeks",
      why: "the base block is missing or too short",
    });
  });

  it("is a base of two weeks that reaches it for who runs less", () => {
    const small = { 1: "- E3 E2 - E2 - L5", 2: "- E3 E2 - E2 E2 L5" };
    expect(judged(10_000, basedFor(1)).verdict).toBe("breach");
    expect(judged(10_000, basedFor(2, aPlan(small)))).toMatchObject({ verdict: "pass", measured: 14_000 });
    expect(judged(10_000, basedFor(2, aPlan({ ...small, 2: "- E3 E2 - E2 - L5" })))).toMatchObject({
      verdict: "breach",
      measured: 12_000,
      limit: 14_000,
      why: "the base block does not reach the entry",
    });
  });
});

describe("a race too near to the beginning of its plan (E1)", () => {
  const half = (weeklyMetres: number, weeks: number, plan = aPlan()): Judgement => {
    const some = { ...plan, distance: "half_marathon", weeks: plan.weeks.slice(-weeks) } as const;
    return entryVolume.judge(factsOf(withRequest(some, { weeklyMetres }), aRulebook()));
  };

  it("is a half marathon in less than eight weeks from 15 km a week, and in less than six from 20", () => {
    expect(half(15_000, 8).verdict).toBe("pass");
    expect(half(15_000, 7)).toMatchObject({
      verdict: "breach",
      measured: 7,
      limit: 8,
      quantity: "weeks",
      why: "the race comes too soon after the beginning of the plan",
    });
    expect(half(15_001, 6).verdict).toBe("pass");
    expect(half(20_000, 5)).toMatchObject({ verdict: "breach", measured: 5, limit: 6 });
    expect(half(20_001, 5).verdict).toBe("pass");
  });

  it("is any race in less than four weeks, whatever is known of the runner", () => {
    const near = { ...aPlan(), weeks: aPlan().weeks.slice(-3) };
    const judge = (weeklyMetres: number | null): Judgement =>
      entryVolume.judge(factsOf(withRequest(near, { weeklyMetres }), aRulebook()));
    expect(judge(60_000)).toMatchObject({ verdict: "breach", measured: 3, limit: 4, quantity: "weeks" });
    expect(judge(null).verdict).toBe("breach");
  });

  it("is a marathon in fewer weeks than its training takes, without a run that is long enough to finish", () => {
    const { races, ...rest } = aRulebook();
    const shortHorizon = {
      experiencedWeeksMin: 6,
      weeklyMetresMin: 40_000,
      longestMetresMin: 16_000,
      finishLongestMetresMin: 20_000,
      source: "Coaching practice",
    };
    const rules = { ...rest, races: { ...races, marathon: { ...races.marathon, shortHorizon } } };
    const judge = (weeklyMetres: number, longestMetres: number): Judgement => {
      const plan = { ...aPlan(), distance: "marathon", weeks: aPlan().weeks.slice(-7) } as const;
      return entryVolume.judge(factsOf(withRequest(plan, { weeklyMetres, longestMetres }), rules));
    };
    expect(judge(40_000, 16_000).verdict).toBe("pass");
    expect(judge(39_000, 19_900)).toMatchObject({ verdict: "breach", measured: 7, limit: 8 });
    expect(judge(39_000, 20_000).verdict).toBe("pass");
  });

  it("is no matter of what was lost beside it: no break excuses it", () => {
    const plan = { ...aPlan(), weeks: aPlan().weeks.slice(-3) };
    const [first, last] = [plan.weeks[0]?.days[0]?.date ?? plan.raceDate, onDate("2027-01-01")];
    const wish = { kind: "pause", first, last, raceDate: plan.raceDate } as const;
    const change = { from: first, wish, movedFrom: null, done: null, rpi: plan.rpi, idsGiven: 999 };
    const { laws } = certify({ ...plan, changes: [change] }, aRulebook());
    expect(laws.find(({ id }) => id === "E1")).toMatchObject({ verdict: "breach", quantity: "weeks" });
  });
});
