import { aPlan, aRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { Finding } from "./judgement.ts";
import { halfMarathonPaceFindings } from "./half-marathon-pace.ts";

const rules = aRulebook();

/** Long runs with half-marathon pace in the eighth, ninth and tenth week of twelve, in kilometres. */
function found(eighth: number, ninth: number, tenth: number): readonly Finding[] {
  const long = (km: number): string => (km === 0 ? "L17" : `H17/${String(km)}`);
  const rows = {
    8: `- - - - - - ${long(eighth)}`,
    9: `- - - - - - ${long(ninth)}`,
    10: `- - - - - - ${long(tenth)}`,
  };
  return halfMarathonPaceFindings(factsOf(aPlan(rows), rules), rules.laws.I7);
}

describe("half-marathon pace in long runs (I7)", () => {
  it("counts from five kilometres to thirteen", () => {
    expect(found(5, 13, 0)[0]).toMatchObject({ verdict: "pass", measured: 2, limit: 2, quantity: "count" });
    expect(found(4.9, 13, 0)[0]).toMatchObject({
      verdict: "breach",
      measured: 1,
      why: "too few long runs at half-marathon pace",
    });
    expect(found(5, 13.1, 0)[0]).toMatchObject({ verdict: "breach", measured: 1 });
  });

  it("is held last ten to twenty-eight days before the race", () => {
    expect(found(8, 8, 8).slice(1)).toMatchObject([
      { verdict: "pass", measured: 14, limit: 10 },
      { verdict: "pass", measured: 14, limit: 28 },
    ]);
    expect(found(8, 0, 0).slice(1)).toMatchObject([
      { verdict: "pass", measured: 28 },
      { verdict: "pass", measured: 28 },
    ]);
    const strict = { ...rules.laws.I7.halfMarathon, lastDays: { min: 15, max: 28 } };
    const late = halfMarathonPaceFindings(factsOf(aPlan({ 10: "- - - - - - H17/8" }), rules), {
      ...rules.laws.I7,
      halfMarathon: strict,
    });
    expect(late[1]).toMatchObject({
      verdict: "breach",
      measured: 14,
      week: 10,
      why: "the last long run at half-marathon pace lies outside its window",
    });
  });

  it("is not asked for where the plan is too short for a single one", () => {
    const facts = { ...factsOf(aPlan(), rules), fullWeeks: 3 };
    expect(halfMarathonPaceFindings(facts, rules.laws.I7)).toEqual([]);
  });
});
