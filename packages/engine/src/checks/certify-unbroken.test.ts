import { aMarathonPlan, aPlan, aRulebook, BROKEN_PLANS } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import { certify, judgeUnbroken } from "./certify.ts";
import { LAWS } from "./registry.ts";

const rules = aRulebook();
describe("the certificate of a plan that breaks no law", () => {
  it.each([
    ["a 10K plan", aPlan()],
    ["a marathon plan", aMarathonPlan()],
  ])("is the same whatever law is suspected first, for %s", (_, plan) => {
    const certificate = { ok: true, value: certify(plan, rules, LAWS) };
    expect(judgeUnbroken(factsOf(plan, rules), [], LAWS)).toEqual(certificate);
    expect(judgeUnbroken(factsOf(plan, rules), ["T4", "O1", "E1"], LAWS)).toEqual(certificate);
  });

  const breaking = BROKEN_PLANS.filter(({ breaks }) => breaks.length > 0);
  it.each(breaking.map(({ story, plan, breaks }) => [story, plan, breaks] as const))(
    "is refused to a plan %s, and every law it breaks is found when suspected",
    (_, plan, breaks) => {
      expect(breaks).toContain(failureOf(judgeUnbroken(factsOf(plan, rules), [], LAWS)));
      for (const law of breaks) expect(failureOf(judgeUnbroken(factsOf(plan, rules), [law], LAWS))).toBe(law);
    },
  );
});

const failureOf = (tried: ReturnType<typeof judgeUnbroken>): string =>
  tried.ok ? "no law broken" : tried.error.id;
