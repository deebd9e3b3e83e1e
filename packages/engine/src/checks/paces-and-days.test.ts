import { aPlan, aRulebook, onDate, withChange, withRequest, withWeek } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawVerdict } from "../plan/plan.ts";
import type { PaceEvidence } from "../plan/plan-change.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import { certify, certifyChange } from "./certify.ts";
import { LAWS } from "./registry.ts";

const rules = aRulebook();
const ofLaw = (id: LawId) => LAWS.filter((law) => law.id === id);
const judged = (id: LawId, plan: PlanUnderLaw): LawVerdict | undefined =>
  certify(plan, rules, ofLaw(id)).laws[0];
const judgedChange = (id: LawId, after: PlanUnderLaw): LawVerdict | undefined =>
  certifyChange(aPlan(), after, rules, ofLaw(id)).laws[0];

const adapt = { kind: "adapt" } as const;

describe("paces that rise by half a point (C4)", () => {
  const sign = (date: string): PaceEvidence => ({ kind: "sign", date: onDate(date) });
  const risen = (evidence: readonly PaceEvidence[], from = "2026-12-28"): LawVerdict | undefined =>
    judgedChange("C4", withChange({ ...aPlan(), rpi: 46.5 }, from, adapt, { evidence }));

  it("are proved by a race or a time trial", () => {
    expect(risen([{ kind: "race", date: onDate("2026-12-26") }])?.verdict).toBe("pass");
    expect(risen([{ kind: "time_trial", date: onDate("2026-12-26") }])?.verdict).toBe("pass");
  });

  it("are proved by signs on two days, and not by one, nor by two on one day", () => {
    expect(risen([sign("2026-12-20"), sign("2026-12-24")])?.verdict).toBe("pass");
    const unproved = { verdict: "breach", why: "nothing proves faster paces" };
    expect(risen([sign("2026-12-20")])).toMatchObject(unproved);
    expect(risen([sign("2026-12-20"), sign("2026-12-20")])).toMatchObject(unproved);
    expect(risen([])).toMatchObject(unproved);
  });

  it("are proved by what is four weeks old, and by nothing older", () => {
    expect(risen([{ kind: "race", date: onDate("2026-11-30") }])?.verdict).toBe("pass");
    expect(risen([{ kind: "race", date: onDate("2026-11-29") }])?.verdict).toBe("breach");
    expect(risen([sign("2026-11-29"), sign("2026-12-24")])?.verdict).toBe("breach");
  });

  it("rise no more from three weeks before the race on", () => {
    const race = (date: string): readonly PaceEvidence[] => [{ kind: "race", date: onDate(date) }];
    expect(risen(race("2027-01-22"), "2027-01-23")?.verdict).toBe("pass");
    expect(risen(race("2027-01-22"), "2027-01-24")).toMatchObject({
      verdict: "breach",
      why: "paces rise shortly before the race",
    });
  });

  it("do not count with what rose more than four weeks ago", () => {
    const race = (date: string) => ({ evidence: [{ kind: "race", date: onDate(date) }] }) as const;
    const first = withChange({ ...aPlan(), rpi: 46.8 }, "2026-12-01", adapt, race("2026-11-29"));
    const soon = withChange({ ...first, rpi: 47.2 }, "2026-12-28", adapt, race("2026-12-27"));
    expect(judgedChange("C4", soon)?.verdict).toBe("breach");
    const later = withChange({ ...first, rpi: 47.2 }, "2026-12-29", adapt, race("2026-12-27"));
    const known = (later.changes ?? []).map((one, i) => (i === 1 ? { ...one, rpi: 46.8 } : one));
    expect(judgedChange("C4", { ...later, changes: known })?.verdict).toBe("pass");
  });

  it("may fall as far as they like", () => {
    expect(judgedChange("C4", withChange({ ...aPlan(), rpi: 40 }, "2026-12-28", adapt))?.verdict).toBe(
      "pass",
    );
  });
});

describe("run days (S4)", () => {
  const asked = aPlan().daysPerWeek;

  it("are never more than asked for", () => {
    expect(judged("S4", { ...aPlan(), daysPerWeek: asked + 1 })).toMatchObject({ verdict: "breach" });
    expect(judged("S4", withRequest(aPlan(), { daysPerWeek: asked - 1 }))).toMatchObject({
      verdict: "breach",
      measured: asked,
      limit: asked - 1,
    });
  });

  it("are fewer than asked for with a reason only", () => {
    const wished = withRequest(aPlan(), { daysPerWeek: asked + 1 });
    expect(judged("S4", wished)).toMatchObject({
      verdict: "breach",
      why: "fewer run days than asked for, without a reason",
    });
    const given = { law: "E3", asked: asked + 1, given: asked } as const;
    expect(judged("S4", { ...wished, adjustments: [{ wish: "days_per_week", ...given }] })?.verdict).toBe(
      "pass",
    );
    expect(judged("S4", { ...wished, adjustments: [{ wish: "quality", ...given }] })?.verdict).toBe("breach");
  });

  it("may lack where a day was blocked, and nowhere else", () => {
    const lost = aPlan({ 7: "- - E10 - E10 E9 L17" });
    expect(judged("S4", lost)).toMatchObject({ verdict: "breach", weeks: [7] });
    const blocked = withChange(lost, "2027-01-04", { kind: "block_days", days: [onDate("2027-01-05")] });
    expect(judgedChange("S4", blocked)?.verdict).toBe("pass");
    const elsewhere = withChange(lost, "2027-01-04", { kind: "block_days", days: [onDate("2027-01-12")] });
    expect(judgedChange("S4", elsewhere)?.verdict).toBe("breach");
  });

  it("may be as many as asked for, and no more, in a week of return", () => {
    const calm = withWeek({ ...withRequest(aPlan(), { daysPerWeek: asked + 1 }) }, 5, (week) => ({
      ...week,
      kind: "return",
    }));
    expect(judged("S4", calm)?.weeks ?? []).not.toContain(5);
  });
});

describe("weeks of base (I5)", () => {
  const inBase = (week: string, more: Partial<PlanUnderLaw> = {}): LawVerdict | undefined =>
    judged("I5", { ...aPlan({ 2: week }), ...more });

  it("hold no threshold session", () => {
    expect(inBase("- T8 E8 - E9 E7 L13")).toMatchObject({ verdict: "breach", weeks: [2] });
  });

  it("hold one touch of speed for experienced 5K and 10K runners, and no second", () => {
    const one = "- I8/5x0.6 E8 - E9 E7 L13";
    for (const tier of ["mid", "high", "elite"] as const)
      expect(inBase(one, { tier })?.verdict, tier).toBe("pass");
    for (const tier of ["builder", "low"] as const) expect(inBase(one, { tier })?.verdict, tier).toBe("flag");
    for (const distance of ["half_marathon", "marathon"] as const)
      expect(inBase(one, { distance })?.verdict, distance).toBe("flag");
    expect(inBase(one, { distance: "5k" })?.verdict).toBe("pass");
    expect(inBase("- I8/5x0.6 E8 - I8/5x0.6 E7 L13")).toMatchObject({
      verdict: "breach",
      measured: 2,
      limit: 1,
    });
  });

  it("may hold a tune-up race, which is no training", () => {
    expect(inBase("- S8 E8 - E9 E5 U10", { tier: "low" })?.verdict).toBe("pass");
  });
});
