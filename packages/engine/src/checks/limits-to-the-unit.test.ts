import { aMarathonPlan, aPlan, aRulebook, onDate, withChange, withDay, withSession } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanFacts, PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawId, LawLimits } from "../rulebook/law-limits.ts";
import type { Judgement } from "./judgement.ts";
import { scaledQuota } from "./quota.ts";
import { LAWS } from "./registry.ts";

const { laws } = aRulebook();

function judged(
  id: LawId,
  plan: PlanUnderLaw,
  limits: Partial<LawLimits> = {},
  known: Partial<PlanFacts> = {},
): Judgement {
  const law = LAWS.find((one) => one.id === id);
  if (law === undefined) throw new Error(`There is no law ${id}.`);
  return law.judge({ ...factsOf(plan, aRulebook(limits)), ...known });
}

const adapt = { kind: "adapt" } as const;

describe("key sessions (I8)", () => {
  it("are a fast touch a week where build weeks after the base are small on average, however large base and peak", () => {
    const touch = { verdict: "pass", limit: 1 };
    const mean = (smallWeekMetres: number): Judgement =>
      judged("I8", aPlan(), { I8: { ...laws.I8, smallWeekMetres } });
    expect(mean(53_801)).toMatchObject(touch);
    expect(mean(53_800).limit).not.toBe(1);
  });

  it("are none for new runners", () => {
    expect(judged("I8", { ...aPlan({ 9: "- E9 E9 - E9 E9 G17" }), tier: "builder" }).verdict).toBe(
      "not_applicable",
    );
  });

  it("ask no touch of weeks of base", () => {
    const small = { I8: { ...laws.I8, smallWeekMetres: 90_000 } };
    expect(judged("I8", aPlan({ 2: "- E8 E7 - E9 E6 L13" }), small).verdict).toBe("pass");
    expect(judged("I8", aPlan({ 5: "- E9 E9 - E7.5 E6.5 L15" }), small)).toMatchObject({
      verdict: "breach",
      weeks: [5],
    });
  });

  it("are asked for whole from eight weeks on", () => {
    expect(scaledQuota(2.1, 8, laws.I8)).toBe(3);
    expect(scaledQuota(2.1, 7, laws.I8)).toBe(1);
  });
});

describe("the threshold block (I6)", () => {
  it("holds no session that trains intervals as much as threshold", () => {
    const mixed = withSession(aPlan(), 9, 2, (session) => ({
      ...session,
      steps: [
        { zone: "threshold", by: "distance", metres: 1000, seconds: 270 },
        { zone: "interval", by: "distance", metres: 4000, seconds: 980 },
      ],
    }));
    expect(judged("I6", mixed).verdict).toBe("pass");
  });

  it("rises from its first session to those of its second half", () => {
    const flat = aPlan({
      5: "- T9/4x1 E9 - E7.5 E6.5 L15",
      6: "- T11/2x3 E9 - I9 E8 G16",
      7: "- T10/5x1 E9 - I10/4x1 E9 L17",
      9: "- I10/7x0.6 E9 - T10/5x0.99 E10 G17",
      10: "- I11/4x1.2 E10 - T11/4x0.995 E10 L18",
    });
    const why = "the longest piece does not grow over the block";
    expect(judged("I6", flat).breaches?.find((one) => one.why === why)?.week).toBe(10);
  });

  it("is measured from the largest way to run a session to the smallest way to run the next", () => {
    const larger = withSession(aPlan(), 6, 2, ({ optionB, ...session }) => ({
      ...session,
      ...(optionB === undefined
        ? {}
        : {
            optionB: {
              ...optionB,
              steps: [{ zone: "threshold", by: "distance", metres: 6500, seconds: 1755 } as const],
            },
          }),
    }));
    expect(judged("I6", larger).breaches?.map(({ why }) => why)).toContain(
      "the block falls back when options are mixed",
    );
  });
});

describe("a week against its month (V3)", () => {
  const ratio = (plan: PlanUnderLaw, weekMetresMin = 20_000): Judgement =>
    judged("V3", plan, { V3: { ...laws.V3, weekMetresMin } });
  const leap = { 6: "- T15 E15 - I15 E15 G28" };

  it("leaves months alone that are smaller than twenty kilometres a week, and no other", () => {
    expect(ratio(aPlan(leap), 54_250)).toMatchObject({ verdict: "breach", weeks: [6] });
    expect(ratio(aPlan(leap), 54_251).weeks ?? []).not.toContain(6);
  });

  it("is judged as in any other month where days were lost, for a build week is no way back", () => {
    const closing = (from: string, ...days: readonly string[]) =>
      withChange(aPlan({ ...leap, 3: "- S8 - - - - L14" }), from, {
        kind: "block_days",
        days: days.map(onDate),
      });
    expect(ratio(closing("2026-12-07", "2026-12-09", "2026-12-11")).weeks).toContain(6);
    expect(ratio(closing("2026-12-07", "2026-12-09")).weeks).toContain(6);
    expect(ratio(closing("2026-12-28", "2026-12-28")).weeks).toContain(6);
    const rest = withChange(aPlan({ ...leap, 4: "- - - - - - -" }), "2026-12-28", adapt);
    expect(ratio(rest).weeks).toContain(6);
    const longAgo = withChange(aPlan({ ...leap, 2: "- - - - - - -" }), "2026-11-30", {
      kind: "block_days",
      days: [onDate("2026-12-01")],
    });
    expect(ratio(longAgo).weeks).toContain(6);
    const itself = withChange(aPlan({ ...leap, 6: "- - - - - - L70" }), "2026-12-28", {
      kind: "block_days",
      days: [onDate("2026-12-29")],
    });
    expect(ratio(itself).weeks).toContain(6);
  });
});

