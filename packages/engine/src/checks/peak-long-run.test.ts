import { aMarathonPlan, aPlan, aRulebook, withChange, withWeek } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { LawRules, PlanFacts, PlanUnderLaw, RunFacts } from "../plan/measured-plan.ts";
import type { Judgement } from "./judgement.ts";
import { peakLongRun } from "./peak-long-run.ts";

const rules = aRulebook();
const tenK = factsOf(aPlan(), rules);
const marathon = factsOf(aMarathonPlan(), rules);

interface Lengths {
  readonly metres: number;
  readonly metresLeast?: number;
  readonly metresMost?: number;
}

/** The facts of a plan with these long runs in place of its own, each in another week from the third on. */
function withLongRuns(facts: PlanFacts, ...lengths: readonly Lengths[]): PlanFacts {
  const longRuns = lengths.flatMap(({ metres, metresLeast = metres, metresMost = metres }, index) =>
    facts.longRuns
      .slice(index + 2, index + 3)
      .map((run): RunFacts => ({ ...run, metres, metresLeast, metresMost })),
  );
  return { ...facts, longRuns };
}

const ofTier = (facts: PlanFacts, tier: PlanFacts["plan"]["tier"]): PlanFacts => ({
  ...facts,
  plan: { ...facts.plan, tier },
});

/** No week in which long runs could grow: the athlete's start is as far as they come. */
const withoutWeeks = (facts: PlanFacts): PlanFacts => ({ ...facts, weeks: [] });

const judged = (facts: PlanFacts, metres: number): Judgement =>
  peakLongRun.judge(withLongRuns(facts, { metres }));

const UNEXPLAINED = {
  verdict: "breach",
  why: "shorter than the runner's volume asks for, and nothing explains it",
};

describe("the longest long run (L1)", () => {
  it("has a floor of its own for new runners, and no other minimum", () => {
    const builder = ofTier(tenK, "builder");
    expect(judged(builder, 8000)).toMatchObject({ verdict: "pass", limit: 8000 });
    expect(judged(builder, 7900)).toMatchObject({ verdict: "breach", limit: 8000, weeks: [3] });
    expect(judged(ofTier(tenK, "low"), 12_900)).toMatchObject({ verdict: "breach", limit: 13_000 });
  });

  it("is looked for in the shorter of two options, and held to the longest in the longer", () => {
    const two = [{ metres: 18_000, metresLeast: 16_000 }, { metres: 17_000 }];
    expect(peakLongRun.judge(withLongRuns(tenK, ...two))).toMatchObject({
      verdict: "pass",
      measured: 17_000,
    });
    const far = [{ metres: 18_000 }, { metres: 17_000, metresMost: 25_100 }];
    expect(peakLongRun.judge(withLongRuns(tenK, ...far))).toMatchObject({
      verdict: "breach",
      measured: 25_100,
      limit: 25_000,
      weeks: [3],
    });
  });
});

describe("a peak below the tier's minimum", () => {
  const start = withoutWeeks({ ...tenK, knownLongestMetres: null });
  const tooFew = "there are too few weeks to grow further from where the athlete starts";

  it("stands within a kilometre of what the weeks have room for, and not below", () => {
    const from = (metres: number, metresLeast: number): Judgement =>
      peakLongRun.judge(withLongRuns(start, { metres, metresLeast }));
    expect(from(16_000, 15_000)).toMatchObject({ verdict: "pass", limit: 16_000, why: tooFew });
    expect(from(16_000, 14_900)).toMatchObject(UNEXPLAINED);
    expect(from(16_100, 15_500)).toMatchObject({ ...UNEXPLAINED, limit: 16_000 });
  });

  it("is told with its reason even where the floor is nearer", () => {
    const near = { metres: 11_000, metresLeast: 10_200 };
    expect(peakLongRun.judge(withLongRuns(start, near))).toMatchObject({ limit: 11_000, why: tooFew });
  });

  it("excuses no other long run that is too long", () => {
    const far = { metres: 16_000, metresLeast: 15_000, metresMost: 26_000 };
    expect(peakLongRun.judge(withLongRuns(start, far))).toMatchObject({ verdict: "breach", limit: 25_000 });
  });

  it("may be reached from the longest run before the plan", () => {
    const known = withoutWeeks({ ...tenK, knownLongestMetres: 14_000 });
    expect(judged(known, 14_500)).toMatchObject({ verdict: "pass", limit: 15_400, why: tooFew });
  });

  it("grows by a step in each build week that ends early enough before the race, and in tune-up weeks", () => {
    const reach = (kind: "build" | "tune_up" | "cutback", latest: number): number | undefined => {
      const plan = withWeek(aPlan(), 11, (week) => ({ ...week, kind }));
      const days = { ...rules.laws.L4.days, "10k": { min: latest, max: 35 } };
      const facts = factsOf(plan, aRulebook({ L4: { ...rules.laws.L4, days } }));
      const last = { ...facts, knownLongestMetres: null, weeks: facts.weeks.slice(9, 11) };
      return peakLongRun.judge(withLongRuns(last, { metres: 14_000 }, { metres: 14_500 })).limit;
    };
    expect(reach("build", 7)).toBe(15_400);
    expect(reach("tune_up", 7)).toBe(15_400);
    expect(reach("cutback", 7)).toBe(14_000);
    expect(reach("build", 8)).toBe(14_000);
  });
});

