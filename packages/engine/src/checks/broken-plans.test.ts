import { aRulebook, BROKEN_CHANGES, BROKEN_PLANS } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { breachesOf, certify, certifyChange } from "./certify.ts";
import { LAWS } from "./registry.ts";

const rules = aRulebook();
const cases = BROKEN_PLANS.map((broken) => ({
  ...broken,
  name: `${broken.law} finds a plan ${broken.story}`,
}));

describe("every law", () => {
  it("has a plan that breaks it, unless it compares plans", () => {
    const laws = LAWS.filter((law) => law.shape === "plan").map((law) => law.id);
    expect([...new Set(BROKEN_PLANS.map((broken) => broken.law))].toSorted()).toEqual(laws.toSorted());
  });

  it.each(cases)("$name, and nothing else does", ({ law: id, plan, breaks }) => {
    const certificate = certify(plan, rules, LAWS);
    expect(
      breachesOf(certificate)
        .map((law) => law.id)
        .toSorted(),
    ).toEqual(breaks.toSorted());
    const own = certificate.laws.find((law) => law.id === id);
    expect(own?.verdict).toBe(breaks.length > 0 ? "breach" : "flag");
  });
});

const changes = BROKEN_CHANGES.map((broken) => ({
  ...broken,
  name: `${broken.law} finds a change ${broken.story}`,
}));

describe("every law of change", () => {
  it("has a change that breaks it", () => {
    const laws = LAWS.filter((law) => law.shape === "change").map((law) => law.id);
    expect([...new Set(BROKEN_CHANGES.map((broken) => broken.law))].toSorted()).toEqual(laws.toSorted());
  });

  it.each(changes)("$name, and nothing else does", ({ before, after, breaks }) => {
    const certificate = certifyChange(before, after, rules, LAWS);
    expect(breachesOf(certificate).map((law) => law.id)).toEqual(breaks);
  });

  it("says nothing of a plan as it was made", () => {
    for (const { before } of BROKEN_CHANGES)
      for (const law of certify(before, rules, LAWS).laws.filter(({ id }) => id.startsWith("C")))
        expect(law).toEqual({ id: law.id, verdict: "not_applicable", why: "no change was made" });
  });
});
