import { aPlan, aRulebook, onDate, withChange, withWeek } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawVerdict } from "../plan/plan.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import { certify, certifyChange } from "./certify.ts";
import { LAWS } from "./registry.ts";

const all = LAWS;
const rules = aRulebook();

const ofLaw = (id: LawId) => all.filter((law) => law.id === id);

const judged = (id: LawId, after: PlanUnderLaw, before: PlanUnderLaw = aPlan()): LawVerdict | undefined =>
  certifyChange(before, after, rules, ofLaw(id)).laws[0];

const adapt = { kind: "adapt" } as const;
const pause = (first: string, last: string) =>
  ({ kind: "pause", first: onDate(first), last: onDate(last) }) as const;
const done = (session: string, metres: number) =>
  ({ sessions: [{ session, status: "done", metres, seconds: metres * 0.36 }] }) as const;

describe("a change of which the plan before is not known", () => {
  const skipped = { sessions: [{ session: "w6d2", status: "skipped" }] } as const;
  const changed = withChange(aPlan(), "2026-12-30", adapt, skipped);

  it.each<LawId>(["C1", "C3"])("is not judged by %s, and says so", (id) => {
    expect(certify(changed, rules, ofLaw(id)).laws[0]?.verdict).toBe("not_applicable");
  });
});

describe("C3, an over-long run", () => {
  it("may be one that nobody had planned", () => {
    const extra = { extra: [{ date: onDate("2026-12-24"), metres: 26_000, seconds: 9400 }] } as const;
    expect(judged("C3", withChange(aPlan(), "2026-12-28", adapt, extra))?.verdict).toBe("breach");
  });

  it("is none when the day's run went a little further", () => {
    const verdict = judged("C3", withChange(aPlan(), "2026-12-28", adapt, done("w5d7", 15_500)));
    expect(verdict).toMatchObject({ verdict: "not_applicable", why: "no run was over-long" });
  });

  it("is an easy run that outgrew every run of the month", () => {
    const verdict = judged("C3", withChange(aPlan(), "2026-12-28", adapt, done("w5d3", 26_000)));
    expect(verdict?.verdict).toBe("breach");
  });

  it("is measured by what was known before the plan, while that is within the month", () => {
    const first = done("w1d3", 14_000);
    const short = withChange(aPlan(), "2026-11-26", adapt, first);
    expect(judged("C3", short)?.verdict).toBe("not_applicable");
    const long = withChange(aPlan(), "2026-11-26", adapt, done("w1d3", 21_000));
    expect(judged("C3", long)?.verdict).toBe("breach");
  });

  it("lowers nothing when no long run is left", () => {
    const last = withChange(aPlan(), "2027-02-10", adapt, done("w12d2", 30_000));
    expect(judged("C3", last)).toMatchObject({ verdict: "not_applicable", why: "no long run is left" });
  });
});

describe("C2, back after a break", () => {
  it("judges a pause once: a later change finds the hard session given up already", () => {
    const paused = withChange(
      aPlan({ 7: "- - - - E7 E7 L12" }),
      "2027-01-04",
      pause("2027-01-04", "2027-01-07"),
    );
    const later = withChange(paused, "2027-01-08", adapt);
    expect(judged("C2", paused)?.verdict).not.toBe("breach");
    expect(judged("C2", later, paused)?.verdict).not.toBe("breach");
  });

  it("wants less than the last whole week after ten days off", () => {
    const off = pause("2027-01-04", "2027-01-14");
    const big = withChange(
      aPlan({ 7: "- - - - - - -", 8: "- - - - S8 E7 L18", 9: "E12 E12 E12 - E10 E10 G14" }),
      "2027-01-04",
      off,
    );
    const verdict = judged("C2", big);
    expect(verdict?.verdict).toBe("breach");
  });

  it("wants no less than its share of the last whole week either, but in the taper", () => {
    const off = pause("2027-01-04", "2027-01-14");
    const rows = { 7: "- - - - - - -", 9: "- E6 - - S6 E6 L12" };
    const judge = (eighth: string): LawVerdict | undefined =>
      judged("C2", withChange(aPlan({ ...rows, 8: eighth }), "2027-01-04", off));
    expect(judge("- - - - E4 E4 L8")).toMatchObject({ verdict: "breach", limit: 0.7, weeks: [8] });
    expect(judge("- - - - E8 E8 L14")?.verdict).toBe("pass");
    const late = pause("2027-01-25", "2027-02-03");
    const light = aPlan({ 10: "- - - - - - -", 11: "- - - E4 - E4 E6", 12: "- E4 - - S4 - X10" });
    expect(judged("C2", withChange(light, "2027-01-25", late))?.why).not.toBe("the first week back");
  });

  it("asks nothing back where no week of the plan was completed", () => {
    const known = { ...aPlan(), request: { ...aPlan().request, weeklyMetres: 80_000 } };
    const off = pause("2026-11-23", "2026-12-02");
    const weeks = { 1: "- - - - - - -", 2: "- - - E6 - E6 L10" };
    const back = { ...aPlan(weeks), request: known.request };
    expect(judged("C2", withChange(back, "2026-11-23", off), known)?.verdict).toBe("pass");
  });

  it("wants a test before hard running after two weeks off", () => {
    const off = pause("2026-12-28", "2027-01-12");
    const weeks = {
      6: "- - - - - - -",
      7: "- - - - - - -",
      8: "- - E4 - E4 E3 L8",
    };
    const untested = aPlan({ ...weeks, 9: "E5 - E5 - I9 E5 L11" });
    const tested = aPlan({ ...weeks, 9: "E5 - E5 - U5 E5 L11" });
    const judge = (plan: PlanUnderLaw): LawVerdict | undefined =>
      judged("C2", withChange(plan, "2026-12-28", off));
    expect(judge(untested)?.verdict).toBe("breach");
    expect(judge(untested)?.why).toBe("a hard run comes before the test that a long break asks for");
    expect(judge(tested)?.why).not.toBe("a hard run comes before the test that a long break asks for");
  });
});

