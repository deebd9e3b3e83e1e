import { aPlan, aRulebook, withRequest } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawVerdict } from "../plan/plan.ts";
import { certify } from "./certify.ts";

const verdictOf = (plan: PlanUnderLaw): LawVerdict | undefined =>
  certify(plan, aRulebook()).laws.find(({ id }) => id === "V1");

/** Somebody who told nothing, with these rows in place of the first weeks. */
const small = (rows: Readonly<Record<number, string>>, weeklyMetres: number | null = null): PlanUnderLaw =>
  withRequest(aPlan(rows), { weeklyMetres });

const WEEKS = { 1: "- - E4 - E4 - L9", 2: "- - E6 - E6 - L10" } as const;

describe("two steps in a row (V1)", () => {
  it("take a week of 17 km to 25.5 km and no further, though each is within the fixed step", () => {
    expect(verdictOf(small({ ...WEEKS, 3: "- - E7 - E7 - L11.5", 4: "- - E7 - E7 - L12" }))).toMatchObject({
      verdict: "breach",
      weeks: [5],
    });
    expect(verdictOf(small({ ...WEEKS, 3: "- - E7.5 - E7.5 - L12" }))).toMatchObject({
      measured: 27_000,
      limit: 25_500,
      why: "two steps in a row, counted together",
    });
  });

  it("are counted from what the athlete is used to, where that is more than the first week", () => {
    const climb = { ...WEEKS, 3: "- - E7.5 - E7.5 - L12" };
    expect(verdictOf(small(climb, 17_000))?.weeks).toContain(3);
    expect(verdictOf(small(climb, 18_000))?.weeks).not.toContain(3);
  });

  it("are nothing but two steps from 20 km on", () => {
    const climb = { 1: "- - E5 - E5 - L10", 2: "- - E7 - E7 - L11.5", 3: "- - E9 - E9 - L13" };
    expect(verdictOf(small(climb))?.weeks).not.toContain(3);
    expect(verdictOf(small({ ...climb, 1: "- - E5 - E5 - L9.9" }))?.weeks).toContain(3);
  });

  it("ask nothing of a week that is no new high: the week before it was larger", () => {
    const weeks = [12_000, 60_000].map((metres) => ({ metres, longestMetres: 5_000, runs: 5 }));
    const opening = { 1: "- - E10 - E10 - L25" };
    const plan = withRequest(aPlan(opening), { weeklyMetres: null, history: { weeks } });
    expect(verdictOf(plan)?.verdict).toBe("pass");
  });
});
