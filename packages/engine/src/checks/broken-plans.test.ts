import { aRulebook, BROKEN_PLANS } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { breachesOf, certify } from "./certify.ts";
import { LAWS } from "./registry.ts";

const rules = aRulebook();
const cases = Object.entries(BROKEN_PLANS).flatMap(([id, plans]) =>
  plans.map((broken) => ({ id, ...broken, name: `${id} finds a plan ${broken.story}` })),
);

describe("every law", () => {
  it("has a plan that breaks it, unless it compares plans", () => {
    const laws = LAWS.filter((law) => law.shape === "plan").map((law) => law.id);
    expect(Object.keys(BROKEN_PLANS).toSorted()).toEqual(laws.toSorted());
    expect(Object.values(BROKEN_PLANS).every((plans) => plans.length > 0)).toBe(true);
  });

  it.each(cases)("$name, and nothing else does", ({ id, plan, breaks }) => {
    const certificate = certify(plan, rules);
    expect(
      breachesOf(certificate)
        .map((law) => law.id)
        .toSorted(),
    ).toEqual(breaks.toSorted());
    const own = certificate.laws.find((law) => law.id === id);
    expect(own?.verdict).toBe(breaks.length > 0 ? "breach" : "flag");
  });
});