describe("variety (I9)", () => {
  it("tells weeks of one distance apart by what is run", () => {
    const same = "- S8 E8 - E9 E7 L14";
    expect(judged("I9", aPlan({ 2: same, 3: same })).why).toBe("the same week as the one before");
    expect(judged("I9", aPlan({ 2: "- S8 E8 - E8 E8 L14", 3: same })).why).not.toBe(
      "the same week as the one before",
    );
    expect(judged("I9", aPlan({ 2: "- S9 E7 - E9 E7 L14", 3: same })).why).not.toBe(
      "the same week as the one before",
    );
  });

  it("takes no race for a session that returns", () => {
    const raced = aPlan({ 5: "- E9 E7 - E7 U9 L10", 6: "- E9 E7 - E7 U9 L10.5", 7: "- E9 E7 - E7 U9 L11" });
    expect(judged("I9", raced).why).not.toBe("a quality session that keeps returning unchanged");
  });

  it("counts a day with a hard run among two as no easy day", () => {
    const level = "- I9 E8 - E8 - L14";
    const doubled = withDay(aPlan({ 5: level }), 5, 2, (day) => ({
      ...day,
      sessions: [
        ...day.sessions,
        ...day.sessions.map((one) => ({ ...one, id: "easy", kind: "easy" as const, quality: false })),
      ],
    }));
    expect(judged("I9", doubled).weeks ?? []).not.toContain(5);
  });
});

describe("options (O1)", () => {
  const without = withSession(aPlan(), 6, 2, ({ optionB: _, ...session }) => session);

  it("are offered for key sessions of all but new runners, who may go without", () => {
    expect(judged("O1", without)).toMatchObject({
      verdict: "breach",
      why: "a key session without an option B",
      weeks: [6],
    });
    expect(judged("O1", { ...without, tier: "builder" }).verdict).toBe("pass");
  });

  it("are equal where a new runner has one", () => {
    const far = withSession(aPlan(), 6, 2, ({ optionB, ...session }) => ({
      ...session,
      ...(optionB === undefined ? {} : { optionB: { ...optionB, metres: session.metres * 2 } }),
    }));
    expect(judged("O1", { ...far, tier: "builder" })).toMatchObject({ verdict: "breach", weeks: [6] });
    const none = aPlan().weeks.map((week) => ({
      ...week,
      days: week.days.map((day) => ({
        ...day,
        sessions: day.sessions.map(({ optionB: _, ...session }) => session),
      })),
    }));
    expect(judged("O1", { ...aPlan(), weeks: none, tier: "builder" }).why).toBe(
      "builders choose by how they feel",
    );
  });

  it("hold race pace to the narrower share of work", () => {
    const paced = withSession(aMarathonPlan(), 11, 5, ({ optionB, ...session }) => ({
      ...session,
      ...(optionB === undefined
        ? {}
        : {
            optionB: {
              ...optionB,
              steps: [
                { zone: "marathon", by: "distance", metres: 6420, seconds: 1926 } as const,
                { zone: "easy", by: "distance", metres: 5580, seconds: 2090 } as const,
              ],
            },
          }),
    }));
    expect(judged("O1", paced)).toMatchObject({
      verdict: "breach",
      why: "option B differs in work",
      limit: 0.05,
      weeks: [11],
    });
  });
});

describe("race pace or threshold (H6)", () => {
  const both = "- T9 E9 - I9 E8 L16/3";
  const week = (metres: number): Judgement =>
    judged("H6", aPlan({ 6: both }), { H6: { ...laws.H6, weekMetresMin: metres } });

  it("stand in one week from so large a week on", () => {
    expect(week(51_000).verdict).toBe("not_applicable");
    expect(week(51_001)).toMatchObject({ verdict: "flag", weeks: [6] });
  });

  it("begin with a quarter of an hour, by either option, and with threshold outside the long run", () => {
    const some = { H6: { ...laws.H6, weekMetresMin: 110_000 } };
    expect(judged("H6", aPlan({ 6: "- T9 E9 - I9 E8 L16/2.9" }), some).verdict).toBe("not_applicable");
    expect(judged("H6", aPlan({ 6: "- E9 E9 - I9 E8 L16/3" }), some).verdict).toBe("pass");
    const easyB = withSession(aPlan({ 6: both }), 6, 7, ({ optionB, ...session }) => ({
      ...session,
      ...(optionB === undefined
        ? {}
        : {
            optionB: {
              ...optionB,
              steps: [{ zone: "easy", by: "distance", metres: 16_000, seconds: 5800 } as const],
            },
          }),
    }));
    expect(judged("H6", easyB, some)).toMatchObject({ verdict: "flag", weeks: [6] });
  });
});
