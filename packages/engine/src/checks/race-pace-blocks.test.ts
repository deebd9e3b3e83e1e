import { aMarathonPlan, aPlan, aRulebook, sessionFrom, withSession } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { LawRules, PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Judgement } from "./judgement.ts";
import { racePaceBlocks } from "./race-pace-blocks.ts";

const judged = (plan: PlanUnderLaw, fullWeeks?: number): Judgement => {
  const facts = factsOf(plan, aRulebook());
  return racePaceBlocks.judge({ ...facts, fullWeeks: fullWeeks ?? facts.fullWeeks });
};

describe("marathon pace in a plan for another race (I7)", () => {
  const stray = { verdict: "breach", why: "a marathon-pace block for another race", weeks: [6] };
  const held = (km: number): PlanUnderLaw => aPlan({ 6: `- T9 E9 - I9 E8 L16/${String(km)}` });

  it("is a block from a quarter of an hour on, and a float below", () => {
    expect(judged(held(3))).toMatchObject(stray);
    expect(judged(held(2.9)).verdict).toBe("not_applicable");
  });

  it("is one where either option holds it, but not where a progression passes through it", () => {
    const optional = withSession(held(3), 6, 7, ({ optionB: _, ...session }) => {
      const easy = [{ zone: "easy", by: "distance", metres: 16_000, seconds: 5800 }] as const;
      const { kind, metres, seconds } = session;
      return { ...session, optionB: { kind, title: "Easy", metres, seconds, steps: easy } };
    });
    expect(judged(optional)).toMatchObject(stray);
    const progression = withSession(held(3), 6, 7, ({ optionB: _, ...session }) => ({
      ...session,
      kind: "progression",
    }));
    expect(judged(progression).verdict).toBe("not_applicable");
  });
});

describe("a plan that owes no race pace (I7)", () => {
  it("is that of a new runner", () => {
    const marathon = aMarathonPlan({ 2: "- S10 E10 - E12 E8 L20/8" });
    expect(judged(marathon).verdict).toBe("breach");
    expect(judged({ ...marathon, tier: "builder" }).verdict).toBe("not_applicable");
  });
});

describe("a plan to get through the race (I7)", () => {
  const rules = aRulebook();
  const shortHorizon = {
    source: "coaching practice",
    experiencedWeeksMin: 60,
    weeklyMetresMin: 40_000,
    longestMetresMin: 16_000,
    finishLongestMetresMin: 20_000,
  };
  const short = { ...rules.races.marathon, weeksMin: 60, shortHorizon };
  const near = { ...rules, races: { ...rules.races, marathon: short } };
  const adjustments = [{ wish: "finish", law: "horizon", asked: null, given: null }] as const;
  const judgedBy = (some: LawRules, plan: PlanUnderLaw): Judgement =>
    racePaceBlocks.judge(factsOf({ ...plan, adjustments }, some));
  const easy = "- E10 E10 - E12 E8 L20";
  const easyWeeks = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [i + 1, easy]));

  it("owes no race pace, and is flagged for it", () => {
    expect(judgedBy(near, aMarathonPlan(easyWeeks))).toMatchObject({
      verdict: "flag",
      measured: 0,
      why: "a plan to get through the race holds nothing new and nothing hard",
    });
    expect(judgedBy(rules, aMarathonPlan(easyWeeks)).verdict).toBe("breach");
  });

  it("holds nothing hard either", () => {
    const hard = { verdict: "breach", why: "a hard session in a plan to get through the race", weeks: [3] };
    expect(judgedBy(near, aMarathonPlan({ ...easyWeeks, 3: "- I10 E10 - E12 E8 L20" }))).toMatchObject(hard);
  });
});