describe("C4, when paces rise", () => {
  it("has nothing to say where there were no paces before", () => {
    const effort = withChange(aPlan(), "2026-12-28", adapt);
    const unknown = { ...effort, changes: (effort.changes ?? []).map((one) => ({ ...one, rpi: null })) };
    expect(judged("C4", unknown)).toMatchObject({
      verdict: "not_applicable",
      why: "no paces before the change",
    });
  });

  it("counts the points of the last four weeks together", () => {
    const race = { evidence: [{ kind: "race", date: onDate("2026-12-26") }] } as const;
    const once = withChange({ ...aPlan(), rpi: 47 }, "2026-12-28", adapt, race);
    expect(judged("C4", once)?.verdict).toBe("pass");
    const again = withChange({ ...once, rpi: 47.8 }, "2026-12-29", adapt, race);
    expect(judged("C4", again)).toMatchObject({ verdict: "breach", why: "paces rise too fast" });
  });
});

describe("a law of the past", () => {
  it("flags a breach of a week gone by and stands against no plan to come", () => {
    const broken = aPlan({ 3: "- T8 E8 - E9 E7 L14" });
    const changed = withChange(broken, "2027-01-04", adapt, done("w2d2", 4000));
    expect(judged("I5", broken, broken)?.verdict).toBe("breach");
    expect(judged("I5", changed, broken)).toMatchObject({ verdict: "flag", why: "in days that are past" });
  });

  it("breaks a plan in a week to come, whatever the past was", () => {
    const broken = aPlan({ 9: "- I10/7x0.6 T9 - T10/2x2.5 E10 G17" });
    expect(judged("H1", withChange(broken, "2027-01-04", adapt), broken)?.verdict).toBe("breach");
  });

  it("flags in the running week what its past days have settled alone", () => {
    const broken = aPlan({ 6: "- T9 I9 - E9 E8 G16" });
    const changed = withChange(broken, "2027-01-01", adapt, done("w5d2", 4000));
    expect(judged("H1", changed, broken)).toMatchObject({ verdict: "flag", why: "in days that are past" });
  });

  it("asks nobody to make up for lost training: what is missing to completeness is flagged", () => {
    const quiet = aPlan({
      9: "- E10 E9 - E10 E10 G17",
      10: "- E11 E10 - E11 E10 L18",
      7: "- E10 E9 - E10 E9 L17",
      6: "- - E9 - E9 E8 G16",
    });
    const block = { kind: "block_days", days: [onDate("2026-12-29")] } as const;
    const blocked = withChange(quiet, "2026-12-28", block);
    expect(judged("I8", quiet, quiet)?.verdict).toBe("breach");
    expect(judged("I8", blocked, quiet)).toMatchObject({
      verdict: "flag",
      why: "lost training is not made up for",
    });
  });

  it("lets phases begin anew after a break that changes the course of the plan", () => {
    const back = withWeek(
      aPlan({ 6: "- - - - - - -", 7: "- - - - - - -", 8: "- - - - - - -", 9: "- - - - - - -" }),
      10,
      (week) => ({ ...week, phase: "base" }),
    );
    const paused = withChange(back, "2026-12-28", pause("2026-12-28", "2027-01-24"));
    expect(judged("S7", back, back)?.verdict).toBe("breach");
    expect(judged("S7", paused)?.why).not.toBe("in days that are past");
  });
});
