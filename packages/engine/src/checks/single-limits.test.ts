import {
  aPlan,
  aRulebook,
  onDate,
  withChange,
  withDay,
  withRequest,
  withSession,
  withWeek,
} from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanFacts, PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawId, LawLimits } from "../rulebook/law-limits.ts";
import type { Judgement } from "./judgement.ts";
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

describe("other limits", () => {
  it("the peak week is the last that comes within a hundredth of the peak (V8)", () => {
    const near = aPlan({ 9: "- I10/7x0.6 E10 - T10/2x2.5 E11.4 G18", 10: "- I11/4x1.2 E9 - T10 E10 L18" });
    const share = {
      V8: { ...laws.V8, peakShare: 58 / 59.4, weeks: { ...laws.V8.weeks, "10k": { min: 3, max: 4 } } },
    };
    expect(judged("V8", near, share)).toMatchObject({ verdict: "flag", weeks: [10] });
  });

  it("a single run day carries no other (E3), and two carry one", () => {
    expect(judged("E3", aPlan({ 3: "- - - - - - L14" })).verdict).toBe("pass");
    expect(judged("E3", aPlan({ 3: "- - - - E2.9 - L14" }))).toMatchObject({ verdict: "breach", weeks: [3] });
  });

  it("a day off is for new runners too (H4)", () => {
    const daily = aPlan({ 3: "E5 S8 E8 E5 E9 E7 L14" });
    for (const tier of ["low", "builder"] as const)
      expect(judged("H4", { ...daily, tier })).toMatchObject({ verdict: "breach", weeks: [3] });
    expect(judged("H4", daily).verdict).toBe("not_applicable");
  });

  it("the goal race has its distance as either option, to less than a metre (S1)", () => {
    const long = (metres: number): Judgement =>
      judged(
        "S1",
        withSession(aPlan(), 12, 7, (race) => ({ ...race, metres })),
      );
    expect(long(10_000.9).verdict).toBe("pass");
    expect(long(10_001).verdict).toBe("breach");
  });

  it("the goal race stands on the day of the plan and of the request (S1)", () => {
    const elsewhere = { verdict: "breach", why: "the goal race stands on another day than the race" };
    expect(judged("S1", { ...aPlan(), raceDate: onDate("2027-02-13") })).toMatchObject(elsewhere);
    expect(judged("S1", withRequest(aPlan(), { raceDate: onDate("2027-02-13") }))).toMatchObject(elsewhere);
  });

  it("the long run is looked for before race week alone, and nothing after the race is in it (T6)", () => {
    const after = withWeek(aPlan(), 12, (week) => ({
      ...week,
      days: [...week.days.slice(6), ...week.days.slice(0, 6)],
    }));
    expect(judged("T6", after).verdict).toBe("pass");
  });

  it("a run of the very day of the race counts as race week (T6)", () => {
    const doubled = withDay(aPlan(), 12, 7, (day) => ({
      ...day,
      sessions: [
        ...day.sessions,
        ...aPlan({ 1: "- E9 - - - - -" })
          .weeks.flatMap((week) => week.days[1]?.sessions ?? [])
          .slice(0, 1),
      ],
    }));
    expect(judged("T6", doubled)).toMatchObject({ verdict: "breach", measured: 9000 });
  });

  it("every week of the taper keeps a touch, however long it is, unless days of it were lost (T4)", () => {
    const dull = aPlan({ 11: "- E9 E9 - E9 E7 L13" });
    expect(judged("T4", dull)).toMatchObject({ verdict: "breach", weeks: [11] });
    const lost = withChange(dull, "2027-02-01", { kind: "block_days", days: [onDate("2027-02-02")] });
    expect(judged("T4", lost).verdict).toBe("pass");
  });

  it("paces may rise by a point from the lowest of the last four weeks, not from the last (C4)", () => {
    const evidence = [{ kind: "race", date: onDate("2026-12-26") }] as const;
    const first = withChange({ ...aPlan(), rpi: 46.6 }, "2026-12-27", adapt, { evidence });
    const second = withChange({ ...first, rpi: 47.2 }, "2026-12-28", adapt, { evidence });
    const last = {
      ...second,
      changes: (second.changes ?? []).map((one, index) => (index === 1 ? { ...one, rpi: 46.6 } : one)),
    };
    expect(judged("C4", last)).toMatchObject({
      verdict: "breach",
      measured: 1.2,
      limit: 1,
      why: "paces rise too fast",
    });
    const young = {
      ...last,
      changes: last.changes.map((one, index) => (index === 0 ? { ...one, rpi: null } : one)),
    };
    expect(judged("C4", young).verdict).toBe("pass");
  });
});
