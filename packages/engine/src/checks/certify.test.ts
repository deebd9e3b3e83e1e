import { aMarathonPlan, aMidweekPlan, aPlan, aRulebook, aSundayStartPlan } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { certify } from "./certify.ts";

describe("certify", () => {
  it.each([
    ["a 10K plan", aPlan()],
    ["a marathon plan", aMarathonPlan()],
    ["a race on a Wednesday", aMidweekPlan()],
    ["weeks that begin on Sunday", aSundayStartPlan()],
    ["a race on the last day of a year", aPlan({}, "2027-10-09")],
  ])("finds nothing against %s", (_, plan) => {
    const { laws } = certify(plan, aRulebook());
    expect(laws.filter((law) => law.verdict === "breach" || law.verdict === "flag")).toEqual([]);
  });
});