describe("marathon-pace blocks (I7)", () => {
  const blocks = (rows: Readonly<Record<number, string>>): PlanUnderLaw => aMarathonPlan(rows);

  it("grow from one long run to the next, but for the rehearsal, which may be a little shorter", () => {
    const shrinking = blocks({ 6: "- E12 E12 - E13 E8 L26/12.1" });
    expect(judged(shrinking)).toMatchObject({ verdict: "breach", quantity: "distance", weeks: [7] });
    const equal = blocks({
      7: "- S12 E12 - E14 E10 L28/14",
      9: "- S12 E12 - E15 E11 L28/14",
      10: "- E12 E13 - E16 E13 L30/14",
    });
    expect(judged(equal)).toMatchObject({
      verdict: "breach",
      why: "marathon-pace blocks that do not grow",
      weeks: [7],
    });
    const rehearsed = blocks({ 9: "- S12 E12 - E15 E11 L28/16", 10: "- E12 E13 - E16 E13 L30/13.6" });
    expect(judged(rehearsed).verdict).not.toBe("breach");
    const short = blocks({ 9: "- S12 E12 - E15 E11 L28/16", 10: "- E12 E13 - E16 E13 L30/13.5" });
    expect(judged(short)).toMatchObject({ verdict: "breach" });
  });

  it("are flagged before two fifths of the plan", () => {
    const early = blocks({ 5: "- T11/4 E11 - E12 E8 L24/6" });
    expect(judged(early)).toMatchObject({ verdict: "flag", why: "an early marathon-pace block", weeks: [5] });
  });

  it("are rehearsed from eight weeks on, and begin small in fewer", () => {
    const long = {
      why: "a long first block in a short plan",
      quantity: "distance",
      weeks: [7],
      limit: 10_000,
    };
    expect(judged(aMarathonPlan(), 7)).toMatchObject({ verdict: "breach", ...long });
    expect(judged(aMarathonPlan(), 8).why).not.toBe(long.why);
  });

  const within = (min: number, max: number, plan = aMarathonPlan()): Judgement => {
    const { I7 } = aRulebook().laws;
    const marathon = { ...I7.marathon, rehearsalDays: { min, max } };
    return racePaceBlocks.judge(factsOf(plan, aRulebook({ I7: { ...I7, marathon } })));
  };

  it("are rehearsed seventeen to twenty-eight days before the race", () => {
    const missed = { why: "no rehearsal at marathon pace in time" };
    expect(within(21, 27).why).not.toBe(missed.why);
    expect(within(21, 28).why).not.toBe(missed.why);
    expect(within(17, 21).why).not.toBe(missed.why);
    expect(within(22, 27)).toMatchObject({ verdict: "breach", measured: 0, limit: 0.85, ...missed });
  });

  it("are rehearsed near to the largest, and no smaller than the last, to the first day of the window", () => {
    const small = within(21, 27, blocks({ 10: "- E12 E13 - E16 E13 L30/11" }));
    const reasons = small.breaches?.map(({ why }) => why);
    expect(reasons).toContain("no rehearsal at marathon pace in time");
    expect(reasons).toContain("a shorter marathon-pace block than before");
  });

  it("may be shorter in the middle of the week, and in the taper", () => {
    expect(judged(blocks({ 9: "- S12 E12 - M15/8 E11 L28/14" })).verdict).not.toBe("breach");
    const taper = blocks({ 9: "- S12 E12 - E15 E11 L28", 11: "- S12 E12 - M12 E6 L22/8" });
    expect(judged(taper).verdict).not.toBe("breach");
  });

  it("are summed by the options that hold least of them", () => {
    const { kind, title, metres, seconds, steps } = sessionFrom("L30");
    const easyB = withSession(aMarathonPlan(), 10, 7, (session) => ({
      ...session,
      optionB: { kind, title, metres, seconds, steps },
    }));
    expect(judged(easyB)).toMatchObject({
      verdict: "breach",
      why: "little marathon pace over the whole plan",
      measured: 32_000,
    });
  });

  it("are asked for whole in sixteen weeks, and in parts in fifteen", () => {
    expect(judged(aMarathonPlan(), 16)).toMatchObject({ verdict: "flag", limit: 64_000 });
    expect(judged(aMarathonPlan(), 15)).toMatchObject({ verdict: "flag", limit: 53_333.3333 });
  });
});
