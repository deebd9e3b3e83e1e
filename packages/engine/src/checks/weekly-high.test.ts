import { aPlan, aRulebook, onDate, withChange, withRequest, withSession, withWeek } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Finding } from "./judgement.ts";
import { weeklyHighFindings, weeksBefore } from "./weekly-high.ts";

const rules = aRulebook();
const REST = "- - - - - - -";

/** Every week against a tenth more than the highest before it, without a fixed step for small weeks. */
const found = (plan: PlanUnderLaw): readonly Finding[] =>
  weeklyHighFindings(factsOf(plan, rules), { growthMax: 1.1, smallMetres: 0, smallStepMetres: 0 }, "breach");

/** The most that a week may hold, in kilometres. */
const limitOf = (plan: PlanUnderLaw, week: number): number | undefined => {
  const limit = found(plan).find((finding) => finding.week === week)?.limit;
  return limit === undefined ? undefined : Math.round(limit / 100) / 10;
};

const unknown = (plan = aPlan()): PlanUnderLaw => withRequest(plan, { weeklyMetres: null });
const history = (...km: readonly number[]): PlanUnderLaw =>
  withRequest(aPlan(), {
    history: { weeks: km.map((one) => ({ metres: one * 1000, longestMetres: 12_000, runs: 4 })) },
  });

describe("the highest of the four weeks before (V1, V2)", () => {
  it("is that of the weeks before the plan at its start, as many as are needed and known", () => {
    expect(limitOf(history(90, 30, 35, 40, 20), 1)).toBe(44);
    expect(limitOf(history(20, 30), 1)).toBe(33);
    expect(limitOf(aPlan(), 1)).toBe(44);
    expect(limitOf(unknown(), 1)).toBeUndefined();
  });

  it("forgets the fifth week back", () => {
    expect(limitOf(aPlan({ 1: "- - - - - - L50", 2: "- - - - - - L20" }), 5)).toBe(55);
    expect(limitOf(aPlan({ 1: "- - - - - - L50", 2: "- - - - - - L20" }), 6)).toBe(51.7);
  });

  it("is no matter of weeks in which a break left no run", () => {
    const rows = { 3: REST, 4: REST, 5: REST, 6: REST, 7: "- - E5 - E5 - L9" };
    const days = ["2026-12-08", "2026-12-15", "2026-12-22", "2026-12-29"].map(onDate);
    expect(limitOf(withChange(aPlan(rows), "2026-12-07", { kind: "block_days", days }), 7)).toBe(47.3);
    expect(limitOf(aPlan(rows), 7)).toBe(0);
  });

  it("counts a week of which a break left something, and one in which no run was planned", () => {
    const rows = { 3: "- - - - - - L14", 4: REST, 5: REST, 6: REST, 7: "- - E5 - E5 - L9" };
    const days = ["2026-12-08", "2026-12-15", "2026-12-22"].map(onDate);
    const blocked = withChange(aPlan(rows), "2026-12-07", { kind: "block_days", days });
    expect(limitOf(blocked, 7)).toBe(47.3);
    const one = withChange(aPlan({ 2: REST, 3: "- - - - - - L14" }), "2026-12-07", {
      kind: "block_days",
      days: [onDate("2026-12-08")],
    });
    expect(limitOf(one, 4)).toBe(44);
    expect(limitOf(one, 6)).toBe(51.7);
  });

  it("forgets a week of which a break left something as any other", () => {
    const rows = { 1: "- - - - - - L50", 2: "- - - - - - L20", 3: "- - - - - - L14" };
    const days = [onDate("2026-12-08")];
    const one = withChange(aPlan(rows), "2026-12-07", { kind: "block_days", days });
    expect(limitOf(one, 5)).toBe(55);
    expect(limitOf(one, 6)).toBe(51.7);
  });

  it("does not bind a week of return, which law C2 sees to", () => {
    const days = [onDate("2026-12-29")];
    const back = withWeek(aPlan(), 6, (week) => ({ ...week, kind: "return" }));
    expect(limitOf(withChange(back, "2026-12-28", { kind: "block_days", days }), 6)).toBeUndefined();
    expect(limitOf(back, 6)).toBe(51.7);
  });
});

describe("a first week of somebody who told nothing (V1, V2)", () => {
  const sessions = [{ session: "w1d7", status: "done", metres: 2000, seconds: 720 }] as const;
  const cut = (plan: PlanUnderLaw): PlanUnderLaw =>
    withChange(plan, "2026-12-07", { kind: "adapt" }, { sessions });

  it("stands as it was planned when less of it was run", () => {
    expect(limitOf(cut(unknown()), 2)).toBe(44);
    expect(limitOf(unknown(), 2)).toBe(44);
  });

  it("is forgotten after four weeks, and counts by its shorter options where it was run as planned", () => {
    const large = cut(unknown(aPlan({ 1: "- - - - E40 - L10" })));
    expect(limitOf(large, 5)).toBe(55);
    expect(limitOf(large, 6)).toBe(51.7);
    const shorter = withSession(unknown(), 1, 7, ({ optionB, ...session }) => ({
      ...session,
      ...(optionB === undefined ? {} : { optionB: { ...optionB, metres: session.metres - 2000 } }),
    }));
    expect(limitOf(shorter, 2)).toBe(41.8);
    expect(limitOf(withChange(shorter, "2026-11-30", { kind: "adapt" }), 2)).toBe(41.8);
  });

  it("stands as it was run when that was more", () => {
    const more = [{ session: "w1d7", status: "done", metres: 22_000, seconds: 8000 }] as const;
    expect(limitOf(withChange(unknown(), "2026-12-07", { kind: "adapt" }, { sessions: more }), 2)).toBe(55);
  });

  it("is what was run of it where the weeks before are known, and every later week is", () => {
    const known = withRequest(aPlan(), { weeklyMetres: 20_000 });
    expect(limitOf(cut(known), 2)).toBe(33);
    const second = [{ session: "w2d7", status: "done", metres: 1000, seconds: 360 }] as const;
    const rows = { 1: "- - - - - - L9" };
    const late = withChange(unknown(aPlan(rows)), "2026-12-07", { kind: "adapt" }, { sessions: second });
    expect(limitOf(late, 3)).toBe(34.1);
  });
});

describe("the weeks before a plan", () => {
  const before = (plan: PlanUnderLaw, count: number): readonly number[] =>
    weeksBefore(factsOf(plan, rules), count);

  it("are the last of the history, none where it holds fewer, and the stated mean without one", () => {
    expect(before(history(10, 20, 30, 40), 3)).toEqual([20_000, 30_000, 40_000]);
    expect(before(history(10, 20), 3)).toEqual([]);
    expect(before(aPlan(), 3)).toEqual([40_000, 40_000, 40_000]);
    expect(before(unknown(), 3)).toEqual([]);
  });
});