describe("the time for a long run", () => {
  const atPace = (facts: PlanFacts, easyPace: number, dayLimits = {}): PlanFacts => ({
    ...facts,
    easyPace,
    plan: { ...facts.plan, request: { ...facts.plan.request, dayLimits } },
  });

  it("ends with the limit of its day, within a kilometre", () => {
    const short = atPace(tenK, 0.36, { sun: 5040 });
    expect(judged(short, 13_000)).toMatchObject({
      verdict: "pass",
      limit: 14_000,
      why: "the day has no room for a longer one",
    });
    expect(judged(short, 12_900)).toMatchObject(UNEXPLAINED);
  });

  it("is that of the day it was moved to, where this has more room", () => {
    const moved = factsOf(aPlan({ 3: "- S8 E8 - E9 L14 E7" }), rules);
    const limited = atPace(moved, 0.36, { sun: 3600, sat: 5400 });
    expect(judged(limited, 14_000)).toMatchObject({ verdict: "pass", limit: 15_000 });
    expect(judged(limited, 13_000)).toMatchObject(UNEXPLAINED);
  });

  it("flags who is kept to the hours that long runs aim at, and explains nobody who runs longer", () => {
    const slow = atPace(marathon, 0.4);
    const kept = { verdict: "flag", limit: 30_000, why: "kept to the hours that long runs aim at" };
    expect(judged(slow, 26_000)).toMatchObject(kept);
    expect(judged(slow, 28_000)).toMatchObject(kept);
    expect(judged(slow, 28_100)).toMatchObject(UNEXPLAINED);
  });
});

describe("a plan so short that it is for finishing", () => {
  const shortHorizon = {
    source: "coaching practice",
    experiencedWeeksMin: 13,
    weeklyMetresMin: 0,
    longestMetresMin: 0,
    finishLongestMetresMin: 20_000,
  };
  const adjustments = [{ wish: "finish", law: "horizon", asked: null, given: null }] as const;
  const toFinish: PlanUnderLaw = { ...aPlan(), adjustments };
  const near = (experiencedWeeksMin: number): LawRules => ({
    ...rules,
    races: {
      ...rules.races,
      "10k": { metres: 10_000, weeksMin: 14, shortHorizon: { ...shortHorizon, experiencedWeeksMin } },
    },
  });
  const finishing = "so close to the race the plan is for finishing it, and nothing is made up for";

  it("is flagged for its short peak, below the weeks of an experienced runner alone", () => {
    expect(judged(factsOf(toFinish, near(13)), 10_500)).toMatchObject({ verdict: "flag", why: finishing });
    expect(judged(factsOf(toFinish, near(13)), 10_000)).toMatchObject({ verdict: "flag", why: finishing });
    expect(judged(factsOf(toFinish, near(12)), 10_500)).toMatchObject(UNEXPLAINED);
  });

  it("still has the floor of its race", () => {
    const low = judged(factsOf(toFinish, near(13)), 9500);
    expect(low).toMatchObject({ verdict: "breach", limit: 10_000 });
    expect(low.why).toBeUndefined();
  });

  it("is one that says so, and stays one when a day of it is changed", () => {
    expect(judged(factsOf(aPlan(), near(13)), 10_500)).toMatchObject(UNEXPLAINED);
    const changed = withChange(toFinish, "2026-12-28", { kind: "adapt" });
    expect(judged(factsOf(changed, near(13)), 10_500)).toMatchObject({ verdict: "flag", why: finishing });
  });
});
